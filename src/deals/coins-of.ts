import type { Account } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'

/** Name and decimals of a coin, as handlers get them: throws while they are being read. */
type CoinOf = (currency: Account | null) => Coin

/**
 * Coins for a whole list. All are asked for before it gives up on one, so that those which are not known yet are read
 * together. @throws AppError CHAIN_UNREACHABLE while any is being read
 */
export function coinsOf(coinOf: CoinOf, currencies: readonly (Account | null)[]): CoinOf {
  const found = new Map<Account | null, Coin>()
  let missing: unknown = null
  for (const currency of new Set(currencies)) {
    try {
      found.set(currency, coinOf(currency))
    } catch (error) {
      missing = error
    }
  }
  if (missing !== null) throw missing
  return (currency) => found.get(currency) ?? coinOf(currency)
}
