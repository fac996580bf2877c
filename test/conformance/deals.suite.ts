import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '../../src/domain/deal/deal.ts'
import type { DealId, PersonId } from '../../src/domain/ids.ts'
import { account, dealId, right, series } from './blocks.ts'
import { buyer, somePurchase } from './some-deal.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

/** What must hold of every `Deals`. */
export function dealsSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const add = (...all: Deal[]) =>
    inUnit(async ({ deals }) => {
      for (const deal of all) await deals.add(deal)
    })
  const load = (id: DealId) => inUnit(({ deals }) => deals.load(id))
  const save = (deal: Deal, version: number, wakeAt: number | null = null) =>
    inUnit(({ deals }) => deals.save(deal, version, wakeAt))

  test('a deal comes back as it was, in version 0, with the time it was added', async () => {
    const deal = somePurchase()
    await add(deal)

    const { now: createdAt } = fresh.adapter.clock
    assert.deepEqual(await load(deal.id), { deal, version: 0, createdAt })
    assert.equal(await load(dealId('unknown')), null)
  })

  test('a deal is not added twice', async () => {
    await add(somePurchase())

    await assert.rejects(add({ ...somePurchase(), count: 1 }))
    assert.equal((await load(somePurchase().id))?.deal.count, 0)
  })

  test('a write of the version that is there goes through, and no other', async () => {
    const deal = somePurchase()
    await add(deal)

    assert.equal(await save({ ...deal, count: 1 }, 0), true)
    assert.equal(await save({ ...deal, count: 2 }, 0), false)
    assert.equal(await save({ ...deal, count: 2 }, 5), false)
    assert.equal(await save(somePurchase(dealId('unknown')), 0), false)
    const stored = await load(deal.id)
    assert.equal(stored?.deal.count, 1)
    assert.equal(stored?.version, 1)
  })

  test('of many who write one version at once one goes through', async () => {
    const deal = somePurchase()
    await add(deal)

    const writers = Array.from({ length: 8 }, (_, count) => save({ ...deal, count }, 0))
    const through = (await Promise.all(writers)).flatMap((is, count) => (is ? [count] : []))

    assert.equal(through.length, 1)
    assert.equal((await load(deal.id))?.deal.count, through[0])
  })

  test('deals are found by each thing they are about, the newest first', async () => {
    const { clock } = fresh.adapter
    const [first, second, other] = [dealId('1'), dealId('2'), dealId('3')]
    const [mine, stranger] = [account('buyer'), { id: 2 as PersonId, name: 'Mia' }]
    const one = right(series('tea'), 1)
    await add(somePurchase(first))
    clock.now += 1
    await add({ ...somePurchase(second), account: mine })
    clock.now += 1
    const happened = { outcome: 'bought', txHash: null, blockNumber: 1 } as const
    await add({
      ...somePurchase(other, stranger, 'cup'),
      facts: { type: 'done', until: null, ...happened, rights: [one] },
    })
    type Query = Parameters<Parameters<Parameters<typeof inUnit>[0]>[0]['deals']['find']>[0]
    const found = async (query: Query) =>
      (await inUnit(({ deals }) => deals.find(query))).map(({ deal }) => deal.id)

    assert.deepEqual(await found({}), [other, second, first])
    assert.deepEqual(await found({ person: buyer.id }), [second, first])
    assert.deepEqual(await found({ kind: 'purchase', series: series('tea') }), [second, first])
    assert.deepEqual(await found({ series: series('cup') }), [other])
    assert.deepEqual(await found({ right: one }), [other])
    assert.deepEqual(await found({ account: mine }), [second])
    assert.deepEqual(await found({ paidFor: first }), [])
    assert.deepEqual(await found({ person: stranger.id, series: series('tea') }), [])
    assert.deepEqual(await found({ kind: 'binding' }), [])
  })

  test('a purchase that pays for another is found by it', async () => {
    const [paid, paying] = [somePurchase(), somePurchase(dealId('paying'))]
    assert.ok(paying.subject.kind === 'purchase')
    await add(paid, {
      ...paying,
      subject: { ...paying.subject, paidFor: { deal: paid.id, account: account('buyer') } },
    })

    const found = await inUnit(({ deals }) => deals.find({ paidFor: paid.id }))

    assert.deepEqual(
      found.map(({ deal }) => deal.id),
      [paying.id],
    )
  })

  test('a deal is found by each right that comes of it', async () => {
    const deal = somePurchase()
    const rights = [1, 2].map((serial) => right(series('tea'), serial))
    await add(deal)
    const happened = { outcome: 'bought', rights, txHash: null, blockNumber: 1 } as const
    await save({ ...deal, facts: { type: 'done', until: null, ...happened } }, 0)

    for (const one of rights) {
      const found = await inUnit(({ deals }) => deals.find({ right: one }))
      assert.deepEqual(
        found.map((each) => each.deal.id),
        [deal.id],
      )
    }
    const none = right(series('tea'), 3)
    assert.deepEqual(await inUnit(({ deals }) => deals.find({ right: none })), [])
  })

  test('deals whose time has come are due, the longest waiting first', async () => {
    const ids = ['a', 'b', 'c', 'd'].map((name) => dealId(name))
    await add(...ids.map((id) => somePurchase(id)))
    for (const [place, wakeAt] of [300, 100, 200, null].entries()) {
      await save(somePurchase(ids[place]), 0, wakeAt)
    }
    const due = (now: number, limit = 100) => inUnit(({ deals }) => deals.due(now, limit))

    assert.deepEqual(await due(99), [])
    assert.deepEqual(await due(100), [{ id: ids[1], version: 1 }])
    assert.deepEqual(
      (await due(999)).map(({ id }) => id),
      [ids[1], ids[2], ids[0]],
    )
    assert.equal((await due(999, 2)).length, 2)
  })

  test('a deal forgets its time only in the version that was seen', async () => {
    const deal = somePurchase()
    await add(deal)
    await save(deal, 0, 100)
    const due = () => inUnit(({ deals }) => deals.due(100, 1))
    const sleep = (version: number) => inUnit(({ deals }) => deals.sleep(deal.id, version))

    await sleep(0)
    assert.equal((await due()).length, 1)
    await sleep(1)
    assert.deepEqual(await due(), [])
    assert.deepEqual((await load(deal.id))?.version, 1)
  })

  test('what a deal knows does not lie open, and belongs to no other deal', async () => {
    const [deal, other] = [somePurchase(), somePurchase(dealId('other'))]
    await add({ ...deal, topic: 'very secret' }, other)
    const rows = await fresh.adapter.rows('deal')
    assert.doesNotMatch(JSON.stringify(rows), /very secret|12345678901234567890/)

    const stolen = String(rows.find(({ id }) => id === deal.id)?.['state'])
    const { db } = fresh.adapter
    await db.updateTable('deal').set({ state: stolen }).where('id', '=', other.id).execute()
    await assert.rejects(load(other.id))
  })
}
