import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { foldRight, foldSeries, type HeldRight, type Series } from '../../src/domain/facts.ts'
import { isRightEvent, isSeriesEvent } from '../../src/domain/rights-event.ts'
import type { ChainBlock } from '../../src/ports/chain-reader.ts'
import type { Projections } from '../../src/ports/projections.ts'
import type { Store, Unit } from '../../src/ports/store.ts'
import {
  account,
  block,
  blockHash,
  dealId,
  minted,
  moved,
  published,
  right,
  series,
  transferred,
} from './blocks.ts'
import { chainOf, type Story, stories } from './chain-stories.ts'
import type { OpenStore, StoreAdapter } from './store-adapter.ts'

/** What must hold of every store of projections. */
export function projectionsSuite(makeAdapter: OpenStore): void {
  const tea = series('tea')
  const one = right(tea, 1)
  let adapter: StoreAdapter
  let projections: Projections
  beforeEach(async () => {
    adapter = await makeAdapter()
    projections = adapter.projections
  })
  afterEach(() => adapter.close())

  const read = <T>(work: (index: Unit['index']) => Promise<T>) =>
    adapter.store.transaction(({ index }) => work(index))
  /** Ids that were put into the inbox since the last look, as deals are told of them. */
  const touched = () =>
    adapter.store.transaction(async ({ inbox }) => {
      const found: string[] = []
      for (;;) {
        const [row] = await inbox.next([], Number.MAX_SAFE_INTEGER, 1)
        if (row === undefined) return found.sort()
        if (row.item.type === 'touched' && row.item.tell === 'deals')
          found.push(...row.item.subjects)
        await inbox.done(row.id)
      }
    })
  const append = async (...blocks: ChainBlock[]) => {
    for (const each of blocks) await projections.append(each)
  }

  test('before the first block there is no head', async () => {
    assert.equal(await projections.head(), null)
    assert.equal(await projections.block(0), null)
    assert.deepEqual(await read((index) => index.head()), { number: 0, time: 0, finalNumber: -1 })
  })

  test('a block with a series and a sale can be read as soon as it is in', async () => {
    await append(block(1, [published(tea), minted(one)]))

    assert.equal((await projections.head())?.hash, blockHash(1))
    assert.equal((await read((index) => index.series(tea)))?.sold, 1)
    assert.equal((await read((index) => index.right(one)))?.mintedTo, account('buyer'))
    assert.deepEqual(await touched(), [tea, one].sort())
  })

  test('the same number never comes twice', async () => {
    await append(block(1, [published(tea)]))
    await touched()

    await assert.rejects(append(block(1, [minted(one)], 'b')))
    assert.equal((await projections.head())?.hash, blockHash(1))
    assert.equal(await read((index) => index.right(one)), null)
    assert.deepEqual(await touched(), [])
  })

  test('a block that does not follow the head is refused', async () => {
    await append(block(1, [published(tea)]))

    await assert.rejects(append(block(2, [minted(one)], 'b')))
    await assert.rejects(append(block(3, [minted(one)])))
    assert.equal((await projections.head())?.number, 1)
  })

  test('a block that is taken back takes all it did with it, and its ids are touched again', async () => {
    await append(block(1, [published(tea)]))
    const before = await adapter.dump()
    await append(block(2, [minted(one)]), block(3, [moved(one, 'requested-pick-up')]))
    await touched()

    await projections.rollBack(1)

    assert.deepEqual(await adapter.dump(), before)
    assert.deepEqual(await touched(), [tea, one].sort())
  })

  test('what comes again after a rollback is touched again', async () => {
    await append(block(1, [published(tea)]), block(2, [minted(one)]))
    await projections.rollBack(1)
    await touched()

    await append(block(2, [minted(one)], 'b', 'a'))

    assert.ok((await touched()).includes(one))
    assert.equal((await read((index) => index.series(tea)))?.sold, 1)
  })

  test('a rollback to the head changes nothing', async () => {
    await append(block(1, [published(tea), minted(one)]))
    await touched()
    const before = await adapter.dump()
    await projections.rollBack(1)

    assert.deepEqual(await adapter.dump(), before)
    assert.deepEqual(await touched(), [])
  })

  test('finality is marked once, and tells the ids it concerns', async () => {
    await append(block(1, [published(tea)]), block(2, [minted(one)]), block(3))
    await touched()

    await projections.finalise(2)
    assert.equal((await projections.block(2))?.isFinal, true)
    assert.equal((await projections.block(3))?.isFinal, false)
    assert.equal((await read((index) => index.head())).finalNumber, 2)
    assert.deepEqual(await touched(), [tea, one].sort())
    await projections.finalise(2)
    assert.deepEqual(await touched(), [])
  })

  test('a purchase is found by its reference, and only for the account that paid', async () => {
    const reference = dealId('purchase')
    await append(block(1, [published(tea), minted(one, account('buyer'), reference)]))
    await append(block(2, [transferred(one, account('buyer'), account('friend'))]))

    const found = (name: string, of = tea) =>
      read((index) => index.mintedUnder(reference, of, account(name)))
    assert.deepEqual(await found('buyer', series('cup')), [])
    assert.deepEqual(
      (await found('buyer')).map(({ id }) => id),
      [one],
    )
    assert.deepEqual(await found('friend'), [])
    assert.deepEqual(await found('stranger'), [])
  })

  test('what an account holds follows the right, the living first', async () => {
    const two = right(tea, 2)
    await append(block(1, [published(tea), minted(one), minted(two)]))
    await append(block(2, [moved(two, 'redeemed')]))
    const held = async (name: string) =>
      (await read((index) => index.rightsOf([account(name)]))).found.map(({ id }) => id)

    assert.deepEqual(await held('buyer'), [one, two])
    await append(block(3, [transferred(one, account('buyer'), account('friend'))]))
    assert.deepEqual(await held('buyer'), [two])
    assert.deepEqual(await held('friend'), [one])
    const none = await read((index) => index.rightsOf([]))
    assert.deepEqual(none, { found: [], total: 0 })
    const three = right(tea, 3)
    await append(block(4, [minted(three), transferred(three, account('buyer'), account('friend'))]))
    const part = await read((index) => index.rightsOf([account('friend')], 1, 1))
    assert.deepEqual(
      part.found.map(({ id }) => id),
      [one],
    )
    assert.equal(part.total, 2)
  })

  test('the short form of a link names the series that was published first', async () => {
    const prefix = '00112233445566ff'
    const genuine = series('genuine', prefix)
    const copy = series('copy', prefix)
    await append(block(1, [published(genuine)]), block(2, [published(copy)]))
    const named = async () => (await read((index) => index.seriesByPrefix(`0x${prefix}`)))?.id

    assert.equal(await named(), genuine)
    await append(block(3, [minted(right(genuine, 1))]))
    assert.equal(await named(), genuine)
    await projections.rollBack(2)
    assert.equal(await named(), genuine)
  })

  test('rights without a reference come in the order in which they were bought', async () => {
    const two = right(tea, 2)
    await append(block(1, [published(tea), minted(one)]), block(2, [minted(two)]))
    const waiting = async () =>
      (await read((index) => index.mintedWithout(tea, account('buyer')))).map(({ id }) => id)

    assert.deepEqual(await waiting(), [one, two])
    await append(block(3, [moved(one, 'requested-pick-up')]))
    assert.deepEqual(await waiting(), [one, two])
  })

  test('after any reorganisations everything is as if only the last chain had ever been', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const [followed, fresh] = [await makeAdapter(), await makeAdapter()]
        try {
          await follow(followed.projections, story)
          const chain = chainOf(story)
          for (const each of chain) await fresh.projections.append(each)
          assert.deepEqual(await followed.dump(), await fresh.dump())
          await assertFolded(followed.store, chain)
        } finally {
          await Promise.all([followed.close(), fresh.close()])
        }
      }),
      { numRuns: 40 },
    )
  })
}

