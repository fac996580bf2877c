import type { RequestView } from '../cards/request-view.ts'
import { hashOf } from '../domain/act-call.ts'
import type { Deal } from '../domain/deal/deal.ts'
import type { ActSubject, Delivery, RedemptionSubject } from '../domain/deal/subject.ts'
import { AppError } from '../domain/errors.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import type { Account, RightId } from '../domain/ids.ts'
import type { Person, Unit } from '../ports/store.ts'
import { ableAt } from './able-at.ts'
import { deskAccounts } from './desk-people.ts'
import { type RightNow, rightNow } from './happened.ts'
import { servesAt } from './serves-at.ts'

/** A holder's delivery of one right: the deal, and what it says. */
export type DeliveryAsked = { deal: Deal; subject: RedemptionSubject; delivery: Delivery }

/**
 * A right as somebody at its issuer's desk, or its arbiter, may see it.
 * @throws AppError RIGHT_UNKNOWN, DESK_FOREIGN
 */
export async function requestView(unit: Unit, person: Person, id: RightId): Promise<RequestView> {
  const now = await rightNow(unit, id)
  const series = now === null ? null : await unit.index.series(now.right.series)
  if (now === null || series === null) throw new AppError('RIGHT_UNKNOWN')
  const able = await ableAt(unit, person, series.issuer)
  const isArbiter = await hasAccount(unit, person, series.terms.arbiter)
  const isDesk = await servesAt(unit, person, series.issuer)
  if (!isDesk && !isArbiter) throw new AppError('DESK_FOREIGN')
  return { ...(await told(unit, now, series, isDesk)), able, isArbiter }
}

/** What this person's holder asked to have delivered: locked on chain, or waiting for an answer. */
export async function deliveryOf(unit: Unit, now: RightNow): Promise<DeliveryAsked | null> {
  const deals = await unit.deals.find({ kind: 'redemption', right: now.right.id })
  for (const { deal } of deals) {
    const { subject } = deal
    if (subject.kind !== 'redemption' || subject.delivery === null) continue
    const isGoing = deal.facts.type !== 'absent' || subject.delivery.askedOf !== null
    if (!isGoing || !(await isHolders(unit, deal, now))) continue
    return { deal, subject, delivery: subject.delivery }
  }
  return null
}

async function isHolders(unit: Unit, deal: Deal, { state }: RightNow): Promise<boolean> {
  if (deal.account !== null) return deal.account === state.holder
  const mine = await unit.bindings.of(deal.person.id)
  return mine.some(({ account }) => account === state.holder)
}

async function told(unit: Unit, now: RightNow, series: Series, isDesk: boolean) {
  const { right, state, time } = now
  const found = isDesk ? await deliveryOf(unit, now) : null
  const isFree = state.state === 'held' || state.state === 'listed'
  const { quote = null, askedOf = null, address = null } = found?.delivery ?? {}
  const isAsked = isFree && found?.deal.facts.type === 'absent' && askedOf !== null
  const answer = quote === null ? null : { fee: quote.fee, expiry: quote.expiry }
  const isOpen = isAsked || found?.deal.facts.type === 'done'
  return {
    right,
    series,
    state,
    now: time,
    ask: isAsked ? { answer } : null,
    address: isOpen && !state.burned ? address : null,
    tracking: await saidOf(unit, right, 'ship', right.trackingHash),
    complaint: await saidOf(unit, right, 'dispute', null),
    owners: await ownersOf(unit, series.issuer),
  }
}

/** Words of which only the hash is on chain, as whoever wrote them told us; null when they wrote them elsewhere. */
export async function saidOf(
  unit: Unit,
  right: HeldRight,
  act: 'ship' | 'dispute',
  hash: string | null,
): Promise<string | null> {
  if (act === 'ship' && hash === null) return null
  const deals = await unit.deals.find({ kind: 'act', right: right.id })
  const subjects = deals
    .filter(({ deal }) => act === 'ship' || deal.facts.type !== 'absent')
    .map(({ deal }) => deal.subject)
  const found = subjects.find(
    (subject): subject is ActSubject =>
      subject.kind === 'act' &&
      subject.act === act &&
      (hash === null || hashOf(subject.arguments.text) === hash),
  )
  return found?.arguments.text ?? null
}

async function ownersOf(unit: Unit, issuer: Account): Promise<string[]> {
  const accounts = await deskAccounts(unit, issuer)
  const ids = await Promise.all(accounts.map((each) => unit.bindings.peopleOf(each)))
  const people = await Promise.all([...new Set(ids.flat())].map((id) => unit.people.load(id)))
  return people.flatMap((each) => (each === null ? [] : [each.name]))
}

async function hasAccount(unit: Unit, person: Person, account: Account | null): Promise<boolean> {
  if (account === null) return false
  return (await unit.bindings.of(person.id)).some((each) => each.account === account)
}
