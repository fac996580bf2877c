import type { ChatId } from '../domain/ids.ts'

/** A file to send, with a text under it. */
export type Parcel = { name: string; bytes: Uint8Array; html: string }

/** Sends files as they are, not as pictures on a screen. */
export type Courier = {
  /**
   * Sends a file as a new message, at least once: a crash may repeat it. `wait` in milliseconds when Telegram asks to.
   * @throws AppError TELEGRAM_UNREACHABLE
   */
  send(
    chat: ChatId,
    parcel: Parcel,
  ): Promise<{ type: 'sent' } | { type: 'unreachable' } | { type: 'wait'; ms: number }>
}
