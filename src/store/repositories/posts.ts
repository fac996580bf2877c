import type { PersonId } from '../../domain/ids.ts'
import type { Post, Posts } from '../../ports/posts.ts'
import type { Database } from '../database.ts'
import type { PostTable } from '../schema.ts'
import { startsWith } from '../starts-with.ts'

const MOST = 50

/** Posts in SQL. */
export function createPosts(db: Database, now: () => number): Posts {
  return {
    async add({ inlineMessageId, subject, person, locale, contentHash }) {
      await db
        .insertInto('post')
        .values({
          inline_message_id: inlineMessageId,
          subject,
          person_id: person,
          locale,
          content_hash: contentHash,
          posted_at: now(),
        })
        .onConflict((conflict) => conflict.column('inline_message_id').doNothing())
        .execute()
    },
    async of(subject) {
      const rows = await db
        .selectFrom('post')
        .selectAll()
        .where((where) =>
          where.or([where('subject', '=', subject), startsWith(where, 'subject', `${subject}:`)]),
        )
        .orderBy('posted_at', 'desc')
        .orderBy('inline_message_id')
        .limit(MOST)
        .execute()
      return rows.map(toPost)
    },
    async load(id) {
      const row = await db
        .selectFrom('post')
        .selectAll()
        .where('inline_message_id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : toPost(row)
    },
    async drawn(id, contentHash) {
      await db
        .updateTable('post')
        .set({ content_hash: contentHash })
        .where('inline_message_id', '=', id)
        .execute()
    },
    async forget(id) {
      await db.deleteFrom('post').where('inline_message_id', '=', id).execute()
    },
  }
}

function toPost(row: PostTable): Post {
  return {
    inlineMessageId: row.inline_message_id,
    subject: row.subject,
    person: Number(row.person_id) as PersonId,
    locale: row.locale,
    contentHash: row.content_hash ?? '',
  }
}
