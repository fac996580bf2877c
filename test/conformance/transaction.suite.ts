import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '../../src/domain/ids.ts'
import { dealId } from './blocks.ts'
import { somePurchase } from './some-deal.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const ben = { id: 1 as PersonId, name: 'Ben', locale: 'en' }
const atOnce = Array.from({ length: 12 }, (_, place) => place)

/** What must hold of every `Store.transaction`. */
export function transactionSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh

  test('what one transaction wrote is there for the next, and its result comes back', async () => {
    const result = await inUnit(async ({ people }) => (await people.meet(ben)).name)

    assert.equal(result, 'Ben')
    assert.equal((await inUnit(({ people }) => people.load(ben.id)))?.name, 'Ben')
  })

  test('a transaction that throws leaves nothing behind, and throws what was thrown', async () => {
    const thrown = new Error('no')
    const failing = inUnit(async ({ people, deals, inbox }) => {
      await people.meet(ben)
      await deals.add(somePurchase())
      await inbox.add({ key: 'a', lane: 'a', item: { type: 'update', update: {} } })
      throw thrown
    })

    await assert.rejects(failing, (error) => error === thrown)
    for (const table of ['person', 'deal', 'inbox'] as const) {
      assert.deepEqual(await fresh.adapter.rows(table), [])
    }
  })

  test('a statement that the database refuses undoes the whole transaction', async () => {
    await inUnit(({ deals }) => deals.add(somePurchase()))

    const failing = inUnit(async ({ people, deals }) => {
      await people.meet(ben)
      await deals.add(somePurchase())
    })

    await assert.rejects(failing)
    assert.equal(await inUnit(({ people }) => people.load(ben.id)), null)
  })

  test('what must follow a commit runs after it, in order', async () => {
    const seen: (string | undefined)[] = []
    const later = Promise.withResolvers<void>()
    await inUnit(async ({ people, afterCommit }) => {
      afterCommit(() => seen.push('first'))
      afterCommit(() => {
        // Another transaction sees it: the commit is over.
        inUnit(({ people }) => people.load(ben.id))
          .then((person) => seen.push(person?.name))
          .then(() => later.resolve(), later.reject)
      })
      await people.meet(ben)
      assert.deepEqual(seen, [])
    })
    await later.promise

    assert.deepEqual(seen, ['first', 'Ben'])
  })

  test('what must follow a commit never runs without one', async () => {
    let isRun = false
    const failing = inUnit(async ({ afterCommit }) => {
      afterCommit(() => {
        isRun = true
      })
      throw new Error('no')
    })

    await assert.rejects(failing)
    assert.equal(isRun, false)
  })

  test('transactions at once lose none of what they count', async () => {
    const deal = somePurchase()
    await inUnit(({ deals }) => deals.add(deal))
    let commits = 0

    await Promise.all(
      atOnce.map(() =>
        inUnit(async ({ deals, afterCommit }) => {
          afterCommit(() => {
            commits += 1
          })
          const stored = await deals.load(deal.id)
          assert.ok(stored)
          const next = { ...stored.deal, count: stored.deal.count + 1 }
          assert.equal(await deals.save(next, stored.version, null), true)
        }),
      ),
    )

    const stored = await inUnit(({ deals }) => deals.load(deal.id))
    assert.equal(stored?.deal.count, atOnce.length)
    assert.equal(stored?.version, atOnce.length)
    assert.equal(commits, atOnce.length)
  })

  test('transactions at once end as if one had run after the other', async () => {
    // Each looks whether there is a deal and adds its own if there is none: only one may.
    await Promise.all(
      atOnce.map((place) =>
        inUnit(async ({ deals }) => {
          const found = await deals.find({ kind: 'purchase' })
          if (found.length === 0) await deals.add(somePurchase(dealId(`deal ${place}`)))
        }),
      ),
    )

    assert.equal((await inUnit(({ deals }) => deals.find({}))).length, 1)
  })
}
