import { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import type { ChainPort } from '../ports/chain.ts'

/**
 * Name and decimals of a coin for those who may not wait, as inside a transaction. One that was never read is read
 * meanwhile; whoever asked is told to try again, which the inbox does. What turned out to be no coin is named by its address
 * and counted in its smallest unit: anybody can publish a series in one, and a list with it must still be shown.
 * The returned function @throws AppError CHAIN_UNREACHABLE
 */
export function createCoinOf(chain: ChainPort): (currency: Account | null) => Coin {
  const odd = new Map<Account, Coin>()
  return function coinOf(currency) {
    const known = chain.knownCurrency(currency) ?? (currency === null ? null : odd.get(currency))
    if (known != null) return known
    // What fails here is tried again with whoever asks next.
    void chain.currency(currency).catch((error: unknown) => {
      const isNoCoin = error instanceof AppError && error.code === 'CALL_REVERTED'
      if (isNoCoin && currency !== null)
        odd.set(currency, { symbol: shortAccount(currency), decimals: 0 })
    })
    throw new AppError('CHAIN_UNREACHABLE')
  }
}
