import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { Unit } from '../../ports/store.ts'

/** What the chain says of a pick-up: locked under this request, burned, or free again. */
export async function redemptionFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  if (deal.subject.kind !== 'redemption' || deal.account === null) return { type: 'absent' }
  const right = await unit.index.right(deal.subject.right)
  const { time } = await unit.index.head()
  const state = right === null ? null : effectiveState(right.word, time)
  if (right === null || state === null || state.holder !== deal.account) return { type: 'absent' }
  const facts = { right: right.id, txHash: right.changedTx, blockNumber: right.changedBlock }
  // Only what this deal had locked can have been handed over for it.
  const wasOurs = deal.facts.type !== 'absent' || deal.call?.stage === 'included'
  if (state.state === 'redeemed' && wasOurs) return { type: 'final', at: right.changedAt, ...facts }
  const isAsked = deal.call !== null
  return state.state === 'requested' && isAsked ? { type: 'done', ...facts } : { type: 'absent' }
}
