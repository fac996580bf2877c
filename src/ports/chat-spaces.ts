import type { Account, ChatId } from '../domain/ids.ts'

/** Which space a chat is in: the one that was opened or shown there last. */
export type ChatSpaces = {
  /** A space was opened or shown. */
  note(chat: ChatId, account: Account): Promise<void>
  /** Null when there was none within a day. */
  of(chat: ChatId): Promise<Account | null>
}
