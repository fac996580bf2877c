import assert from 'node:assert/strict'
import { test } from 'node:test'
import { account, block, minted, moved, published, right, series } from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

const prefix = '00112233445566ff'
const genuine = series('genuine', prefix)

// A sale moved a series behind a later one with the same first eight bytes, so that a printed QR code, which has only
// those, led to the copy as soon as the genuine series had sold something.
test('a sale does not give a series’ short link to a later copy', async (context) => {
  const { projections, store, close } = await openSqliteStore()
  context.after(close)
  await projections.append(block(1, [published(genuine)]))
  await projections.append(block(2, [published(series('copy', prefix), account('thief'))]))
  await projections.append(block(3, [minted(right(genuine, 1))]))

  const named = await store.transaction(({ index }) => index.seriesByPrefix(`0x${prefix}`))
  assert.equal(named?.id, genuine)
})

// The oldest right without a reference belongs to the oldest purchase; one that had been locked since counted as new.
test('a right that was locked stays the one that was bought first', async (context) => {
  const { projections, store, close } = await openSqliteStore()
  context.after(close)
  const [one, two] = [right(genuine, 1), right(genuine, 2)]
  await projections.append(block(1, [published(genuine), minted(one), minted(two)]))
  await projections.append(block(2, [moved(one, 'requested-pick-up')]))

  const waiting = await store.transaction(({ index }) =>
    index.mintedWithout(genuine, account('buyer')),
  )
  assert.deepEqual(
    waiting.map(({ id }) => id),
    [one, two],
  )
})
