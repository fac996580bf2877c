import { offerDeal } from '../../domain/deal/deal.ts'
import { AppError } from '../../domain/errors.ts'
import type { Series } from '../../domain/facts.ts'
import type { ChatId, DealId } from '../../domain/ids.ts'
import type { Random } from '../../ports/random.ts'
import type { Person, Unit } from '../../ports/store.ts'

/**
 * Answers a link to a series: a purchase that asks nothing yet. Opening the same link again finds the purchase that is
 * still open, so that a repeated START never makes a second one.
 * @throws AppError SERIES_UNKNOWN
 */
export async function offerSeries(
  deps: { random: Random },
  unit: Unit,
  input: { person: Person; chat: ChatId; series: Series | null },
): Promise<DealId> {
  const { person, chat, series } = input
  if (series === null) throw new AppError('SERIES_UNKNOWN')
  const open = await unit.deals.find({ person: person.id, kind: 'purchase', series: series.id })
  const same = open.find(({ deal }) => !['done', 'final', 'ended'].includes(deal.stage))
  if (same !== undefined) return same.deal.id

  const id = deps.random.dealId()
  const deal = offerDeal({
    id,
    person: { id: person.id, name: person.name },
    chat,
    subject: {
      kind: 'purchase',
      series: series.id,
      quantity: 1,
      price: series.terms.price,
      currency: series.terms.currency,
      issuer: series.issuer,
    },
  })
  await unit.deals.add(deal)
  return id
}
