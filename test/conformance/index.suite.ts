import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Unit } from '../../src/ports/store.ts'
import { account, block, minted, published, right, series } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

/** What must hold of every `Index`, besides what the suite of the projections reads through it. */
export function indexSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const read = <T>(work: (index: Unit['index']) => Promise<T>) =>
    fresh.inUnit(({ index }) => work(index))

  test('what is not on the chain is not there', async () => {
    assert.equal(await read((index) => index.series(series('tea'))), null)
    assert.equal(await read((index) => index.seriesByPrefix('0x0011223344556677')), null)
    assert.equal(await read((index) => index.right(right(series('tea'), 1))), null)
    assert.deepEqual(await read((index) => index.seriesOf(account('seller'))), [])
  })

  test('an issuer has the series they published, the newest first', async () => {
    const [tea, cup, pot] = [series('tea'), series('cup'), series('pot')]
    const { projections } = fresh.adapter
    await projections.append(block(1, [published(pot)]))
    await projections.append(block(2, [published(tea), published(cup, account('other'))]))
    const of = async (name: string) =>
      (await read((index) => index.seriesOf(account(name)))).map(({ id }) => id)

    assert.deepEqual(await of('seller'), [tea, pot])
    const [newest] = await read((index) => index.seriesOf(account('seller'), 1))
    assert.equal(newest?.id, tea)
    assert.deepEqual(await of('other'), [cup])
    await projections.append(
      block(
        3,
        Array.from({ length: 120 }, (_, n) => published(series(`${n}`))),
      ),
    )
    assert.equal((await of('seller')).length, 122)
  })

  test('amounts and serials are read to the last digit', async () => {
    const tea = series('tea')
    const last = right(tea, Number.MAX_SAFE_INTEGER)
    const event = published(tea)
    assert.ok(event.type === 'published')
    const price = 99_999_999_900_000_000_000_000_000n
    const dear = { ...event, terms: { ...event.terms, price } }
    await fresh.adapter.projections.append(block(1, [dear, minted(last)]))

    assert.equal((await read((index) => index.series(tea)))?.terms.price, price)
    assert.equal((await read((index) => index.right(last)))?.id, last)
  })

  test('the head is the newest block followed', async () => {
    const { projections } = fresh.adapter
    for (const number of [1, 2, 3]) await projections.append(block(number))
    await projections.finalise(1)

    const head = await read((index) => index.head())

    assert.deepEqual(head, { number: 3, time: block(3).time, finalNumber: 1 })
  })
}
