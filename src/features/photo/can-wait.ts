import { photoProblemCard, waitingCard } from '../../cards/photo-card.ts'
import type { ChatId, PersonId } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/**
 * Photos of one person, and of all, that wait to be looked at: more would be answered when nobody waits any more. A person may
 * send as many at once as a product may have.
 */
const MOST_OF_ONE = 12
const MOST_OF_ALL = 200
const KEY = 'photos-waiting'

/** Asks whether one more photo of a person may wait in a chat. */
export type CanWait = (
  unit: Unit,
  input: { person: PersonId; chat: ChatId; texts: Texts },
) => Promise<boolean>

/**
 * May one more photo wait? If not, the chat is told so once, however many more are sent; each is left out. The one after
 * a break is told about in a new message.
 */
export const canWait: CanWait = async (unit, { person, chat, texts }) => {
  const isFull = (await unit.outbox.waiting(`photo:${person}`)) >= MOST_OF_ONE
  if (!isFull && (await unit.outbox.waiting('photo:')) < MOST_OF_ALL) {
    await unit.cards.forget(chat, KEY)
    return true
  }
  const card = isFull ? waitingCard(texts) : photoProblemCard(texts, 'VISION_BUSY')
  await unit.drawings.card({ chat, key: KEY, card, placement: 'in-place' })
  return false
}
