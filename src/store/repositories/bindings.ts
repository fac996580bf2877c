import type { Account, PersonId } from '../../domain/ids.ts'
import type { Bindings } from '../../ports/store.ts'
import type { Database } from '../database.ts'

/** What stands for the signature of a frozen pair: its proof counts no more, and the next one replaces it. */
const UNPROVEN = 'frozen'

/** Bindings of one chain in SQL. A person may prove several accounts; the last one used comes first. */
export function createBindings(db: Database, chainId: number, now: () => number): Bindings {
  return {
    async of(person) {
      const rows = await db
        .selectFrom('binding')
        .select(['account', 'topic', 'signature'])
        .where('person_id', '=', person)
        .where('chain_id', '=', chainId)
        .orderBy('bound_at', 'desc')
        .orderBy('account')
        .execute()
      return rows.map(({ account, topic, signature }) => ({
        account: account as Account,
        topic,
        ...(signature === UNPROVEN ? { frozen: true as const } : {}),
      }))
    },
    async peopleOf(account) {
      const rows = await db
        .selectFrom('binding')
        .select('person_id')
        .where('account', '=', account)
        .where('chain_id', '=', chainId)
        .orderBy('bound_at')
        .orderBy('person_id')
        .execute()
      return rows.map(({ person_id }) => Number(person_id) as PersonId)
    },
    async unbind(person, account) {
      await db
        .deleteFrom('binding')
        .where('person_id', '=', person)
        .where('chain_id', '=', chainId)
        .where('account', '=', account)
        .execute()
    },
    async bind({ person, account, topic, challenge, signature }) {
      const proof = { challenge, signature, topic, bound_at: now(), used_at: now() }
      await db
        .insertInto('binding')
        .values({ person_id: person, chain_id: chainId, account, ...proof })
        .onConflict((conflict) =>
          conflict.columns(['person_id', 'chain_id', 'account']).doUpdateSet(proof),
        )
        .execute()
    },
    async reconnect(person, account, topic) {
      await db
        .updateTable('binding')
        .set({ topic, used_at: now() })
        .where('person_id', '=', person)
        .where('chain_id', '=', chainId)
        .where('account', '=', account)
        .execute()
    },
    async sessionEnded(topic) {
      await db.updateTable('binding').set({ topic: null }).where('topic', '=', topic).execute()
    },
    async usersOf(topic) {
      const rows = await db
        .selectFrom('binding')
        .select(['person_id', 'account'])
        .where('topic', '=', topic)
        .where('chain_id', '=', chainId)
        .orderBy('bound_at')
        .orderBy('account')
        .execute()
      return rows.map(({ person_id, account }) => ({
        person: Number(person_id) as PersonId,
        account: account as Account,
      }))
    },
    async freeze(person, account) {
      await db
        .updateTable('binding')
        .set({ topic: null, signature: UNPROVEN })
        .where('person_id', '=', person)
        .where('chain_id', '=', chainId)
        .where('account', '=', account)
        .execute()
    },
    async sessionUsed(topic) {
      await db.updateTable('binding').set({ used_at: now() }).where('topic', '=', topic).execute()
    },
    async idleSessions(since, limit) {
      const rows = await db
        .selectFrom('binding')
        .select(['topic', ({ fn }) => fn.max('used_at').as('used_at')])
        .where('topic', 'is not', null)
        .groupBy('topic')
        .having(({ fn }) => fn.max('used_at'), '<', since)
        .orderBy('used_at')
        .orderBy('topic')
        .limit(limit)
        .execute()
      return rows.flatMap(({ topic }) => (topic === null ? [] : [topic]))
    },
  }
}
