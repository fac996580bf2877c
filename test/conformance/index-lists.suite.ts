import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RightsEvent } from '../../src/domain/rights-event.ts'
import type { Unit } from '../../src/ports/store.ts'
import { account, block, burned, minted, moved, published, right, series, tx } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

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
    await append(1, [inCategory('a', 1), inCategory('gone', 1, 0)])
    await append(2, [inCategory('b', 2), inCategory('c', 1, 50, account('other'))])
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
    assert.deepEqual(await page({ issuer: seller, category: 1, offset: 0, limit: 9 }), {
      ids: [series('a')],
      total: 1,
    })
    assert.deepEqual(
      await read((index) => index.categories(seller)),
      [1, 2].map((category) => ({ category, count: 1 })),
    )
    assert.deepEqual((await read((index) => index.categories()))[0], { category: 1, count: 2 })
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
