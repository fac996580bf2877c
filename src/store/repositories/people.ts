import type { PersonId } from '../../domain/ids.ts'
import type { People, Person } from '../../ports/store.ts'
import type { Database } from '../database.ts'

/** People in SQL. */
export function createPeople(db: Database, now: () => number): People {
  const load = async (id: PersonId): Promise<Person | null> => {
    const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
    if (row === undefined) return null
    return { id, name: row.name, locale: row.locale, reachable: row.reachable === 1 }
  }
  return {
    load,
    async meet({ id, name, locale }) {
      await db
        .insertInto('person')
        .values({ id, name, locale, reachable: 1, created_at: now() })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, reachable: 1 }))
        .execute()
      return (await load(id)) ?? { id, name, locale, reachable: true }
    },
    async setLocale(id, locale) {
      await db.updateTable('person').set({ locale }).where('id', '=', id).execute()
    },
    async setReachable(id, reachable) {
      await db
        .updateTable('person')
        .set({ reachable: reachable ? 1 : 0 })
        .where('id', '=', id)
        .execute()
    },
  }
}
