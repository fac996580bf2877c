import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RightsEvent } from '../../src/domain/rights-event.ts'
import type { Unit } from '../../src/ports/store.ts'
import { fileCategories } from '../../src/store/file-categories.ts'
import { loadTaxonomy } from '../../src/taxonomy/load-taxonomy.ts'
import { account, block, burned, minted, moved, published, right, series, tx } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

// Google product taxonomy: tea is a beverage, and that and honey are food. Nothing has the last number.
const [FOOD, BEVERAGES, TEA, HONEY, MUG, UNKNOWN] = [
  412, 413, 2073, 4947, 2169, 999_999_999,
] as const
const { lineOf } = loadTaxonomy()
const [seller, buyer, helper] = [account('seller'), account('buyer'), account('helper')]

/** A series in a category, with so many for sale. */
function inCategory(name: string, category: number, limit = 50, issuer = seller): RightsEvent {
  const event = published(series(name), issuer)
  if (event.type !== 'published') throw new Error('not published')
  return { ...event, goods: { ...event.goods, category }, limit }
}

/** The lists that cards and pages are made of: what is on sale, what waits at a desk, what came of links. */
export function indexListsSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const read = <T>(work: (index: Unit['index']) => Promise<T>) =>
    fresh.inUnit(({ index }) => work(index))
  const append = (number: number, events: RightsEvent[]) =>
    fresh.adapter.projections.append(block(number, events))

  test('what is on sale comes page by page, the newest first, and sold out is not among it', async () => {
    await append(1, [inCategory('a', TEA), inCategory('gone', TEA, 0)])
    await append(2, [inCategory('b', HONEY), inCategory('c', TEA, 50, account('other'))])
    const page = (query: Parameters<Unit['index']['onSale']>[0]) =>
      read(async (index) => {
        const { found, total } = await index.onSale(query)
        return { ids: found.map(({ id }) => id), total }
      })

    const all = await page({ offset: 0, limit: 10 })
    assert.equal(all.total, 3)
    assert.equal(all.ids.at(-1), series('a'))
    const second = await page({ offset: 1, limit: 1 })
    assert.deepEqual(second, { ids: [all.ids[1]], total: 3 })
    assert.deepEqual(await page({ issuer: seller, category: TEA, offset: 0, limit: 9 }), {
      ids: [series('a')],
      total: 1,
    })
    assert.deepEqual(
      await read((index) => index.categories(seller)),
      [TEA, HONEY].map((category) => ({ category, count: 1 })),
    )
    assert.deepEqual((await read((index) => index.categories()))[0], { category: TEA, count: 2 })
  })

  test('a category is what stands under it too, and nothing beside it', async () => {
    const other = account('other')
    await append(1, [inCategory('tea', TEA), inCategory('honey', HONEY), inCategory('mug', MUG)])
    await append(2, [inCategory('food', FOOD), inCategory('gone', TEA, 0)])
    await append(3, [inCategory('far tea', TEA, 50, other), inCategory('odd', UNKNOWN)])
    const names = new Map(
      ['tea', 'honey', 'mug', 'food', 'far tea', 'odd'].map((name) => [series(name), name]),
    )
    const of = async (category: number, issuer?: typeof seller) => {
      const whose = issuer === undefined ? {} : { issuer }
      const query = { ...whose, category, offset: 0, limit: 9 }
      const { found, total } = await read((index) => index.onSale(query))
      assert.equal(found.length, total)
      return found.map(({ id }) => names.get(id)).sort()
    }

    assert.deepEqual(await of(FOOD), ['far tea', 'food', 'honey', 'tea'])
    assert.deepEqual(await of(FOOD, seller), ['food', 'honey', 'tea'])
    assert.deepEqual(await of(BEVERAGES), ['far tea', 'tea'])
    assert.deepEqual(await of(TEA, other), ['far tea'])
    assert.deepEqual(await of(MUG), ['mug'])
    // No number of the table: it is itself alone, and nobody else's beginning is taken for it.
    assert.deepEqual(await of(UNKNOWN), ['odd'])
    for (const none of [41, 4, 0, 99_999_999]) assert.deepEqual(await of(none), [], `${none}`)
  })

  test('pages of a wide category are the newest first, each once', async () => {
    for (const [at, category] of [TEA, HONEY, FOOD, TEA, BEVERAGES].entries())
      await append(at + 1, [inCategory(`${at}`, category)])
    const seen: string[] = []
    for (let offset = 0; offset < 5; offset += 2) {
      const query = { category: FOOD, offset, limit: 2 }
      seen.push(...(await read((index) => index.onSale(query))).found.map(({ id }) => id))
    }
    assert.deepEqual(
      seen,
      ['4', '3', '2', '1', '0'].map((name) => series(name)),
    )
  })

  test('a category that was chosen counts with what stands under it', async () => {
    await append(1, [inCategory('a', TEA), inCategory('b', TEA), inCategory('c', HONEY)])
    await append(2, [inCategory('d', FOOD), inCategory('e', UNKNOWN), inCategory('gone', MUG, 0)])

    assert.deepEqual(await read((index) => index.categories(seller)), [
      { category: FOOD, count: 4 },
      { category: TEA, count: 2 },
      { category: HONEY, count: 1 },
      { category: UNKNOWN, count: 1 },
    ])
  })

  test('a block that is taken back leaves what stands under a category as it was', async () => {
    await append(1, [inCategory('a', TEA)])
    await append(2, [{ type: 'limit-raised', series: series('a'), limit: 60, txHash: tx('l') }])
    await append(3, [inCategory('b', HONEY)])
    await fresh.adapter.projections.rollBack(1)

    const { found } = await read((index) => index.onSale({ category: FOOD, offset: 0, limit: 9 }))
    assert.deepEqual(
      found.map(({ id, limit }) => [id, limit]),
      [[series('a'), 50]],
    )
  })

  test('when the table of categories changes, what was filed by the old one is filed anew', async () => {
    await append(1, [inCategory('a', TEA), inCategory('b', TEA), inCategory('c', HONEY)])
    const count = async (category: number) =>
      (await read((index) => index.onSale({ category, offset: 0, limit: 1 }))).total
    const { db } = fresh.adapter
    // As a row of before there were paths has it, and as another table would say.
    await db
      .updateTable('series')
      .set({ category_path: '' })
      .where('id', '=', series('a'))
      .execute()
    await fileCategories(db, (id) => (id === TEA ? [TEA, ...lineOf(MUG)] : lineOf(id)))
    assert.deepEqual([await count(FOOD), await count(MUG)], [1, 2])
    await fileCategories(db, lineOf)
    assert.deepEqual([await count(FOOD), await count(MUG)], [3, 0])
  })

  test('a desk sees what is asked of its issuer, the longest waiting first', async () => {
    const [one, two, foreign] = [
      right(series('tea'), 1),
      right(series('tea'), 2),
      right(series('far'), 1),
    ]
    await append(1, [published(series('tea')), published(series('far'), account('other'))])
    await append(2, [minted(one), minted(two), minted(foreign)])
    await append(3, [moved(two, 'requested-pick-up')])
    await append(4, [moved(one, 'requested-delivery'), moved(foreign, 'requested-pick-up')])
    const asked = async () =>
      (
        await read((index) =>
          index.rightsIssuedBy(seller, ['requested-pick-up', 'requested-delivery']),
        )
      ).map(({ id }) => id)

    assert.deepEqual(await asked(), [two, one])
    await append(5, [burned(two)])
    assert.deepEqual(await asked(), [one])
  })

  test('what a holder sells is listed until it is taken back', async () => {
    const one = right(series('tea'), 1)
    await append(1, [published(series('tea')), minted(one), moved(one, 'listed')])
    const listed = async () => (await read((index) => index.listedBy(buyer))).map(({ id }) => id)

    assert.deepEqual(await listed(), [one])
    await append(2, [moved(one, 'held', { nonce: 2 })])
    assert.deepEqual(await listed(), [])
  })

  test('what a holder sells of one category is that, and what stands under it', async () => {
    const [tea, mug] = [right(series('tea'), 1), right(series('mug'), 1)]
    await append(1, [inCategory('tea', TEA), inCategory('mug', MUG)])
    await append(2, [minted(tea), minted(mug), moved(tea, 'listed'), moved(mug, 'listed')])
    const listed = async (category?: number) =>
      (await read((index) => index.listedBy(buyer, category))).map(({ id }) => id)

    assert.equal((await listed()).length, 2)
    assert.deepEqual(await listed(FOOD), [tea])
    assert.deepEqual(await listed(MUG), [mug])
    assert.deepEqual(await listed(HONEY), [])
  })

  test('a send is found by the beginning of its claim key, only while it is sent', async () => {
    const one = right(series('tea'), 1)
    const key = account('claim key')
    const reference = key.slice(2, 18).toLowerCase()
    const sent = moved(one, 'sent')
    if (sent.type !== 'moved') throw new Error('not moved')
    await append(1, [published(series('tea')), minted(one), { ...sent, key }])
    const found = (name: string) => read((index) => index.sentTo(name))

    assert.equal((await found(reference))?.id, one)
    assert.equal(await found('0'.repeat(16)), null)
    // A pattern is no reference.
    assert.equal(await found('%'), null)
    assert.equal(await found(''), null)
    await append(2, [moved(one, 'held', { nonce: 2 })])
    assert.equal(await found(reference), null)
  })

  test('staff comes and goes, and a block that is taken back takes it along', async () => {
    const set = (isStaff: boolean, name = helper): RightsEvent => ({
      type: 'staff-set',
      issuer: seller,
      account: name,
      isStaff,
      txHash: tx(`staff ${name} ${isStaff}`),
    })
    const staff = () => read((index) => index.staffOf(seller))
    await append(1, [set(true), set(true, account('second'))])
    await append(2, [set(false)])

    assert.deepEqual(await staff(), [account('second')])
    await fresh.adapter.projections.rollBack(1)
    assert.deepEqual(await staff(), [helper, account('second')])
    assert.deepEqual(await read((index) => index.staffOf(buyer)), [])
  })

  test('what links brought, and money that waits, are added up', async () => {
    const contributed = (amount: bigint): RightsEvent => ({
      type: 'contributed',
      series: series('tea'),
      contributor: helper,
      quantity: 2,
      amount,
      txHash: tx(`share ${amount}`),
    })
    const credited = (amount: bigint, currency = null): RightsEvent => ({
      type: 'credited',
      owner: helper,
      currency,
      amount,
      txHash: tx(`credit ${amount}`),
    })
    await append(1, [published(series('tea')), contributed(5n), contributed(7n), credited(9n)])
    await append(2, [credited(-4n)])

    const contributions = await read((index) => index.contributionsOf([helper, buyer]))
    assert.deepEqual(
      contributions.map(({ quantity, amount }) => [quantity, amount]),
      [
        [2, 5n],
        [2, 7n],
      ],
    )
    assert.deepEqual(await read((index) => index.contributionsOf([])), [])
    assert.deepEqual(await read((index) => index.creditsOf(helper)), [
      { currency: null, amount: 5n },
    ])
    await append(3, [credited(-5n)])
    assert.deepEqual(await read((index) => index.creditsOf(helper)), [])
  })

  test('a copy is what came in a later block from somebody else, with the picture or a name that reads alike', async () => {
    const impostor = account('impostor')
    const named = (id: string, name: string, pictureHash: string | null, issuer = seller) => {
      const event = inCategory(id, 1, 50, issuer)
      if (event.type !== 'published') throw new Error('not published')
      return { ...event, goods: { ...event.goods, name, pictureHash } }
    }
    const picture = `0x${'ab'.repeat(32)}`
    await append(1, [named('first', 'Longjing 100 g', picture)])
    await append(2, [
      named('same name', 'LONGJING  100g', null, impostor),
      named('same picture', 'Other tea', picture, impostor),
      named('own', 'Longjing 100 g', picture),
      named('different', 'Longjing 200 g', null, impostor),
      named('nameless', '!!!', null, impostor),
    ])
    const copied = (id: string) =>
      read(async (index) => {
        const found = await index.series(series(id))
        return found === null ? 'missing' : index.copiedFrom(found)
      })

    assert.equal(await copied('same name'), seller)
    assert.equal(await copied('same picture'), seller)
    for (const id of ['first', 'own', 'different', 'nameless']) assert.equal(await copied(id), null)
    // What came in the same block came at the same time.
    await append(3, [
      named('one of two', 'Twin', null, impostor),
      named('two of two', 'Twin', null, seller),
    ])
    assert.equal(await copied('one of two'), null)
    assert.equal(await copied('two of two'), null)
  })

  test('what went from an account to the next is found from its side, the latest first', async () => {
    const [one, two] = [right(series('tea'), 1), right(series('tea'), 2)]
    const passed = (id: typeof one, from: typeof buyer): RightsEvent => ({
      type: 'transferred',
      right: id,
      from,
      to: helper,
      txHash: tx(`pass ${id}`),
    })
    await append(1, [published(series('tea')), minted(one), minted(two)])
    await append(2, [passed(one, buyer)])
    await append(3, [passed(two, buyer)])
    const of = async (...accounts: (typeof buyer)[]) =>
      (await read((index) => index.passedOn(accounts))).map(({ id }) => id)

    assert.deepEqual(await of(buyer), [two, one])
    const rest = await read((index) => index.passedOn([buyer], 1))
    assert.deepEqual(
      rest.map(({ id }) => id),
      [one],
    )
    assert.deepEqual(await of(seller), [])
    assert.deepEqual(await of(), [])
    await fresh.adapter.projections.rollBack(2)
    assert.deepEqual(await of(buyer), [one])
  })

  test('a contributor has one number for ever, and it leads back to the account', async () => {
    const numberOf = (name: string) =>
      fresh.inUnit(({ contributors }) => contributors.numberOf(account(name)))
    const [first, second] = [await numberOf('one'), await numberOf('two')]

    assert.ok(first > 0)
    assert.notEqual(first, second)
    assert.equal(await numberOf('one'), first)
    const back = (number: number) =>
      fresh.inUnit(({ contributors }) => contributors.accountOf(number))
    assert.equal(await back(second), account('two'))
    assert.equal(await back(9999), null)
  })
}
