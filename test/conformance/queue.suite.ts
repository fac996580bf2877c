import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InboxItem, OutboxItem, Queue, Unit } from '../../src/ports/store.ts'
import { dealId } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

type Name = 'inbox' | 'outbox'
type Item = InboxItem & OutboxItem

/** What must hold of every {@link Queue}. */
export const queueSuite = (name: Name) => (open: OpenStore) => {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const queueOf = (unit: Unit) => unit[name] as Queue<unknown> as Queue<Item>
  /** Items of either queue say what they are by the deal they name. */
  const itemOf = (what: string) =>
    (name === 'inbox'
      ? { type: 'deal', deal: dealId(what), event: { type: 'timer' } }
      : { type: 'effect', deal: dealId(what), effect: { type: 'show-card' } }) as unknown as Item
  const add = (lane: string, ...keys: string[]) =>
    inUnit(async (unit) => {
      for (const key of keys) await queueOf(unit).add({ key, lane, item: itemOf(key) })
    })
  const next = (busy: string[] = [], limit = 100, now = fresh.adapter.clock.now) =>
    inUnit((unit) => queueOf(unit).next(busy, now, limit))
  const keys = async (busy?: string[], limit?: number, now?: number) =>
    (await next(busy, limit, now)).map(({ key }) => key)
  const end = (how: 'done' | 'bury', id: number) => inUnit((unit) => queueOf(unit)[how](id))
  const first = async () => {
    const [row] = await next()
    assert.ok(row)
    return row
  }

  test('a row comes out as it went in', async () => {
    await add('lane', 'a')
    const { id, ...row } = await first()

    assert.equal(typeof id, 'number')
    assert.deepEqual(row, { key: 'a', lane: 'lane', attempts: 0, item: itemOf('a') })
  })

  test('rows of one lane come out one at a time, in the order they went in', async () => {
    await add('lane', 'a', 'b')
    await add('lane', 'c')
    const seen: string[] = []
    for (let rows = await next(); rows.length > 0; rows = await next()) {
      assert.equal(rows.length, 1)
      seen.push(...rows.map(({ key }) => key))
      await end('done', rows[0]?.id ?? 0)
    }

    assert.deepEqual(seen, ['a', 'b', 'c'])
  })

  test('what waits is counted in one lane, and in all of a kind', async () => {
    await add('photo:1', 'a', 'b')
    await add('photo:12', 'c')
    await add('chat:1', 'd')
    const waiting = (lane: string) => inUnit((unit) => queueOf(unit).waiting(lane))
    await end('done', (await first()).id)

    assert.deepEqual(
      await Promise.all(['photo:1', 'photo:12', 'photo:', 'photo:2'].map(waiting)),
      [1, 1, 2, 0],
    )
  })

  test('of several lanes the oldest row of each comes out, the oldest lane first', async () => {
    await add('x', 'x1', 'x2')
    await add('y', 'y1')
    await add('z', 'z1')

    assert.deepEqual(await keys(), ['x1', 'y1', 'z1'])
    assert.deepEqual(await keys([], 2), ['x1', 'y1'])
    assert.deepEqual(await keys(['x']), ['y1', 'z1'])
    assert.deepEqual(await keys(['x', 'y', 'z']), [])
  })

  test('lanes of a kind that is full are passed over', async () => {
    for (const lane of ['deal:1', 'chat:1', 'deal:2', 'dealer:1']) await add(lane, lane)
    const { now } = fresh.adapter.clock
    const found = await inUnit((unit) => queueOf(unit).next([], now, 2, ['deal:', 'photo:']))

    assert.deepEqual(
      found.map(({ key }) => key),
      ['chat:1', 'dealer:1'],
    )
  })

  test('a repeated key is dropped, even when its row is finished', async () => {
    await add('lane', 'a')
    await inUnit((unit) => queueOf(unit).add({ key: 'a', lane: 'other', item: itemOf('b') }))
    const rows = await next()
    assert.deepEqual(
      rows.map(({ lane, item }) => ({ lane, item })),
      [{ lane: 'lane', item: itemOf('a') }],
    )
    await end('done', rows[0]?.id ?? 0)
    await add('lane', 'a')

    assert.deepEqual(await keys(), [])
  })

  test('keys that arrive many times at once are there once each', async () => {
    const arrivals = Array.from({ length: 20 }, (_, place) => `key ${place % 4}`)
    await Promise.all(arrivals.map((key) => add(key, key)))

    assert.deepEqual((await keys()).sort(), ['key 0', 'key 1', 'key 2', 'key 3'])
  })

  test('a row that is put back comes out when it is due, and its lane waits for it', async () => {
    await add('lane', 'a', 'b')
    await add('other', 'c')
    const { now } = fresh.adapter.clock
    const { id } = await first()
    await inUnit((unit) => queueOf(unit).postpone(id, now + 1000))

    assert.deepEqual(await keys(), ['c'])
    assert.deepEqual(await keys([], 100, now + 999), ['c'])
    const [again] = await next([], 100, now + 1000)
    assert.equal(again?.key, 'a')
    assert.equal(again?.attempts, 1)
  })

  test('a row that only waits has not failed', async () => {
    await add('lane', 'a', 'b')
    const { now } = fresh.adapter.clock
    const { id } = await first()
    await inUnit((unit) => queueOf(unit).delay(id, now + 1000))

    assert.deepEqual(await keys(), [])
    const [again] = await next([], 100, now + 1000)
    assert.deepEqual([again?.key, again?.attempts], ['a', 0])
  })

  test('a row that was set aside keeps its body, for whoever sees to it', async () => {
    await add('lane', 'a')
    const body = (await fresh.adapter.rows(name))[0]?.['body']
    await end('bury', (await first()).id)

    assert.equal((await fresh.adapter.rows(name))[0]?.['body'], body)
  })

  test('a new row is due at once, although the clock is put back', async () => {
    await add('lane', 'a')

    assert.deepEqual(await keys([], 100, fresh.adapter.clock.now - 400_000), ['a'])
  })

  test('what an earlier run put off is due when the next one begins, and what is finished stays so', async () => {
    await add('lane', 'a')
    await add('other', 'b', 'c')
    const [off, over] = await next()
    await inUnit((unit) => queueOf(unit).postpone(off?.id ?? 0, fresh.adapter.clock.now + 400_000))
    await end('done', over?.id ?? 0)
    await inUnit((unit) => queueOf(unit).resume())

    assert.deepEqual(await keys(), ['a', 'c'])
  })

  test('a row that is set aside never comes again, and its lane goes on', async () => {
    await add('lane', 'a', 'b')
    await end('bury', (await first()).id)
    await add('lane', 'a')

    assert.deepEqual(await keys([], 100, Number.MAX_SAFE_INTEGER), ['b'])
  })

  for (const how of ['done', 'bury'] as const) {
    test(`a finished row stays finished (${how})`, async () => {
      await add('lane', 'a')
      const { id } = await first()
      await end(how, id)

      await assert.rejects(end('done', id))
      await assert.rejects(end('bury', id))
      await inUnit((unit) => queueOf(unit).postpone(id, 0))
      assert.deepEqual(await keys(), [])
    })
  }

  test('a row that two work off at once has its consequences once', async () => {
    await add('lane', 'a')
    const { id } = await first()
    const workers = ['one', 'two', 'three', 'four']
    const ends = await Promise.allSettled(
      workers.map((worker) =>
        inUnit(async (unit) => {
          await unit.cards.load(1 as never, 'x')
          const other = name === 'inbox' ? unit.outbox : unit.inbox
          await other.add({ key: worker, lane: worker, item: itemOf(worker) })
          await queueOf(unit).done(id)
        }),
      ),
    )

    assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1)
    const other = await fresh.adapter.rows(name === 'inbox' ? 'outbox' : 'inbox')
    assert.equal(other.length, 1)
  })

  test('bodies do not lie open, stay with their row, and are erased when it is finished', async () => {
    await add('x', 'a')
    await add('y', 'b')
    const bodyOf = async (key: string) =>
      String((await fresh.adapter.rows(name)).find((row) => row['key'] === key)?.['body'])
    assert.doesNotMatch(`${await bodyOf('a')} ${await bodyOf('b')}`, /type|timer|show-card/)

    const [row] = await next()
    const body = await bodyOf('b')
    const { db } = fresh.adapter
    await db.updateTable(name).set({ body }).where('key', '=', 'a').execute()
    // A row that cannot be opened holds nobody up: it is set aside as it is.
    assert.deepEqual(await keys(), ['b'])
    await assert.rejects(end('done', row?.id ?? 0))
    assert.equal(await bodyOf('a'), body)

    await end('done', (await first()).id)
    assert.equal(await bodyOf('b'), '')
    assert.deepEqual(await keys(), [])
  })
}
