import type { InboxItem } from '../../ports/store.ts'

/** More ids than this in one row would wait for each other, and fail together. */
const MOST = 20
/** Lanes that the series of the chain are spread over. */
const LANES = 8
/** A right's id begins with its series' id, which begins with the hash that names it; this many signs spread them well. */
const SPREAD = 10

/** Rows for the inbox about ids that a block touched. */
export type TouchedRow = { lane: string; item: Extract<InboxItem, { type: 'touched' }> }

/**
 * Splits what a block touched into rows, so that a large block, or one id that cannot be told of, holds up few others. A
 * series and its rights share a lane. Deals are told before people in a row of their own: what people read is made of
 * deals, but deals that fail keep no news from people.
 */
export function touchedRows(subjects: readonly string[]): TouchedRow[] {
  const lanes = Map.groupBy(new Set(subjects), (subject) => {
    return Number.parseInt(subject.slice(2, SPREAD), 16) % LANES
  })
  return [...lanes].flatMap(([lane, all]) =>
    chunks(all).flatMap((some) =>
      (['deals', 'people'] as const).map(
        (tell): TouchedRow => ({
          lane: `index:${lane}`,
          item: { type: 'touched', subjects: some, tell },
        }),
      ),
    ),
  )
}

function chunks(subjects: readonly string[]): string[][] {
  const count = Math.ceil(subjects.length / MOST)
  return Array.from({ length: count }, (_, at) => subjects.slice(at * MOST, (at + 1) * MOST))
}
