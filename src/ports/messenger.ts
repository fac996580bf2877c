import type { Card } from '../domain/card.ts'
import type { ChatId } from '../domain/ids.ts'
import type { PlacedCard } from './store.ts'

/** Where a card stands now. */
export type Delivery =
  | { type: 'placed'; place: PlacedCard }
  /** The chat does not take messages from us: blocked, never started, gone. */
  | { type: 'unreachable' }
  /** Asked to wait, in milliseconds. */
  | { type: 'wait'; ms: number }

/** Puts cards into chats. */
export type Messenger = {
  /**
   * Draws the card where `place` says, or sends it as a new message when there is no place or the old message is gone.
   * A card that shows this already is left alone. A new message is sent at least once: a crash may repeat it.
   * @throws AppError TELEGRAM_UNREACHABLE
   */
  show(chat: ChatId, card: Card, place: PlacedCard | null): Promise<Delivery>
}
