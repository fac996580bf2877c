import { type Database, openDatabase } from '../../src/store/database.ts'
import { createProjections } from '../../src/store/repositories/projections.ts'
import { createQueue } from '../../src/store/repositories/queue.ts'
import { createSeal } from '../../src/store/seal.ts'
import { createSqliteDialect } from '../../src/store/sqlite.ts'
import { createStore } from '../../src/store/store.ts'

const CHAIN_ID = 1

/** A store and its projections on one SQLite database; `now` in Unix milliseconds. */
export async function openSqliteStore(
  path = ':memory:',
  now: () => number = () => 1_800_000_000_000,
) {
  const db: Database = await openDatabase(createSqliteDialect(path))
  const seal = createSeal(Buffer.alloc(32, 7))
  const store = createStore({ db, seal, chainId: CHAIN_ID, now })
  const projections = createProjections({
    db,
    inbox: (trx) => createQueue(trx, 'inbox', seal, now),
    failpoint: () => {},
    afterWork: () => {},
  })
  /** Everything the projections have written, row by row. */
  const dump = async () => ({
    blocks: await db.selectFrom('chain_block').selectAll().orderBy('number').execute(),
    events: await db
      .selectFrom('chain_event')
      .selectAll()
      .orderBy('block_number')
      .orderBy('log_index')
      .execute(),
    series: await db.selectFrom('series').selectAll().orderBy('id').execute(),
    rights: await db.selectFrom('held_right').selectAll().orderBy('id').execute(),
  })
  return { db, store, projections, dump, close: () => store.close() }
}
