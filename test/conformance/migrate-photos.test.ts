import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Kysely } from 'kysely'
import { toJson } from '../../src/domain/json.ts'
import { withSameColumnTypes } from '../../src/store/column-types.ts'
import { up as core } from '../../src/store/migrations/0001-core.ts'
import { up as flows } from '../../src/store/migrations/0002-flows.ts'
import { up as relay } from '../../src/store/migrations/0003-relay.ts'
import { up as finishedAt } from '../../src/store/migrations/0004-finished-at.ts'
import { up as askedOf } from '../../src/store/migrations/0005-asked-of.ts'
import { up as spaces } from '../../src/store/migrations/0006-spaces.ts'
import { up as photos } from '../../src/store/migrations/0007-photos.ts'
import { createExemplars } from '../../src/store/repositories/exemplars.ts'
import { createIndexReader } from '../../src/store/repositories/index-reader.ts'
import type { Schema } from '../../src/store/schema.ts'
import { createSqliteDialect } from '../../src/store/sqlite.ts'
import { account, tea, teaTerms } from './blocks.ts'

test('what was published before photos were answered is found by number and by picture', async () => {
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(':memory:') })
  const migrated = withSameColumnTypes(db) as never as Kysely<never>
  for (const up of [core, flows, relay, finishedAt, askedOf, spaces]) await up(migrated)
  const issuer = account('mei')
  const pictureHash = `0x${'ab'.repeat(32)}`
  for (const [at, goods] of [{ ...tea, pictureHash }, { ...tea, pictureHash }, tea].entries()) {
    const series = {
      id: `0x${at}`,
      issuer,
      goods,
      terms: teaTerms,
      limit: 5,
      sold: 0,
      closed: false,
    }
    const row = { id: series.id, issuer, body: toJson(series), sold: 0, sale_limit: 5 }
    const more = { category: goods.category, picture_hash: goods.pictureHash, name_key: 'tea' }
    await db
      .insertInto('series')
      .values({ ...row, ...more, block_number: at } as never)
      .execute()
  }
  await photos(migrated)

  const product = { issuer, number: tea.productNumber }
  const found = await createIndexReader(db, (id) => [id]).seriesOfProduct(product)
  assert.deepEqual(
    found.map(({ id }) => id),
    ['0x2', '0x1', '0x0'],
  )
  const wanted = await createExemplars(db, Date.now).wanted(10)
  assert.deepEqual(
    wanted.map((each) => [each.product, each.pictureHash, each.category]),
    [[product, pictureHash, tea.category]],
  )
  await db.destroy()
})