async function follow(projections: Projections, story: Story): Promise<void> {
  const blocks: ChainBlock[] = []
  for (const [place, step] of story.entries()) {
    if (step.type === 'back') {
      blocks.length = Math.max(0, blocks.length - step.depth)
      await projections.rollBack(blocks.length)
      continue
    }
    const next = chainOf(story.slice(0, place + 1)).at(-1)
    if (next === undefined) continue
    blocks.push(next)
    await projections.append(next)
  }
}

/** The rows say what the pure fold of the chain's events says. */
async function assertFolded(store: Store, chain: ChainBlock[]): Promise<void> {
  const everySeries = new Map<string, Series | null>()
  const everyRight = new Map<string, HeldRight | null>()
  for (const { number, time, events } of chain) {
    for (const event of events) {
      if (!isRightEvent(event) && !isSeriesEvent(event)) continue
      const id = isRightEvent(event) ? event.right.slice(0, 50) : event.series
      everySeries.set(id, foldSeries(everySeries.get(id) ?? null, event))
      if (!isRightEvent(event)) continue
      const known = everyRight.get(event.right) ?? null
      const terms = everySeries.get(id)?.terms ?? null
      everyRight.set(event.right, foldRight(known, event, { number, time }, terms))
    }
  }
  await store.transaction(async ({ index }) => {
    for (const [id, folded] of everySeries) {
      assert.deepEqual(await index.series(id as Series['id']), folded)
    }
    for (const [id, folded] of everyRight) {
      assert.deepEqual(await index.right(id as HeldRight['id']), folded)
    }
  })
}
