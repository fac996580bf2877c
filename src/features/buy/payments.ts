import type { Deal } from '../../domain/deal/deal.ts'
import { isOpen } from '../../domain/deal/prompted-call.ts'
import type { PurchaseSubject } from '../../domain/deal/subject.ts'
import { errorTable } from '../../domain/errors.ts'
import type { HeldRight } from '../../domain/facts.ts'
import type { Account, DealId, TxHash } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'

/** What one transaction paid under a purchase's reference: its rights, in the order of their serials. */
export type Payment = { txHash: TxHash; rights: HeldRight[] }

/** Under which reference a purchase is paid: its own, or that of whoever asked to have it paid. */
export function referenceOf({ id }: Deal, { paidFor }: PurchaseSubject): DealId {
  return paidFor?.deal ?? id
}

/** Everything that was paid under a purchase's reference, the first payment first. */
export async function paymentsUnder(
  unit: Unit,
  deal: Deal,
  subject: PurchaseSubject,
  recipient: Account,
): Promise<Payment[]> {
  const payments = new Map<TxHash, HeldRight[]>()
  const reference = referenceOf(deal, subject)
  // A reference can be copied: a cheaper good under it pays for nothing.
  for (const right of await unit.index.mintedUnder(reference, subject.series, recipient)) {
    payments.set(right.mintedTx, [...(payments.get(right.mintedTx) ?? []), right])
  }
  return [...payments].map(([txHash, rights]) => ({ txHash, rights }))
}

/** The other deals that may pay the same thing: of whoever asked, and of everybody who opened the link. */
export async function rivalsOf(unit: Unit, deal: Deal, subject: PurchaseSubject): Promise<Deal[]> {
  const reference = referenceOf(deal, subject)
  const asked = await unit.deals.load(reference)
  const paying = await unit.deals.find({ paidFor: reference })
  return [...(asked === null ? [] : [asked]), ...paying]
    .map((each) => each.deal)
    .filter(({ id }) => id !== deal.id)
}

/**
 * Whose payment is whose. Whoever asked has the first one that is whole; who pays for them has only the one that their own
 * wallet made. Where a wallet never said what it did, it made the one that nobody else can have made. `isOver` when others
 * have paid and this one has not.
 */
export function ownPayment(
  deal: Deal,
  subject: PurchaseSubject,
  payments: readonly Payment[],
  rivals: readonly Deal[],
): { own: Payment | null; isOver: boolean } {
  const told = deal.facts.type === 'absent' ? null : deal.facts.txHash
  const quantities = quantitiesOf(deal, subject)
  const isWhole = ({ rights }: Payment) => quantities.has(rights.length)
  const named =
    payments.find(({ txHash }) => txHash === told) ??
    payments.find(({ txHash }) => txHash === deal.call?.hash)
  if (named !== undefined) return { own: named, isOver: false }
  if (subject.paidFor === null) return { own: payments.find(isWhole) ?? null, isOver: false }

  const isPaid = payments.some(isWhole)
  const free = payments.filter((each) => isWhole(each) && !rivals.some((one) => made(one, each)))
  if (!mayHavePaid(deal) || free.length === 0) return { own: null, isOver: isPaid }
  return { own: rivals.some(mayHavePaid) ? null : (free[0] ?? null), isOver: false }
}

/** How many were asked for: now, and by questions that the wallet may still answer. */
function quantitiesOf({ earlier = [] }: Deal, { quantity }: PurchaseSubject): ReadonlySet<number> {
  const before = earlier.flatMap((each) =>
    each.subject.kind === 'purchase' ? [each.subject.quantity] : [],
  )
  return new Set([quantity, ...before])
}

/** Is a wallet asked to pay this right now, or about to be? Of two that are looked at at once, the lower id comes first. */
export function isPaying({ stage, call, id }: Deal, than: Deal): boolean {
  if (stage === 'calling') return true
  // Between letting the contract pull the coins and paying, a payment is under way.
  return stage === 'checking' && (call !== null || id < than.id)
}

function made({ call, facts, subject }: Deal, { txHash }: Payment): boolean {
  if (call?.hash === txHash) return true
  const isPayer = subject.kind === 'purchase' && subject.paidFor !== null
  return isPayer && facts.type !== 'absent' && facts.txHash === txHash
}

/** Its wallet was asked to pay, and what it did is not known. */
function mayHavePaid({ call }: Deal): boolean {
  if (call === null || call.purpose !== 'act') return false
  if (isOpen(call)) return true
  return call.failure !== null && errorTable[call.failure.code].money === 'unknown'
}
