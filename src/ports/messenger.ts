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
   * `replyTo` is the message that a new one answers, if it is still there.
   * @throws AppError TELEGRAM_UNREACHABLE
   */
  show(
    chat: ChatId,
    card: Card,
    place: PlacedCard | null,
    replyTo?: number | null,
  ): Promise<Delivery>
  /** Takes a message out of a chat; one that is gone or too old does no harm. @throws AppError TELEGRAM_UNREACHABLE */
  remove(chat: ChatId, messageId: number): Promise<void>
  /**
   * Changes a message that somebody posted through inline mode; one that shows this already is left alone.
   * @throws AppError TELEGRAM_UNREACHABLE
   */
  redraw(
    inlineMessageId: string,
    card: Card,
    contentHash: string | null,
  ): Promise<
    { type: 'drawn'; contentHash: string } | { type: 'gone' } | { type: 'wait'; ms: number }
  >
}
