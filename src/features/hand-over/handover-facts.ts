import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { Unit } from '../../ports/store.ts'

/** What the chain says of a hand-over: the right is burned, or it is not. */
export async function handoverFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  if (deal.subject.kind !== 'handover') return { type: 'absent' }
  const right = await unit.index.right(deal.subject.right)
  const { time, finalNumber } = await unit.index.head()
  const state = right === null ? null : effectiveState(right.word, time)
  if (right === null || state?.state !== 'redeemed') return { type: 'absent' }
  const facts = { right: right.id, txHash: right.changedTx, blockNumber: right.changedBlock }
  if (right.changedBlock > finalNumber) return { type: 'done', ...facts }
  return { type: 'final', at: right.changedAt, ...facts }
}
