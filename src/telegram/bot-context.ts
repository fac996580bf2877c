import type { Context } from 'grammy'
import type { Card } from '../domain/card.ts'
import type { Account } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import type { Question } from '../domain/question.ts'
import type { Person, Unit } from '../ports/store.ts'
import type { Arguments, Texts } from '../ports/texts.ts'

/**
 * What a handler gets: one transaction that everything it writes belongs to. Handlers never call the Bot API themselves,
 * they write; what must go out at once, the answer to a tap, is sent after the commit.
 */
export type BotContext = Context & {
  unit: Unit
  person: Person
  texts: Texts
  /** The words over the chat that answer a tap; null answers it silently. */
  toast: { text: string; alert: boolean } | null
  /** The open question that what was typed just now answers; null when it answers none. */
  question: Question | null
  /** Sends a card to this chat: in place of the one under this key, or as a new message. */
  show(key: string, card: Card, placement: 'in-place' | 'new'): Promise<void>
  /** Asks the person for something to type; what they are asked is noted under `unit.questions`. */
  ask(textId: string, args?: Arguments): Promise<void>
  /**
   * Name and decimals of a coin, without leaving the transaction: one that is not known yet is read meanwhile, and the
   * update is tried again. @throws AppError CHAIN_UNREACHABLE
   */
  coinOf(currency: Account | null): Coin
  /** Runs after the commit; failures are logged. */
  later(work: () => Promise<unknown>): void
}
