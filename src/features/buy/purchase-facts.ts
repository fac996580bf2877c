import { absent } from '../../deals/happened.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import { ANSWER_SECONDS } from '../../domain/deal/prompted-call.ts'
import type { PurchaseSubject } from '../../domain/deal/subject.ts'
import type { HeldRight } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'

/**
 * What the chain says of a purchase: the rights minted under its reference to whom they were for. A wallet that changes the
 * call (a smart account) loses the reference; then the oldest rights of account and series that no purchase has. Who pays
 * for somebody else does it under the other's reference, so that both hear of it.
 */
export async function purchaseFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  const { subject } = deal
  if (subject.kind !== 'purchase') return absent
  const recipient = subject.paidFor?.account ?? subject.asked ?? deal.account
  if (recipient === null) return absent
  const minted = await mintedBy(unit, deal, subject, recipient)
  const [first] = minted
  if (first === undefined) return absent
  const { finalNumber } = await unit.index.head()
  const facts = {
    outcome: 'bought' as const,
    rights: minted.map(({ id }) => id),
    txHash: first.mintedTx,
    blockNumber: first.mintedBlock,
  }
  if (first.mintedBlock > finalNumber) return { type: 'done', until: null, ...facts }
  return { type: 'final', at: first.mintedAt, ...facts }
}

async function mintedBy(
  unit: Unit,
  deal: Deal,
  subject: PurchaseSubject,
  recipient: Account,
): Promise<HeldRight[]> {
  const reference = subject.paidFor?.deal ?? deal.id
  const under = await unit.index.mintedUnder(reference, subject.series, recipient)
  // One transaction mints them all: fewer were not paid for what was asked.
  const named = under.filter(
    ({ mintedTx }) => under.filter((each) => each.mintedTx === mintedTx).length >= subject.quantity,
  )
  if (named.length > 0 || deal.call === null) return named
  const askedAt = deal.call.expiresAt - ANSWER_SECONDS
  const free: HeldRight[] = []
  for (const right of await unit.index.mintedWithout(subject.series, recipient)) {
    if (right.mintedAt < askedAt) continue
    const owners = await unit.deals.find({ kind: 'purchase', right: right.id })
    if (owners.every((each) => each.deal.id === deal.id)) free.push(right)
  }
  // One transaction mints them all.
  return free.filter(({ mintedTx }) => mintedTx === free[0]?.mintedTx).slice(0, subject.quantity)
}
