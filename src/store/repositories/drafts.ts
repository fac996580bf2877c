import type { Draft } from '../../domain/draft.ts'
import { fromJson, toJson } from '../../domain/json.ts'
import type { Drafts } from '../../ports/drafts.ts'
import type { Database } from '../database.ts'

const MOST = 20

/** Drafts in SQL. They hold nothing that will not be public. */
export function createDrafts(db: Database, now: () => number): Drafts {
  const read = ({ body }: { body: string }) => fromJson<Draft>(body)
  return {
    async save(draft) {
      const row = { person_id: draft.person, body: toJson(draft), updated_at: now() }
      await db
        .insertInto('draft')
        .values({ id: draft.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
    },
    async load(id) {
      const row = await db
        .selectFrom('draft')
        .select('body')
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : read(row)
    },
    async of(person) {
      const rows = await db
        .selectFrom('draft')
        .select('body')
        .where('person_id', '=', person)
        .orderBy('updated_at', 'desc')
        .orderBy('id')
        .limit(MOST)
        .execute()
      return rows.map(read)
    },
    async isPictured(hash) {
      for (const table of ['draft', 'series'] as const) {
        const row = await db
          .selectFrom(table)
          .select('id')
          .where('body', 'like', `%"pictureHash":"${hash}"%`)
          .executeTakeFirst()
        if (row !== undefined) return true
      }
      return false
    },
    async remove(id) {
      await db.deleteFrom('draft').where('id', '=', id).execute()
    },
  }
}
