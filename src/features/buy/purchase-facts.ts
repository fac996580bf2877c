import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import { ANSWER_SECONDS } from '../../domain/deal/prompted-call.ts'
import type { HeldRight } from '../../domain/facts.ts'
import type { Unit } from '../../ports/store.ts'

const absent: ChainFacts = { type: 'absent' }

/**
 * What the chain says of a purchase: the right minted under its reference to its account. A wallet that changes the call
 * (a smart account) loses the reference; then the oldest right of account and series that no purchase has.
 */
export async function purchaseFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  if (deal.subject.kind !== 'purchase' || deal.account === null) return absent
  const right =
    (await unit.index.mintedBy(deal.id, deal.account)) ?? (await unreferenced(unit, deal))
  if (right === null) return absent
  const { finalNumber } = await unit.index.head()
  const facts = { right: right.id, txHash: right.mintedTx, blockNumber: right.mintedBlock }
  if (right.mintedBlock > finalNumber) return { type: 'done', ...facts }
  return { type: 'final', at: right.mintedAt, ...facts }
}

async function unreferenced(unit: Unit, deal: Deal): Promise<HeldRight | null> {
  if (deal.subject.kind !== 'purchase' || deal.account === null || deal.call === null) return null
  const askedAt = deal.call.expiresAt - ANSWER_SECONDS
  for (const right of await unit.index.mintedWithout(deal.subject.series, deal.account)) {
    if (right.mintedAt < askedAt) continue
    const owners = await unit.deals.find({ kind: 'purchase', right: right.id })
    if (owners.every((each) => each.deal.id === deal.id)) return right
  }
  return null
}
