import type { ChatId, PersonId } from './ids.ts'

/** A person's private chat with the bot: by the Bot API it has the person's number. */
export function privateChat(person: PersonId): ChatId {
  return person as never as ChatId
}
