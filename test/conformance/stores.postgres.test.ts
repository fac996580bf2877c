import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { PersonId } from '../../src/domain/ids.ts'
import { createDialect } from '../../src/store/create-dialect.ts'
import { openDatabase } from '../../src/store/database.ts'
import { postgresSkip } from '../support/postgres.ts'
import { type PostgresStores, startPostgresStores } from './postgres.ts'
import { storeConformance } from './store-suites.ts'

const skip = postgresSkip()
const ben = { id: 1 as PersonId, name: 'Ben', locale: 'en' }

let stores: PostgresStores
before(async () => {
  if (skip === false) stores = await startPostgresStores()
})
after(async () => {
  if (skip === false) await stores.close()
})

storeConformance('PostgreSQL', () => stores.open(), skip)

describe('PostgreSQL', { skip }, () => {
  const onStore = async (
    work: (store: Awaited<ReturnType<PostgresStores['open']>>) => Promise<void>,
  ) => {
    const store = await stores.open()
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }

  test('the server sorts text as people do, and every column of ours does not', () =>
    onStore(async ({ db }) => {
      // Otherwise these tests could not see a column that hangs on the server's language.
      const sorted = await sql<{ word: string }>`
        select word from (values ('B'), ('a')) as words (word) order by word`.execute(db)
      assert.deepEqual(
        sorted.rows.map(({ word }) => word),
        ['a', 'B'],
      )

      const columns = await sql<{ place: string; type: string }>`
        select table_name || '.' || column_name as place, data_type as type
        from information_schema.columns
        where table_schema = 'public' and table_name not like 'kysely%'
          and (data_type = 'integer' or data_type = 'text' and collation_name is distinct from 'C')
      `.execute(db)
      assert.deepEqual(columns.rows, [])
    }))

  test('a number that JavaScript does not hold exactly is an error', () =>
    onStore(async ({ db }) => {
      const read = (number: bigint) =>
        sql<{ number: number }>`select ${number}::int8 as number`.execute(db)
      const safe = BigInt(Number.MAX_SAFE_INTEGER)

      assert.equal((await read(safe)).rows[0]?.number, Number.MAX_SAFE_INTEGER)
      await assert.rejects(read(safe + 1n), RangeError)
      assert.equal((await read(-5n)).rows[0]?.number, -5)
    }))

  test('bots that are opened at once on an empty database bring it up to date once', async () => {
    const url = await stores.server.create()
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(createDialect(url))))

    for (const db of opened) {
      assert.deepEqual(await db.selectFrom('deal').selectAll().execute(), [])
      await db.destroy()
    }
    await stores.server.drop(url)
  })

  test('a connection that is cut while nobody uses it is not missed', () =>
    onStore(async ({ store, url }) => {
      await store.transaction(({ people }) => people.meet(ben))
      await stores.server.cut(url)

      const found = await store.transaction(({ people }) => people.load(ben.id))

      assert.equal(found?.name, 'Ben')
    }))

  test('a transaction whose connection is cut is run again, and happens once', () =>
    onStore(async ({ store, url, rows }) => {
      let runs = 0
      let commits = 0
      await store.transaction(async ({ people, inbox, afterCommit }) => {
        runs += 1
        await people.meet(ben)
        if (runs === 1) {
          await stores.server.cut(url)
          // By the time that this has been to the server and back, the cut is known here, between two statements.
          await stores.server.cut(url)
        }
        await inbox.add({ key: `run ${runs}`, lane: 'a', item: { type: 'update', update: {} } })
        afterCommit(() => {
          commits += 1
        })
      })

      assert.equal(runs, 2)
      assert.equal(commits, 1)
      assert.deepEqual(
        (await rows('inbox')).map(({ key }) => key),
        ['run 2'],
      )
    }))

  test('a connection that is cut at the commit is told, because nobody knows what became of it', () =>
    onStore(async ({ store, url }) => {
      let runs = 0
      const failing = store.transaction(async ({ people }) => {
        runs += 1
        await people.meet(ben)
        await stores.server.cut(url)
      })

      await assert.rejects(failing)
      assert.equal(runs, 1)
      assert.equal(await store.transaction(({ people }) => people.load(ben.id)), null)
    }))

  test('a server that is not there is told when the database is opened', async () => {
    const port = 1
    await assert.rejects(openDatabase(createDialect(`postgres://scrip@127.0.0.1:${port}/none`)))
  })
})
