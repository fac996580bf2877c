import { AbiCoder, decodeBytes32String, getBytes, Interface, isHexString } from 'ethers'
import { cutText } from '../domain/clean-text.ts'
import { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import { shortAccount } from '../domain/short-account.ts'
import type { Currency } from '../ports/chain.ts'
import { isRevert } from './revert-reason.ts'
import { type Rpc, toUnreachable } from './rpc.ts'

const coinInterface = new Interface([
  'function balanceOf(address) view returns (uint256)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function symbol() view returns (string)',
  'function decimals() view returns (uint8)',
])

/** Longer names are cut: anyone can make a coin with any name. */
const SYMBOL_LENGTH = 16
const MOST_DECIMALS = 36
/** What a view of a coin may cost. One that never ends is refused by the node at once, instead of keeping it busy. */
const MOST_GAS = '0x2dc6c0'

/** One number of an ERC-20 coin. @throws AppError CALL_REVERTED when it is no coin, CHAIN_UNREACHABLE */
export async function readCoin(
  rpc: Rpc,
  coin: Account,
  view: 'balanceOf' | 'allowance' | 'decimals',
  args: readonly string[] = [],
): Promise<bigint> {
  const answer = await callView(rpc, coin, view, args)
  try {
    return BigInt(coinInterface.decodeFunctionResult(view, answer)[0])
  } catch (cause) {
    throw new AppError('CALL_REVERTED', { cause, meta: { coin, view } })
  }
}

/**
 * Name and decimals of a coin. One whose name cannot be shown is named by its address.
 * @throws AppError CALL_REVERTED when it is no coin, CHAIN_UNREACHABLE
 */
export async function readCurrency(rpc: Rpc, coin: Account): Promise<Currency> {
  const decimals = Number(await readCoin(rpc, coin, 'decimals'))
  // More places than any amount has, and no number can be written with them.
  if (decimals > MOST_DECIMALS)
    throw new AppError('CALL_REVERTED', { meta: { coin, view: 'decimals' } })
  return { address: coin, symbol: (await symbolOf(rpc, coin)) ?? shortAccount(coin), decimals }
}

async function symbolOf(rpc: Rpc, coin: Account): Promise<string | null> {
  let answer: string
  try {
    answer = await callView(rpc, coin, 'symbol', [])
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'CALL_REVERTED') return null
    throw thrown
  }
  const symbol = textIn(answer).replace(/[^\p{L}\p{N}\p{P}\p{Sc} ]/gu, '')
  return cutText(symbol.trim(), SYMBOL_LENGTH) || null
}

/** The text in an answer: as the standard has it, or as old coins do, in 32 bytes. Empty when there is none. */
function textIn(answer: string): string {
  try {
    if (isHexString(answer, 32)) return decodeBytes32String(answer)
    const [bytes] = AbiCoder.defaultAbiCoder().decode(['bytes'], answer)
    return new TextDecoder('utf-8', { fatal: true }).decode(getBytes(String(bytes)))
  } catch {
    return ''
  }
}

async function callView(
  rpc: Rpc,
  coin: Account,
  view: string,
  args: readonly string[],
): Promise<string> {
  const data = coinInterface.encodeFunctionData(view, args)
  try {
    const answer = await rpc.ask<unknown>('eth_call', [{ to: coin, data, gas: MOST_GAS }, 'latest'])
    if (isHexString(answer)) return answer
  } catch (cause) {
    if (!isRevert(cause)) throw toUnreachable(cause)
    throw new AppError('CALL_REVERTED', { cause, meta: { coin, view } })
  }
  throw new AppError('CHAIN_UNREACHABLE', { meta: { coin, view } })
}
