import { sql } from 'kysely'
import { createDialect } from '../../src/store/create-dialect.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { createAdapter, type StoreAdapter } from './store-adapter.ts'

/** Stores on a PostgreSQL server of the test's own. */
export type PostgresStores = {
  server: PostgresServer
  /** Every port of the store on an empty database; `url` is where that is. */
  open(): Promise<StoreAdapter & { url: string }>
  close(): Promise<void>
}

/** Starts the server. A database whose store was closed is emptied and given out again: making one takes far longer. */
export async function startPostgresStores(): Promise<PostgresStores> {
  const server = await startPostgres()
  const all: Database[] = []
  const free: { url: string; db: Database }[] = []
  const make = async () => {
    const url = await server.create()
    const db = await openDatabase(createDialect(url))
    all.push(db)
    return { url, db }
  }
  return {
    server,
    async open() {
      const { url, db } = free.pop() ?? (await make())
      const close = async () => {
        await empty(db)
        free.push({ url, db })
      }
      return { ...createAdapter(db), url, close }
    },
    async close() {
      await Promise.all(all.map((db) => db.destroy()))
      await server.close()
    },
  }
}

async function empty(db: Database): Promise<void> {
  await sql`
    do $$ declare name text; begin
      for name in select tablename from pg_tables
        where schemaname = 'public' and tablename not like 'kysely%'
      loop execute format('delete from %I', name); end loop;
    end $$`.execute(db)
}
