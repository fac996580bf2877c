import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError, toAppError } from '../../src/domain/errors.ts'
import { createHandleItem } from '../../src/jobs/handle-item.ts'
import { startInboxWorker } from '../../src/jobs/inbox-worker.ts'
import { block, minted, published, right, series } from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

const tea = series('tea')
const others = ['honey', 'soap', 'salt', 'oil', 'rice', 'jam'].map((each) => series(each))
const rightsOf = (id: typeof tea, count: number) =>
  Array.from({ length: count }, (_, at) => right(id, at + 1))

// All that a block touched was one row: one id that could not be told of kept news from everybody, and deals from people.
test('an id that cannot be told of holds up few others', async () => {
  const { store, projections, clock, close } = await openSqliteStore()
  const all = [...rightsOf(tea, 500), ...others.flatMap((each) => rightsOf(each, 1))]
  const bad = right(tea, 1)
  await projections.append(
    block(1, [...[tea, ...others].map((id) => published(id)), ...all.map((id) => minted(id))]),
  )
  const deals = new Set<string>()
  const people = new Set<string>()
  const told = (into: Set<string>, subjects: readonly string[]) => {
    for (const each of subjects) into.add(each)
  }
  const never = async () => assert.fail('nothing of this kind')
  const worker = startInboxWorker({
    store,
    handle: createHandleItem({
      handleUpdate: never,
      stepDeal: never,
      sessionChanged: never,
      tellOfPhoto: never,
      async tellDeals(_, subjects) {
        if (subjects.includes(bad)) throw new AppError('UNEXPECTED')
        told(deals, subjects)
      },
      tellPeople: async (_, subjects) => told(people, subjects),
    }),
    giveUp: async () => {},
    toError: toAppError,
    now: () => clock.now,
    onError: () => {},
    afterWork: () => {},
  })
  while (people.size < all.length + 1 + others.length) {
    clock.now += 60_000
    worker.wake()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await worker.stop()
  await close()

  const held = all.filter((id) => !deals.has(id))
  assert.ok(held.includes(bad) && held.length <= 20, `${held.length} held up`)
})
