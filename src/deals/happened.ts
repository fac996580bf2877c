import type { Deal } from '../domain/deal/deal.ts'
import type { ChainFacts, Outcome } from '../domain/deal/event.ts'
import { effectiveState } from '../domain/effective-state.ts'
import type { HeldRight } from '../domain/facts.ts'
import type { Unit } from '../ports/store.ts'

/** Nothing of a deal is on the chain. */
export const absent: ChainFacts = { type: 'absent' }

/** A right with what it counts as at the newest block. */
export type RightNow = {
  right: HeldRight
  state: NonNullable<ReturnType<typeof effectiveState>>
  /** The newest block's time, Unix seconds; blocks up to `finalNumber` are never taken back. */
  time: number
  finalNumber: number
}

/** Reads a right as it counts now; null when nobody minted it. */
export async function rightNow(unit: Unit, id: HeldRight['id']): Promise<RightNow | null> {
  const right = await unit.index.right(id)
  const { time, finalNumber } = await unit.index.head()
  const state = right === null ? null : effectiveState(right.word, time)
  return right === null || state === null ? null : { right, state, time, finalNumber }
}

/** Something that may still go on: `until` from the state's own deadline. */
export function doneFacts({ right, state }: RightNow, outcome: Outcome): ChainFacts {
  const where = { rights: [right.id], txHash: right.changedTx, blockNumber: right.changedBlock }
  return { type: 'done', outcome, until: state.burned ? null : state.until, ...where }
}

/** Something that is over; until its block is final it may still be taken back, and counts as done. */
export function overFacts(now: RightNow, outcome: Outcome): ChainFacts {
  const { right, finalNumber } = now
  const where = { rights: [right.id], txHash: right.changedTx, blockNumber: right.changedBlock }
  if (right.changedBlock > finalNumber) return { type: 'done', outcome, until: null, ...where }
  return { type: 'final', outcome, at: right.changedAt, ...where }
}

/**
 * What came to an end stays told when the right has moved on since: it was sold on, sent on, or asked for. Null when it has
 * not, or when there was no such end. (Whether a deeper block was taken back meanwhile cannot be seen from here.)
 */
export function toldFacts(
  { facts }: Pick<Deal, 'facts'>,
  { right, finalNumber, time }: RightNow,
  ends: ReadonlySet<Outcome>,
): ChainFacts | null {
  if (facts.type === 'absent' || !ends.has(facts.outcome)) return null
  if (right.changedBlock <= facts.blockNumber) return null
  if (facts.type === 'final' || facts.blockNumber > finalNumber) return facts
  const { outcome, rights, txHash, blockNumber } = facts
  return { type: 'final', outcome, rights, txHash, blockNumber, at: time }
}
