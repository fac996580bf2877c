import type { Account, PersonId } from '../../domain/ids.ts'
import type { Desks } from '../../ports/desk.ts'
import type { Database } from '../database.ts'

/** People at desks, and invitations to them, in SQL. */
export function createDesks(db: Database, now: () => number): Desks {
  return {
    async of(person) {
      const rows = await db
        .selectFrom('desk')
        .select('issuer')
        .where('person_id', '=', person)
        .orderBy('added_at')
        .orderBy('issuer')
        .execute()
      return rows.map(({ issuer }) => issuer as Account)
    },
    async peopleOf(issuer) {
      const rows = await db
        .selectFrom('desk')
        .select('person_id')
        .where('issuer', '=', issuer)
        .orderBy('added_at')
        .orderBy('person_id')
        .execute()
      return rows.map(({ person_id }) => Number(person_id) as PersonId)
    },
    async invite({ secretHash, issuer, expiresAt }) {
      await db
        .insertInto('invitation')
        .values({ secret_hash: secretHash, issuer, used_by: null, expires_at: expiresAt })
        .execute()
    },
    async isInvitationOpen(secretHash) {
      const row = await db
        .selectFrom('invitation')
        .select('issuer')
        .where('secret_hash', '=', secretHash)
        .where('expires_at', '>', now())
        .where('used_by', 'is', null)
        .executeTakeFirst()
      return row !== undefined
    },
    async issuerOf(secretHash) {
      const row = await db
        .selectFrom('invitation')
        .select('issuer')
        .where('secret_hash', '=', secretHash)
        .executeTakeFirst()
      return (row?.issuer as Account | undefined) ?? null
    },
    async join({ secretHash, person }) {
      const used = await db
        .updateTable('invitation')
        .set({ used_by: person })
        .where('secret_hash', '=', secretHash)
        .where('expires_at', '>', now())
        .where('used_by', 'is', null)
        .executeTakeFirst()
      if (used.numUpdatedRows !== 1n) return null
      const row = await db
        .selectFrom('invitation')
        .select('issuer')
        .where('secret_hash', '=', secretHash)
        .executeTakeFirstOrThrow()
      await db
        .insertInto('desk')
        .values({ issuer: row.issuer, person_id: person, added_at: now() })
        .onConflict((conflict) => conflict.columns(['issuer', 'person_id']).doNothing())
        .execute()
      return row.issuer as Account
    },
    async leave(issuer, person) {
      await db
        .deleteFrom('desk')
        .where('issuer', '=', issuer)
        .where('person_id', '=', person)
        .execute()
    },
  }
}
