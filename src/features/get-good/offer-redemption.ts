import { offerDeal } from '../../domain/deal/deal.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { AppError } from '../../domain/errors.ts'
import type { ChatId, DealId, RightId } from '../../domain/ids.ts'
import type { Random } from '../../ports/random.ts'
import type { Person, Unit } from '../../ports/store.ts'

/**
 * Starts getting the good of a right at the seller's desk, or finds the pick-up that is under way. The secret is made
 * here and only its hash goes on chain.
 * @throws AppError RIGHT_UNKNOWN, RIGHT_NOT_YOURS, RIGHT_REDEEMED, RIGHT_LOCKED
 */
export async function offerRedemption(
  deps: { random: Random },
  unit: Unit,
  input: { person: Person; chat: ChatId; right: RightId },
): Promise<DealId> {
  const { person, chat, right: id } = input
  const right = await unit.index.right(id)
  const { time } = await unit.index.head()
  const state = right === null ? null : effectiveState(right.word, time)
  if (state === null) throw new AppError('RIGHT_UNKNOWN')
  const bindings = await unit.bindings.of(person.id)
  if (!bindings.some(({ account }) => account === state.holder))
    throw new AppError('RIGHT_NOT_YOURS')
  if (state.burned) throw new AppError('RIGHT_REDEEMED')

  const known = await unit.deals.find({ person: person.id, kind: 'redemption', right: id })
  const underWay = known.find(({ deal }) => deal.stage !== 'ended' && deal.stage !== 'final')
  if (underWay !== undefined) return underWay.deal.id
  if (state.state !== 'held') throw new AppError('RIGHT_LOCKED')

  const deal = offerDeal({
    id: deps.random.dealId(),
    person: { id: person.id, name: person.name },
    chat,
    subject: { kind: 'redemption', right: id, way: 'pick-up', secret: deps.random.secret() },
  })
  await unit.deals.add(deal)
  return deal.id
}
