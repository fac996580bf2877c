import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '../../src/domain/ids.ts'
import type { RightsEvent } from '../../src/domain/rights-event.ts'
import type { Exemplars } from '../../src/ports/exemplars.ts'
import { account, block, published, series } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const mei = account('mei')
const tea = { issuer: mei, number: 'LJ-100' }
const hash = (sign: string) => `0x${sign.repeat(64)}`
const seenBy = (model: string, ...bytes: number[]) => ({ model, vectors: Uint8Array.from(bytes) })

/** A series of the tea with a picture. */
function pictured(name: string, picture: string | null, category = 2073): RightsEvent {
  const event = published(series(name), mei)
  if (event.type !== 'published') throw new Error('not published')
  return { ...event, goods: { ...event.goods, pictureHash: picture, category } }
}

/** What must hold of every `Exemplars`. */
export function exemplarsSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const inExemplars = <T>(work: (exemplars: Exemplars) => Promise<T>) =>
    fresh.inUnit(({ exemplars }) => work(exemplars))
  const append = (number: number, events: RightsEvent[]) =>
    fresh.adapter.projections.append(block(number, events))
  const wanted = async () =>
    (await inExemplars((exemplars) => exemplars.wanted(10))).map((each) => each.pictureHash)
  const idOf = async (picture: string) => {
    const all = await inExemplars((exemplars) => exemplars.of(tea))
    return all.find(({ pictureHash }) => pictureHash === picture)?.id ?? 0
  }
  const learn = async (picture: string, vectors = seenBy('m1', 1, 2, 255)) => {
    const id = await idOf(picture)
    return inExemplars((exemplars) => exemplars.learn(id, vectors))
  }
  const give = (picture: string, vectors = seenBy('m1', 7)) =>
    inExemplars((exemplars) =>
      exemplars.add({
        product: tea,
        pictureHash: picture,
        category: 2073,
        givenBy: 7_000_000_001 as PersonId,
        vectors,
      }),
    )
  const page = (model: string, after = 0, limit = 10) =>
    inExemplars((exemplars) => exemplars.page(model, after, limit))

  test('a picture on chain is wanted as soon as it is published, once for its product', async () => {
    await append(1, [pictured('a', hash('a')), pictured('none', null)])
    await append(2, [pictured('again', hash('a')), pictured('b', hash('b'))])

    assert.deepEqual(await wanted(), [hash('a'), hash('b')])
    assert.deepEqual(await page('m1'), [])
    const [first] = await inExemplars((exemplars) => exemplars.of(tea))
    assert.equal(first?.kind, 'catalogue')
    assert.equal(first.category, 2073)
  })

  test('what was learnt comes back byte by byte, and is not wanted any more', async () => {
    await append(1, [pictured('a', hash('a'))])
    assert.equal(await learn(hash('a')), true)

    assert.deepEqual(await wanted(), [])
    const id = await idOf(hash('a'))
    const picture = { id, product: tea, category: 2073, vectors: Uint8Array.from([1, 2, 255]) }
    assert.deepEqual(await page('m1'), [picture])
    assert.deepEqual(await page('m2'), [])
    assert.deepEqual(await inExemplars((exemplars) => exemplars.seen(tea, 'm1')), [picture])
    await append(2, [pictured('again', hash('a'))])
    assert.deepEqual(await wanted(), [])
  })

  test('another model wants all that an earlier one has seen, and nothing twice', async () => {
    await append(1, [pictured('a', hash('a')), pictured('b', hash('b'))])
    await learn(hash('a'))
    await learn(hash('b'), seenBy('m2', 5))
    await inExemplars((exemplars) => exemplars.renew('m2'))

    assert.deepEqual(await wanted(), [hash('a')])
    assert.equal((await page('m2')).length, 1)
    await learn(hash('a'), seenBy('m2', 6))
    assert.deepEqual(await wanted(), [])
    assert.equal((await page('m2')).length, 2)
    assert.deepEqual(await page('m1'), [])
  })

  test('what could not be looked at waits its time and holds nothing up', async () => {
    const { clock } = fresh.adapter
    await append(1, [pictured('a', hash('a')), pictured('b', hash('b'))])
    const id = await idOf(hash('a'))
    await inExemplars((exemplars) => exemplars.postpone(id, clock.now + 1000))

    assert.deepEqual(await wanted(), [hash('b')])
    clock.now += 1000
    assert.deepEqual(await wanted(), [hash('b'), hash('a')])
  })

  test('pages follow each other without a gap', async () => {
    for (const sign of ['1', '2', '3', '4', '5']) await give(hash(sign))
    const seen: number[] = []
    for (let after = 0; ; after = seen.at(-1) ?? 0) {
      const found = await page('m1', after, 2)
      if (found.length === 0) break
      seen.push(...found.map(({ id }) => id))
    }
    assert.equal(seen.length, 5)
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    )
  })

  test('the same photo of the same product is one row, and keeps its id', async () => {
    const first = await give(hash('1'))
    assert.equal(await give(hash('1'), seenBy('m2', 9)), first)
    const all = await inExemplars((exemplars) => exemplars.of(tea))
    assert.deepEqual(all, [
      {
        id: first,
        product: tea,
        kind: 'photo',
        pictureHash: hash('1'),
        category: 2073,
        givenBy: 7_000_000_001,
        tries: 0,
      },
    ])
    assert.deepEqual(await inExemplars((exemplars) => exemplars.load(first)), all[0])
    assert.equal((await page('m2')).length, 1)
  })

  test('one that is forgotten is gone: it is not learnt again, and its id is nobody else’s', async () => {
    const id = await give(hash('1'))
    await inExemplars((exemplars) => exemplars.remove(id))
    await inExemplars((exemplars) => exemplars.remove(id))

    const learnt = inExemplars((exemplars) => exemplars.learn(id, seenBy('m1', 1)))
    assert.equal(await learnt, false)
    assert.deepEqual(await page('m1'), [])
    assert.equal(await inExemplars((exemplars) => exemplars.load(id)), null)
    assert.notEqual(await give(hash('2')), id)
  })

  test('the catalogue comes first, and a picture is used while any product has it', async () => {
    await give(hash('1'))
    await append(1, [pictured('a', hash('a'))])
    const all = await inExemplars((exemplars) => exemplars.of(tea))
    assert.deepEqual(
      all.map(({ kind }) => kind),
      ['catalogue', 'photo'],
    )
    const isUsed = (picture: string) => inExemplars((exemplars) => exemplars.isUsed(picture))
    assert.equal(await isUsed(hash('1')), true)
    assert.equal(await isUsed(hash('2')), false)
  })

  test('a new category reaches every picture of the product, which is wanted once more', async () => {
    await append(1, [pictured('a', hash('a'))])
    await learn(hash('a'))
    await give(hash('1'))
    const filed = async () =>
      (await inExemplars((exemplars) => exemplars.of(tea))).map(({ category }) => category)
    await append(2, [pictured('again', hash('a'), 100)])
    assert.deepEqual(await filed(), [100, 100])
    assert.deepEqual(await wanted(), [hash('a'), hash('1')])
    assert.deepEqual(
      (await page('m1')).map(({ category }) => category),
      [100, 100],
    )

    await fresh.adapter.projections.rollBack(1)
    assert.deepEqual(await filed(), [2073, 2073])
    // What waits already because it is not here is filed too, and goes on waiting.
    const id = await idOf(hash('a'))
    await inExemplars((exemplars) => exemplars.postpone(id, fresh.adapter.clock.now + 1000))
    await append(2, [pictured('again', hash('a'), 100)])
    assert.deepEqual(await filed(), [100, 100])
    assert.deepEqual(await wanted(), [hash('1')])
  })

  test('a block that is rolled back takes its pictures, and leaves photos and what others show', async () => {
    await append(1, [pictured('a', hash('a'))])
    await append(2, [pictured('again', hash('a')), pictured('b', hash('b'))])
    await give(hash('1'))
    const gone = await idOf(hash('b'))
    await fresh.adapter.projections.rollBack(1)
    const all = await inExemplars((exemplars) => exemplars.of(tea))
    assert.deepEqual(
      all.map(({ pictureHash }) => pictureHash),
      [hash('a'), hash('1')],
    )
    const waiting = await fresh.inUnit(({ outbox }) => outbox.next([], fresh.adapter.clock.now, 9))
    assert.deepEqual(
      waiting.map(({ item }) => item),
      [{ type: 'forget-picture', exemplar: gone, pictureHash: null }],
    )

    await fresh.adapter.projections.rollBack(0)
    assert.deepEqual(
      (await inExemplars((exemplars) => exemplars.of(tea))).map(({ kind }) => kind),
      ['photo'],
    )
  })

  test('how often one was tried is counted until it is learnt', async () => {
    await append(1, [pictured('a', hash('a'))])
    const id = await idOf(hash('a'))
    const tries = async () => (await inExemplars((exemplars) => exemplars.load(id)))?.tries
    await inExemplars((exemplars) => exemplars.postpone(id, 5))
    await inExemplars((exemplars) => exemplars.postpone(id, 6))
    assert.equal(await tries(), 2)
    await learn(hash('a'))
    assert.equal(await tries(), 0)
  })

  test('vectors of another model are not seen', async () => {
    await give(hash('1'))
    await give(hash('2'), seenBy('m2', 3))
    const seen = await inExemplars((exemplars) => exemplars.seen(tea, 'm2'))
    assert.deepEqual(
      seen.map(({ vectors }) => [...vectors]),
      [[3]],
    )
  })
}
