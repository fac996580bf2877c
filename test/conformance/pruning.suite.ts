import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pruneQueues, startPruning } from '../../src/store/prune-queues.ts'
import { somePurchase } from './some-deal.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const DAY = 24 * 3600 * 1000

/** What must hold of taking old keys away. */
export function pruningSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const add = (...keys: string[]) =>
    inUnit(async ({ inbox, outbox }) => {
      const item = { type: 'update', update: {} } as const
      const card = { html: '', buttons: [], picture: null }
      for (const key of keys) {
        await inbox.add({ key, lane: key, item })
        const drawing = { type: 'card', chat: 1 as never, key, card, placement: 'new' } as const
        await outbox.add({ key, lane: key, item: drawing })
      }
    })
  const end = (how: 'done' | 'bury', ...keys: string[]) =>
    inUnit(async ({ inbox, outbox }) => {
      for (const queue of [inbox, outbox]) {
        const rows = await queue.next([], Number.MAX_SAFE_INTEGER, 10_000)
        for (const { id, key } of rows) if (keys.includes(key)) await queue[how](id)
      }
    })
  const prune = () => pruneQueues(fresh.adapter.db, fresh.adapter.clock.now)
  const left = async (table: 'inbox' | 'outbox') =>
    (await fresh.adapter.rows(table)).map(({ key }) => key).sort()

  test('a key goes when its row is done for more than eight days, however old the row', async () => {
    const { clock } = fresh.adapter
    await add('early', 'late')
    await end('done', 'early')
    clock.now += 8 * DAY
    await end('done', 'late')
    assert.equal(await prune(), 0)

    clock.now += 1
    assert.equal(await prune(), 2)
    assert.deepEqual(await left('inbox'), ['late'])
    assert.deepEqual(await left('outbox'), ['late'])
  })

  test('what waits, what was set aside, and what is known of people stays', async () => {
    const { clock } = fresh.adapter
    await add('waiting', 'buried')
    await end('bury', 'buried')
    await inUnit(({ deals }) => deals.add({ ...somePurchase(), stage: 'final' }))
    clock.now += 400 * DAY

    assert.equal(await prune(), 0)
    assert.deepEqual(await left('inbox'), ['buried', 'waiting'])
    assert.deepEqual(await left('outbox'), ['buried', 'waiting'])
    assert.equal((await inUnit(({ deals }) => deals.find({}))).length, 1)
  })

  test('one run takes no more than its share, the oldest first', async () => {
    const { clock } = fresh.adapter
    const keys = Array.from({ length: 510 }, (_, place) => `key ${place}`)
    await add(...keys)
    await end('done', ...keys.slice(0, 500))
    clock.now += 1
    await end('done', ...keys.slice(500))
    clock.now += 9 * DAY

    assert.equal(await prune(), 1000)
    assert.deepEqual(await left('inbox'), keys.slice(500).sort())
    assert.equal(await prune(), 20)
    assert.deepEqual(await left('outbox'), [])
  })

  test('a run of the clock goes on until little is left', { timeout: 20_000 }, async () => {
    const { db, clock } = fresh.adapter
    const keys = Array.from({ length: 510 }, (_, place) => `key ${place}`)
    await add(...keys)
    await end('done', ...keys)
    clock.now += 9 * DAY
    const onError = (error: unknown) => assert.ifError(error)
    const pruning = startPruning({ db, now: () => clock.now, everyMs: DAY, onError })
    while ((await left('outbox')).length + (await left('inbox')).length > 0) await pause(1)
    await pruning.stop()
  })

  test('pruning runs at once and goes on until it is stopped', { timeout: 20_000 }, async () => {
    const { db, clock } = fresh.adapter
    const errors: unknown[] = []
    const untilGone = async () => {
      while ((await left('outbox')).length > 0) {
        assert.deepEqual(errors, [])
        // SQLite answers without letting a timer have its turn.
        await pause(1)
      }
    }
    await add('first')
    await end('done', 'first')
    clock.now += 9 * DAY
    const onError = (error: unknown) => errors.push(error)
    const pruning = startPruning({ db, now: () => clock.now, everyMs: 10, onError })
    await untilGone()
    await add('second')
    await end('done', 'second')
    clock.now += 9 * DAY
    await untilGone()
    await pruning.stop()

    await add('third')
    await end('done', 'third')
    clock.now += 9 * DAY
    await pause(30)
    assert.deepEqual(await left('outbox'), ['third'])
    assert.deepEqual(errors, [])
  })

  test('a row added after others have gone still comes after those that wait', async () => {
    await add('waiting')
    await inUnit(({ inbox }) =>
      inbox.add({ key: 'gone', lane: 'gone', item: { type: 'update', update: {} } }),
    )
    await end('done', 'gone')
    fresh.adapter.clock.now += 9 * DAY
    assert.equal(await prune(), 1)
    await add('new')

    const { now } = fresh.adapter.clock
    const rows = await inUnit(({ inbox }) => inbox.next([], now, 10))
    assert.deepEqual(
      rows.map(({ key }) => key),
      ['waiting', 'new'],
    )
  })
}
