import assert from 'node:assert/strict'
import { test } from 'node:test'
import { block, published, series, tea } from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

const HIGHEST = 2 ** 32 - 1
const MOST_INTEGER = 2 ** 31 - 1

// A series with a category or a limit that PostgreSQL has no room for would have stopped the index for everybody.
test('numbers that the contract takes and a column does not hold are kept in the body only', async () => {
  const { projections, store, rows, close } = await openSqliteStore()
  const id = series('much')
  const event = published(id)
  assert.ok(event.type === 'published')
  await projections.append(
    block(1, [{ ...event, limit: HIGHEST, goods: { ...tea, category: HIGHEST } }]),
  )

  const [row] = await rows('series')
  const found = await store.transaction(({ index }) => index.series(id))
  await close()

  assert.ok(Number(row?.['category']) <= MOST_INTEGER)
  assert.ok(Number(row?.['sale_limit']) <= MOST_INTEGER)
  assert.equal(found?.limit, HIGHEST)
  assert.equal(found?.goods.category, HIGHEST)
})
