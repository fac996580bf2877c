import type { Account } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import { readCoin, readCurrency } from './read-coin.ts'
import { createRpc, plainRpc } from './rpc.ts'

/** Another chain on which people may keep the coins that are missing here. */
export type OtherChain = {
  name: string
  chainId: number
  rpcUrl: string
  nativeSymbol: string
  /** ERC-20 coins that are looked at. */
  coins: readonly Account[]
}

/** Coins of an account on another chain. */
export type FundsElsewhere = { chain: string; amount: bigint; coin: Coin }

const PATIENCE_MS = 1500

/**
 * Looks on the other chains for coins of a symbol, all at once. A hint and nothing more: what does not answer in time is
 * left out, and a symbol is only a name. Amounts in the coin's smallest unit.
 */
export function createFundsElsewhere(
  chains: readonly OtherChain[],
): (account: Account, symbol: string) => Promise<FundsElsewhere[]> {
  const readers = chains.map((each) => ({
    ...each,
    rpc: createRpc({ rpcUrl: each.rpcUrl, chainId: each.chainId, timeoutMs: PATIENCE_MS }),
  }))
  return async function fundsElsewhere(account, symbol) {
    const found = await Promise.all(
      readers.map((each) => fundsOn(each, account, symbol).catch((): FundsElsewhere[] => [])),
    )
    return found.flat()
  }
}

async function fundsOn(
  { name, rpc, nativeSymbol, coins }: OtherChain & { rpc: ReturnType<typeof createRpc> },
  account: Account,
  symbol: string,
): Promise<FundsElsewhere[]> {
  if (nativeSymbol === symbol) {
    const amount = BigInt(await plainRpc(rpc).ask<string>('eth_getBalance', [account, 'latest']))
    return amount === 0n ? [] : [{ chain: name, amount, coin: { symbol, decimals: 18 } }]
  }
  for (const address of coins) {
    const coin = await readCurrency(rpc, address)
    if (coin.symbol !== symbol) continue
    const amount = await readCoin(rpc, address, 'balanceOf', [account])
    if (amount > 0n) return [{ chain: name, amount, coin }]
  }
  return []
}
