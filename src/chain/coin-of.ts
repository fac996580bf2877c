import { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import type { CoinNames } from './coin-names.ts'

/**
 * Name and decimals of a coin for those who may not wait, as inside a transaction. One that was never read is read
 * meanwhile; whoever asked is told to try again, which the inbox does.
 * The returned function @throws AppError CHAIN_UNREACHABLE
 */
export function createCoinOf(names: CoinNames): (currency: Account | null) => Coin {
  return function coinOf(currency) {
    const known = names.known(currency)
    if (known !== null) return known
    // What fails here is tried again with whoever asks next.
    void names.read(currency).catch(() => {})
    throw new AppError('CHAIN_UNREACHABLE')
  }
}
