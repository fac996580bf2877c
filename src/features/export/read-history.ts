import type { HeldRight, Series } from '../../domain/facts.ts'
import type { Account, SeriesId } from '../../domain/ids.ts'
import { rightStates } from '../../domain/right-word.ts'
import type { Store, Unit } from '../../ports/store.ts'

/** How a right, or a share of its price, comes into a person's history. */
export type HistoryKind = 'held' | 'sent' | 'sold' | 'issued' | 'earned'

/**
 * One line of a history. `at` in Unix seconds, `amount` in the smallest unit of the series' currency; what was earned names
 * no single right.
 */
export type HistoryLine = {
  kind: HistoryKind
  series: Series
  right: HeldRight | null
  quantity: number
  amount: bigint
  at: number
}

/** The most lines of one file. */
export const MOST_LINES = 10_000
const A_READ = 100

/**
 * What these accounts held, passed on, sold as issuers, and earned, the latest first, and the newest block's time. Read a
 * hundred at a time, each in a transaction of its own, so that nobody waits for a long history.
 */
export async function readHistory(
  store: Store,
  accounts: readonly Account[],
): Promise<{ lines: HistoryLine[]; now: number }> {
  const series = new Map<SeriesId, Series | null>()
  const lines: HistoryLine[] = []
  const named = async (unit: Unit, id: SeriesId) => {
    if (!series.has(id)) series.set(id, await unit.index.series(id))
    return series.get(id) ?? null
  }
  const add = async (unit: Unit, right: HeldRight, kind: HistoryKind, price: bigint | null) => {
    const found = await named(unit, right.series)
    if (found === null) return
    const amount = price ?? found.terms.price
    lines.push({ kind, series: found, right, quantity: 1, amount, at: right.changedAt })
  }
  /** Reads on until a read comes back short, or the file is full. */
  const readAll = async (read: (unit: Unit, offset: number) => Promise<number>) => {
    for (let offset = 0; lines.length < MOST_LINES; offset += A_READ) {
      if ((await store.transaction((unit) => read(unit, offset))) < A_READ) return
    }
  }

  await readAll(async (unit, offset) => {
    const { found } = await unit.index.rightsOf(accounts, offset, A_READ)
    for (const right of found) await add(unit, right, 'held', right.came.price)
    return found.length
  })
  await readAll(async (unit, offset) => {
    const found = await unit.index.passedOn(accounts, offset)
    for (const right of found) {
      await add(unit, right, right.came.how === 'resale' ? 'sold' : 'sent', right.came.price)
    }
    return found.length
  })
  for (const account of accounts) {
    await readAll(async (unit, offset) => {
      const found = await unit.index.rightsIssuedBy(account, rightStates, offset)
      for (const right of found) await add(unit, right, 'issued', null)
      return found.length
    })
  }
  return store.transaction(async (unit) => {
    for (const each of await unit.index.contributionsOf(accounts)) {
      const found = await named(unit, each.series)
      if (found === null) continue
      const { quantity, amount, at } = each
      lines.push({ kind: 'earned', series: found, right: null, quantity, amount, at })
    }
    const { time: now } = await unit.index.head()
    return { lines: lines.toSorted((one, other) => other.at - one.at).slice(0, MOST_LINES), now }
  })
}
