/** What every contract is measured at, in the order in which the table has it. */
export const operations = [
  'buy 1',
  'buy 10',
  'transfer',
  'transfer, first of 10',
  'burn',
  'burn, first of 10',
] as const

/** One of the measured operations. */
export type Operation = (typeof operations)[number]

/** Receipts' `gasUsed` by operation. */
export type GasByOperation = Record<string, number>

/** What the gas bench finds, and `snapshot.json` keeps: keys sorted, so that a difference is a change. */
export type GasResult = { ours: GasByOperation; peers: Record<string, GasByOperation> }
