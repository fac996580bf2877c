import type { Account } from './ids.ts'
import type { Coin } from './money.ts'
import { parseAmount } from './parse-amount.ts'

/** A coin that a price may be asked in. `address` is null for the chain's own. */
export type SellingCoin = Coin & { address: Account | null }

/** A price, in the smallest unit of its coin. */
export type Price = { amount: bigint; currency: Account | null }

/**
 * What a person typed as a price in one of several coins: `12 usdc`, `USDC 12`. A bare number counts in the coin `otherwise`,
 * or not at all when there is none. Of two coins with one symbol the first counts. Null for anything else.
 */
export function parsePrice(
  text: string,
  coins: readonly SellingCoin[],
  otherwise?: SellingCoin,
): Price | null {
  const typed = text.normalize('NFKC').trim()
  for (const coin of coins) {
    const number = withoutSymbol(typed, coin.symbol)
    const amount = number === null ? null : parseAmount(number, coin)
    if (amount !== null) return { amount, currency: coin.address }
  }
  const amount = otherwise === undefined ? null : parseAmount(typed, otherwise)
  return amount === null || otherwise === undefined ? null : { amount, currency: otherwise.address }
}

function withoutSymbol(typed: string, symbol: string): string | null {
  if (symbol === '') return null
  const [small, name] = [typed.toLowerCase(), symbol.toLowerCase()]
  if (small.endsWith(name)) return typed.slice(0, -symbol.length)
  return small.startsWith(name) ? typed.slice(symbol.length) : null
}
