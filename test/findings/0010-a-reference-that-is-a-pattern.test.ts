import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDatabase } from '../../src/store/database.ts'
import { createIndexReader } from '../../src/store/repositories/index-reader.ts'
import { createProjections } from '../../src/store/repositories/projections.ts'
import { createQueue } from '../../src/store/repositories/queue.ts'
import { createSeal } from '../../src/store/seal.ts'
import { createSqliteDialect } from '../../src/store/sqlite.ts'
import { account, block, minted, moved, published, right, series } from '../conformance/blocks.ts'

// A send was looked up by `like`, with everything but hex taken out of the reference: an empty one found any send.
test('a reference that is empty or a pattern finds no send', async () => {
  const db = await openDatabase(createSqliteDialect(':memory:'))
  const seal = createSeal(Buffer.alloc(32))
  const projections = createProjections({
    db,
    inbox: (trx) => createQueue(trx, 'inbox', seal, Date.now),
    outbox: (trx) => createQueue(trx, 'outbox', seal, Date.now),
    failpoint: () => {},
    afterWork: () => {},
    lineOf: (id) => [id],
  })
  const one = right(series('tea'), 1)
  const sent = moved(one, 'sent')
  assert.ok(sent.type === 'moved')
  const key = account('claim key')
  await projections.append(block(1, [published(series('tea')), minted(one), { ...sent, key }]))
  const index = createIndexReader(db, (id) => [id])
  for (const reference of ['', '%', '_'.repeat(16), '0x', key.slice(2, 10).toLowerCase()]) {
    assert.equal(await index.sentTo(reference), null, reference)
  }
  assert.equal((await index.sentTo(key.slice(2, 18).toLowerCase()))?.id, one)
  await db.destroy()
})
