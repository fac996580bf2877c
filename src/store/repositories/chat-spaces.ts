import type { Account } from '../../domain/ids.ts'
import type { ChatSpaces } from '../../ports/chat-spaces.ts'
import type { Database } from '../database.ts'

const LIFE_MS = 24 * 3600 * 1000

/** Spaces of chats in SQL. */
export function createChatSpaces(db: Database, now: () => number): ChatSpaces {
  return {
    async note(chat, account) {
      const shown = { account, shown_at: now() }
      await db
        .insertInto('chat_space')
        .values({ chat_id: chat, ...shown })
        .onConflict((conflict) => conflict.column('chat_id').doUpdateSet(shown))
        .execute()
    },
    async of(chat) {
      const row = await db
        .selectFrom('chat_space')
        .select('account')
        .where('chat_id', '=', chat)
        .where('shown_at', '>', now() - LIFE_MS)
        .executeTakeFirst()
      return (row?.account as Account | undefined) ?? null
    },
  }
}
