import { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import { shortAccount } from '../domain/short-account.ts'
import type { ChainPort, Currency } from '../ports/chain.ts'

/** Name and decimals of every coin that a series is priced in, whatever its seller took for one. */
export type CoinNames = {
  /** What is known of it; null while it was never read. */
  known(currency: Account | null): Currency | null
  /** @throws AppError CHAIN_UNREACHABLE */
  read(currency: Account | null): Promise<Currency>
}

/** After this, what was no coin is asked again, for a node may have been wrong. */
const ODD_MS = 60_000

/**
 * What turned out to be no coin is named by its address and counted in its smallest unit: anybody can publish a series in
 * one, and a list with it must still be shown.
 */
export function createCoinNames(
  chain: Pick<ChainPort, 'currency' | 'knownCurrency'>,
  now: () => number = Date.now,
): CoinNames {
  const odd = new Map<Account, { coin: Currency; since: number }>()

  async function ask(currency: Account | null): Promise<Currency> {
    try {
      return await chain.currency(currency)
    } catch (error) {
      const isNoCoin = error instanceof AppError && error.code === 'CALL_REVERTED'
      if (!isNoCoin || currency === null) throw error
      const coin = { address: currency, symbol: shortAccount(currency), decimals: 0 }
      odd.set(currency, { coin, since: now() })
      return coin
    }
  }

  function known(currency: Account | null): Currency | null {
    const coin = chain.knownCurrency(currency)
    const entry = currency === null ? undefined : odd.get(currency)
    if (coin !== null || entry === undefined) return coin
    // Nobody waits for this: the name it has will do until then.
    if (now() - entry.since > ODD_MS) void ask(currency).catch(() => {})
    return entry.coin
  }

  return { known, read: async (currency) => known(currency) ?? ask(currency) }
}
