import type { Deal } from '../domain/deal/deal.ts'
import { AppError } from '../domain/errors.ts'
import type { DealId } from '../domain/ids.ts'
import type { Person, Unit } from '../ports/store.ts'

/** A deal of this person, named by a button. @throws AppError CARD_STALE, CARD_FOREIGN */
export async function ownDeal(unit: Unit, person: Person, id: string): Promise<Deal> {
  const deal = (await unit.deals.load(id as DealId))?.deal
  if (deal === undefined) throw new AppError('CARD_STALE')
  if (deal.person.id !== person.id) throw new AppError('CARD_FOREIGN')
  return deal
}
