import { rightNow } from '../../deals/happened.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { AppError } from '../../domain/errors.ts'
import type { DealId, RightId } from '../../domain/ids.ts'
import type { Person, Unit } from '../../ports/store.ts'

/**
 * Answers the link of a held right that is for sale. An offer that changed since is a new one.
 * @throws AppError RIGHT_UNKNOWN, RIGHT_REDEEMED, OFFER_GONE
 */
export async function offerTake(
  startDeal: StartDeal,
  unit: Unit,
  input: { person: Person; right: RightId },
): Promise<DealId> {
  const { person, right: id } = input
  const now = await rightNow(unit, id)
  if (now === null) throw new AppError('RIGHT_UNKNOWN')
  const { right, state } = now
  const known = await unit.deals.find({ person: person.id, kind: 'take', right: id })
  const mine = known.find(
    ({ deal }) => deal.subject.kind === 'take' && deal.subject.nonce === state.nonce,
  )?.deal.id
  if (state.burned) throw new AppError('RIGHT_REDEEMED')
  if (state.state !== 'listed' || state.price === null) throw new AppError('OFFER_GONE')
  const series = await unit.index.series(right.series)
  if (series === null) throw new AppError('SERIES_UNKNOWN')
  const { currency } = series.terms
  const { price, holder: seller, nonce } = state
  return startDeal(unit, {
    person,
    same: mine,
    subject: { kind: 'take', right: id, price, currency, seller, nonce },
  })
}
