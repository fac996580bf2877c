import type { StartDeal } from '../../deals/start-deal.ts'
import type { PurchaseSubject } from '../../domain/deal/subject.ts'
import { AppError } from '../../domain/errors.ts'
import type { Series } from '../../domain/facts.ts'
import type { Account, DealId } from '../../domain/ids.ts'
import type { Person, Unit } from '../../ports/store.ts'

/**
 * Answers a link to a series: a purchase that asks nothing yet. Opening the same link again finds the purchase that is
 * still open, so that a repeated START never makes a second one.
 * @throws AppError SERIES_UNKNOWN
 */
export async function offerSeries(
  startDeal: StartDeal,
  unit: Unit,
  input: { person: Person; series: Series | null; contributor: Account | null },
): Promise<DealId> {
  const { person, series, contributor } = input
  if (series === null) throw new AppError('SERIES_UNKNOWN')
  const open = await unit.deals.find({ person: person.id, kind: 'purchase', series: series.id })
  const same = open.find(
    ({ deal }) =>
      deal.subject.kind === 'purchase' &&
      deal.subject.paidFor === null &&
      deal.subject.contributor === contributor &&
      !['done', 'final', 'ended'].includes(deal.stage),
  )?.deal.id
  const subject = { ...newPurchase(series), contributor }
  return startDeal(unit, { person, subject, same })
}

/**
 * Answers a link by which somebody asks to have a purchase paid: the same purchase, for their account.
 * @throws AppError LINK_BROKEN, PAID_ALREADY, SERIES_UNKNOWN
 */
export async function offerPayment(
  startDeal: StartDeal,
  unit: Unit,
  input: { person: Person; reference: DealId },
): Promise<DealId> {
  const { person, reference } = input
  const wanted = (await unit.deals.load(reference))?.deal
  if (wanted?.subject.kind !== 'purchase') throw new AppError('LINK_BROKEN')
  const { series: id, asked, quantity, contributor } = wanted.subject
  if (asked === null) throw new AppError('LINK_BROKEN')
  const mine = (await unit.deals.find({ paidFor: reference, person: person.id })).find(
    ({ deal }) => deal.stage !== 'ended',
  )
  if (mine === undefined && wanted.facts.type !== 'absent') throw new AppError('PAID_ALREADY')
  const series = await unit.index.series(id)
  if (series === null) throw new AppError('SERIES_UNKNOWN')
  const paidFor = { deal: reference, account: asked }
  const subject = { ...newPurchase(series), quantity, contributor, paidFor }
  return startDeal(unit, { person, subject, same: mine?.deal.id })
}

function newPurchase({ id, issuer, terms }: Series): PurchaseSubject {
  const { price, currency } = terms
  return {
    kind: 'purchase',
    series: id,
    quantity: 1,
    price,
    currency,
    issuer,
    contributor: null,
    paidFor: null,
    asked: null,
    gift: null,
  }
}
