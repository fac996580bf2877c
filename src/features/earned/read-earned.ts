import type { EarnedSeries, Waiting } from '../../cards/earned-card.ts'
import { coinsOf } from '../../deals/coins-of.ts'
import type { Account, SeriesId } from '../../domain/ids.ts'
import type { Coin } from '../../domain/money.ts'
import type { Unit } from '../../ports/store.ts'

type Sum = { quantity: number; amount: bigint; lastAt: number }

/** What links of these accounts brought, the latest series first, and the money that waits for them. */
export async function readEarned(
  unit: Unit,
  accounts: readonly Account[],
  coinOf: (currency: Account | null) => Coin,
): Promise<{
  series: EarnedSeries[]
  sums: { coin: Coin; amount: bigint }[]
  waiting: Waiting[]
}> {
  const bySeries = new Map<SeriesId, Sum>()
  for (const { series, quantity, amount, at } of await unit.index.contributionsOf(accounts)) {
    const known = bySeries.get(series) ?? { quantity: 0, amount: 0n, lastAt: 0 }
    bySeries.set(series, {
      quantity: known.quantity + quantity,
      amount: known.amount + amount,
      lastAt: Math.max(known.lastAt, at),
    })
  }
  const named = []
  for (const [id, sum] of bySeries) {
    const series = await unit.index.series(id)
    if (series !== null)
      named.push({ name: series.goods.name, ...sum, currency: series.terms.currency })
  }
  const credits = []
  for (const account of accounts) {
    for (const credit of await unit.index.creditsOf(account)) credits.push({ account, ...credit })
  }
  const coin = coinsOf(
    coinOf,
    [...named, ...credits].map(({ currency }) => currency),
  )
  const byCoin = new Map<Account | null, bigint>()
  for (const { currency, amount } of named)
    byCoin.set(currency, (byCoin.get(currency) ?? 0n) + amount)
  return {
    series: named
      .map(({ currency, ...each }) => ({ ...each, coin: coin(currency) }))
      .toSorted((one, other) => other.lastAt - one.lastAt),
    sums: [...byCoin].map(([currency, amount]) => ({ coin: coin(currency), amount })),
    waiting: credits.map((each) => ({ ...each, coin: coin(each.currency) })),
  }
}
