import { sql } from 'kysely'
import { fromJson, toJson } from '../../domain/json.ts'
import type { Queue, Queued } from '../../ports/store.ts'
import type { Database } from '../database.ts'
import type { Seal } from '../seal.ts'
import { startsWith } from '../starts-with.ts'

/**
 * A row that is done loses its body, because links with secrets pass through; its key stays, to catch repeats. One that was
 * set aside keeps it, sealed: nobody has seen to it yet.
 */
const ERASED = ''
/** Due whatever the clock says, also one that was put back since. */
const AT_ONCE = 0

/** The inbox or the outbox as a {@link Queue}. Bodies are sealed under table and key. */
export function createQueue<T>(
  db: Database,
  table: 'inbox' | 'outbox',
  seal: Seal,
  now: () => number,
  onUnreadable: (error: unknown, row: { id: number; key: string }) => void = () => {},
): Queue<T> {
  const finish = async (id: number, state: 'done' | 'dead') => {
    const { numUpdatedRows } = await db
      .updateTable(table)
      .set({ state, finished_at: now(), ...(state === 'done' ? { body: ERASED } : {}) })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    // Somebody else worked it off meanwhile: everything this transaction wrote about it must go.
    if (numUpdatedRows !== 1n) throw new Error(`row ${id} of the ${table} is finished already`)
  }
  return {
    async add({ key, lane, item }) {
      const body = seal.close(`${table}:${key}`, toJson(item))
      const at = now()
      await db
        .insertInto(table)
        .values({
          key,
          lane,
          body,
          state: 'waiting',
          attempts: 0,
          due_at: AT_ONCE,
          added_at: at,
          finished_at: null,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute()
    },
    async next(busy, at, limit, full = []) {
      const rows = await db
        .selectFrom(table)
        .select(['id', 'key', 'lane', 'body', 'attempts'])
        .where('id', 'in', (query) =>
          query
            .selectFrom(table)
            .select(sql<number>`min(id)`.as('id'))
            .where('state', '=', 'waiting')
            .groupBy('lane'),
        )
        .where('due_at', '<=', at)
        .$if(busy.length > 0, (query) => query.where('lane', 'not in', [...busy]))
        .where((where) => where.and(full.map((kind) => where.not(startsWith(where, 'lane', kind)))))
        .orderBy('id')
        .limit(limit)
        .execute()
      const found: Queued<T>[] = []
      for (const { id, key, lane, body, attempts } of rows) {
        try {
          const item = fromJson<T>(seal.open(`${table}:${key}`, body))
          found.push({ id, key, lane, attempts, item })
        } catch (error) {
          await finish(id, 'dead')
          onUnreadable(error, { id, key })
        }
      }
      return found
    },
    async waiting(lane) {
      const { count } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('state', '=', 'waiting')
        .where((where) =>
          lane.endsWith(':') ? startsWith(where, 'lane', lane) : where('lane', '=', lane),
        )
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    done: (id) => finish(id, 'done'),
    bury: (id) => finish(id, 'dead'),
    async postpone(id, dueAt) {
      await db
        .updateTable(table)
        .set((set) => ({ due_at: dueAt, attempts: set('attempts', '+', 1) }))
        .where('id', '=', id)
        .execute()
    },
    async delay(id, dueAt) {
      await db.updateTable(table).set({ due_at: dueAt }).where('id', '=', id).execute()
    },
    async resume() {
      await db.updateTable(table).set({ due_at: AT_ONCE }).where('state', '=', 'waiting').execute()
    },
  }
}
