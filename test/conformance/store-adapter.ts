import { afterEach, beforeEach } from 'node:test'
import type { Dialect } from 'kysely'
import type { KeyValue } from '../../src/ports/key-value.ts'
import type { Projections } from '../../src/ports/projections.ts'
import type { Store, Unit } from '../../src/ports/store.ts'
import type { WalletLedger } from '../../src/ports/wallet-ledger.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createProjections } from '../../src/store/repositories/projections.ts'
import { createQueue } from '../../src/store/repositories/queue.ts'
import type { Schema } from '../../src/store/schema.ts'
import { createSeal } from '../../src/store/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { createWalletKeyValue } from '../../src/store/wallet-key-value.ts'
import { createWalletLedger } from '../../src/store/wallet-ledger.ts'
import { loadTaxonomy } from '../../src/taxonomy/load-taxonomy.ts'

const CHAIN_ID = 1
const { lineOf } = loadTaxonomy()

/** Every port that a database implements, on one database, and ways to look under them. */
export type StoreAdapter = {
  db: Database
  store: Store
  projections: Projections
  ledger: WalletLedger
  keyValue: KeyValue
  /** What the store takes for now, in Unix milliseconds; a test may move it. */
  clock: { now: number }
  /** The rows of a table as they lie in the database. */
  rows(table: keyof Schema): Promise<Record<string, unknown>[]>
  /** Everything the projections have written, row by row. */
  dump(): Promise<unknown>
  close(): Promise<void>
}

/** Opens an empty database. */
export type OpenStore = () => Promise<StoreAdapter>

/** Every port over the database behind `dialect`. */
export async function openStoreOn(dialect: Dialect): Promise<StoreAdapter> {
  return createAdapter(await openDatabase(dialect))
}

/** Every port over an open database; closing the store closes it. */
export function createAdapter(db: Database): StoreAdapter {
  const clock = { now: 1_800_000_000_000 }
  const seal = createSeal(Buffer.alloc(32, 7))
  const now = () => clock.now
  const store = createStore({ db, seal, chainId: CHAIN_ID, now, lineOf })
  const projections = createProjections({
    db,
    inbox: (trx) => createQueue(trx, 'inbox', seal, now),
    outbox: (trx) => createQueue(trx, 'outbox', seal, now),
    failpoint: () => {},
    afterWork: () => {},
    lineOf,
  })
  return {
    db,
    store,
    projections,
    ledger: createWalletLedger({ database: db, seal }),
    keyValue: createWalletKeyValue({ database: db, seal }),
    clock,
    rows: (table) => db.selectFrom(table).selectAll().execute(),
    dump: async () => ({
      blocks: await db.selectFrom('chain_block').selectAll().orderBy('number').execute(),
      events: await db
        .selectFrom('chain_event')
        .selectAll()
        .orderBy('block_number')
        .orderBy('log_index')
        .execute(),
      series: await db.selectFrom('series').selectAll().orderBy('id').execute(),
      rights: await db.selectFrom('held_right').selectAll().orderBy('id').execute(),
    }),
    close: () => store.close(),
  }
}

/** Opens an empty database before each test of the suite and closes it after; `inUnit` runs one transaction on it. */
export function onFreshStore(open: OpenStore) {
  let adapter: StoreAdapter
  beforeEach(async () => {
    adapter = await open()
  })
  afterEach(() => adapter.close())
  return {
    get adapter() {
      return adapter
    },
    inUnit: <T>(work: (unit: Unit) => Promise<T>): Promise<T> => adapter.store.transaction(work),
  }
}
