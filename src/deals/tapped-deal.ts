import type { Action } from '../domain/actions.ts'
import type { Deal } from '../domain/deal/deal.ts'
import { AppError } from '../domain/errors.ts'
import type { Person, Unit } from '../ports/store.ts'
import { ownDeal } from './own-deal.ts'

/**
 * The deal of this person that a button was pressed for, as long as the button is of its present stage; a button of an older
 * card only has the card drawn anew, because what it means may be wrong by now. @throws AppError CARD_STALE, CARD_FOREIGN
 */
export async function tappedDeal(
  { unit, person }: { unit: Unit; person: Person },
  { subject, version }: Pick<Action, 'subject' | 'version'>,
): Promise<Deal> {
  const deal = await ownDeal(unit, person, subject)
  if (version === deal.epoch) return deal
  await unit.drawings.deal({ deal: deal.id, chat: deal.chat, anew: false })
  throw new AppError('CARD_STALE')
}
