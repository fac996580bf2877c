import type { Card } from '../domain/card.ts'
import type { ChatId } from '../domain/ids.ts'

/** Puts a card into a chat and remembers where it stands; `later` (Unix ms) when Telegram asks to wait. */
export type ShowCard = (input: {
  chat: ChatId
  key: string
  card: Card
  placement: 'in-place' | 'new'
  /** The message that a new one answers. */
  replyTo?: number | null
}) => Promise<{ type: 'nothing' } | { type: 'later'; dueAt: number }>
