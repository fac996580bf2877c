import { absent } from '../../deals/happened.ts'
import { claimKey } from '../../domain/claim-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import { ANSWER_SECONDS } from '../../domain/deal/prompted-call.ts'
import { claimSecretsOf, type PurchaseSubject } from '../../domain/deal/subject.ts'
import type { HeldRight } from '../../domain/facts.ts'
import type { Account, PromptId } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'
import { ownPayment, paymentsUnder, rivalsOf } from './payments.ts'

/**
 * What the chain says of a purchase: the rights of the one transaction under its reference that is this deal's. A wallet
 * that changes the call (a smart account) loses the reference; then the oldest rights of account and series that no purchase
 * has. Who pays for somebody else does it under the other's reference, so that both hear of it.
 */
export async function purchaseFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  const { subject } = deal
  if (subject.kind !== 'purchase') return absent
  const recipient = subject.paidFor?.account ?? subject.asked ?? deal.account
  if (recipient === null) return absent
  const payments = await paymentsUnder(unit, deal, subject, recipient)
  if (payments.length === 0) {
    return factsOf(unit, deal, await mintedWithout(unit, deal, subject, recipient))
  }
  const rivals = subject.paidFor === null ? [] : await rivalsOf(unit, deal, subject)
  const { own, isOver } = ownPayment(deal, subject, payments, rivals)
  if (isOver) return { type: 'absent', over: 'PAID_ALREADY' }
  return factsOf(unit, deal, own?.rights ?? [])
}

async function factsOf(unit: Unit, deal: Deal, minted: readonly HeldRight[]): Promise<ChainFacts> {
  const [first] = minted
  if (first === undefined) return absent
  const { finalNumber } = await unit.index.head()
  const facts = {
    outcome: 'bought' as const,
    rights: minted.map(({ id }) => id),
    txHash: first.mintedTx,
    blockNumber: first.mintedBlock,
    ...questionOf(deal, first),
  }
  if (first.mintedBlock > finalNumber) return { type: 'done', until: null, ...facts }
  return { type: 'final', at: first.mintedAt, ...facts }
}

/** A gift is minted under the keys of its question: should that be an earlier one, it is told apart by them. */
function questionOf({ earlier = [] }: Deal, { key }: HeldRight): { prompt?: PromptId } {
  const found = earlier.find(({ subject }) =>
    claimSecretsOf(subject).some((secret) => claimKey(secret) === key),
  )
  return found === undefined ? {} : { prompt: found.call.prompt }
}

async function mintedWithout(
  unit: Unit,
  deal: Deal,
  { series, quantity }: PurchaseSubject,
  recipient: Account,
): Promise<HeldRight[]> {
  if (deal.call === null) return []
  const askedAt = deal.call.expiresAt - ANSWER_SECONDS
  const free: HeldRight[] = []
  for (const right of await unit.index.mintedWithout(series, recipient)) {
    if (right.mintedAt < askedAt) continue
    const owners = await unit.deals.find({ kind: 'purchase', right: right.id })
    if (owners.every((each) => each.deal.id === deal.id)) free.push(right)
  }
  // One transaction mints them all.
  return free.filter(({ mintedTx }) => mintedTx === free[0]?.mintedTx).slice(0, quantity)
}
