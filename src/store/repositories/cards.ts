import type { Cards } from '../../ports/store.ts'
import type { Database } from '../database.ts'

/** Cards in SQL. */
export function createCards(db: Database): Cards {
  return {
    async load(chat, key) {
      const row = await db
        .selectFrom('card')
        .selectAll()
        .where('chat_id', '=', chat)
        .where('card_key', '=', key)
        .executeTakeFirst()
      if (row === undefined) return null
      const { message_id, form, picture_id, content_hash } = row
      return {
        messageId: Number(message_id),
        form,
        pictureId: picture_id,
        contentHash: content_hash,
      }
    },
    async place(chat, key, { messageId, form, pictureId, contentHash }) {
      const place = {
        message_id: messageId,
        form,
        picture_id: pictureId,
        content_hash: contentHash,
      }
      await db
        .insertInto('card')
        .values({ chat_id: chat, card_key: key, ...place })
        .onConflict((conflict) => conflict.columns(['chat_id', 'card_key']).doUpdateSet(place))
        .execute()
    },
    async forget(chat, key) {
      await db.deleteFrom('card').where('chat_id', '=', chat).where('card_key', '=', key).execute()
    },
  }
}
