import { offerDeal } from '../../domain/deal/deal.ts'
import type { ChatId, DealId } from '../../domain/ids.ts'
import type { Random } from '../../ports/random.ts'
import type { Person, Unit } from '../../ports/store.ts'

/** Starts binding a wallet by itself, or finds the binding that is under way. */
export async function offerBinding(
  deps: { random: Random },
  unit: Unit,
  input: { person: Person; chat: ChatId },
): Promise<DealId> {
  const { person, chat } = input
  const known = await unit.deals.find({ person: person.id, kind: 'binding' })
  const underWay = known.find(({ deal }) => deal.stage === 'offered' || deal.stage === 'binding')
  if (underWay !== undefined) return underWay.deal.id
  const deal = offerDeal({
    id: deps.random.dealId(),
    person: { id: person.id, name: person.name },
    chat,
    subject: { kind: 'binding' },
  })
  await unit.deals.add(deal)
  return deal.id
}
