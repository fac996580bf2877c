import { Interface } from 'ethers'
import { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import type { Currency } from '../ports/chain.ts'
import { type Rpc, RpcRefusal } from './rpc.ts'

const coinInterface = new Interface([
  'function balanceOf(address) view returns (uint256)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function symbol() view returns (string)',
  'function decimals() view returns (uint8)',
])

/** Longer names are cut: anyone can make a coin with any name. */
const SYMBOL_LENGTH = 16
const MOST_DECIMALS = 36

/** One view of an ERC-20 coin. @throws AppError CALL_REVERTED when it is no coin, CHAIN_UNREACHABLE */
export async function readCoin(
  rpc: Rpc,
  coin: Account,
  view: 'balanceOf' | 'allowance' | 'symbol' | 'decimals',
  args: readonly string[] = [],
): Promise<bigint | string> {
  try {
    const data = coinInterface.encodeFunctionData(view, args)
    const answer = await rpc.ask<string>('eth_call', [{ to: coin, data }, 'latest'])
    return coinInterface.decodeFunctionResult(view, answer)[0]
  } catch (cause) {
    const isAnswer = cause instanceof RpcRefusal || (cause instanceof Error && 'argument' in cause)
    if (cause instanceof AppError) throw cause
    throw new AppError(isAnswer || isBadData(cause) ? 'CALL_REVERTED' : 'CHAIN_UNREACHABLE', {
      cause,
      meta: { coin, view },
    })
  }
}

/** Name and decimals of a coin. @throws AppError CALL_REVERTED when it is no coin, CHAIN_UNREACHABLE */
export async function readCurrency(rpc: Rpc, coin: Account): Promise<Currency> {
  const symbol = String(await readCoin(rpc, coin, 'symbol'))
  const decimals = Number(await readCoin(rpc, coin, 'decimals'))
  // More places than any amount has, and no number can be written with them.
  if (decimals > MOST_DECIMALS)
    throw new AppError('CALL_REVERTED', { meta: { coin, view: 'decimals' } })
  const shown = symbol.replace(/[^\p{L}\p{N}\p{P}\p{Sc} ]/gu, '').slice(0, SYMBOL_LENGTH)
  return { address: coin, symbol: shown, decimals }
}

function isBadData(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'BAD_DATA'
}
