import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Series } from '../../src/domain/facts.ts'
import type { Account } from '../../src/domain/ids.ts'
import type { RightsEvent } from '../../src/domain/rights-event.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import type { Index } from '../../src/ports/chain-index.ts'
import { account, block, published, START, series } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const [mei, ben] = [account('mei'), account('ben')]
const today = Math.floor(START / DAY_SECONDS)

type Published = { issuer?: Account; limit?: number; saleEndDay?: number | null }

/** A series of the product with this number. */
function numbered(name: string, number: string, more: Published = {}): RightsEvent {
  const { issuer = mei, limit = 50, saleEndDay = null } = more
  const event = published(series(name), issuer)
  if (event.type !== 'published') throw new Error('not published')
  return {
    ...event,
    goods: { ...event.goods, productNumber: number },
    terms: { ...event.terms, saleEndDay },
    limit,
  }
}

/** Products: what an issuer published under one number. */
export function productsSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const read = <T>(work: (index: Index) => Promise<T>) => fresh.inUnit(({ index }) => work(index))
  const append = (number: number, events: RightsEvent[]) =>
    fresh.adapter.projections.append(block(number, events))
  const ids = (found: readonly Series[]) => found.map(({ id }) => id)
  const of = async (number: string, issuer = mei) =>
    ids(await read((index) => index.seriesOfProduct({ issuer, number })))

  test('of a product the series that can be bought come, the newest first', async () => {
    await append(1, [numbered('old', 'LJ'), numbered('gone', 'LJ', { limit: 0 })])
    await append(2, [numbered('new', 'LJ'), numbered('other', 'MH')])
    await append(3, [numbered('foreign', 'LJ', { issuer: ben })])

    assert.deepEqual(await of('LJ'), [series('new'), series('old')])
    assert.deepEqual(await of('LJ', ben), [series('foreign')])
    assert.deepEqual(await of('lj'), [])
  })

  test('when none can be bought the newest comes alone: sold out, or its sale has ended', async () => {
    await append(1, [numbered('gone', 'LJ', { limit: 0 })])
    await append(2, [numbered('over', 'LJ', { saleEndDay: today })])
    assert.deepEqual(await of('LJ'), [series('over')])
    await append(3, [numbered('open', 'LJ', { saleEndDay: today + 1 })])
    assert.deepEqual(await of('LJ'), [series('open')])
  })

  test('products are found by every spelling of their number, each seller for itself', async () => {
    await append(1, [numbered('a', '4006381333931'), numbered('b', '012345678905')])
    await append(2, [numbered('c', '4006381333931', { issuer: ben, limit: 0 })])
    const found = await read((index) => index.productsNumbered(['4006381333931', '12345678905']))

    assert.deepEqual(
      new Set(found.map((each) => [each.product.issuer, ...ids(each.series)].join())),
      new Set([[mei, series('a')].join(), [ben, series('c')].join()]),
    )
    assert.deepEqual(await read((index) => index.productsNumbered([])), [])
    assert.deepEqual(await read((index) => index.productsNumbered(['%', ''])), [])
  })

  test('under one number each seller stands once, whoever was there first before all others', async () => {
    const number = '4006381333931'
    const find = async (issuer?: Account) =>
      (await read((index) => index.productsNumbered([number], issuer))).map(
        ({ product, series: all }) => [product.issuer, ...ids(all.slice(0, 1))],
      )
    await append(1, [numbered('first', number)])
    const many = Array.from({ length: 60 }, (_, at) => numbered(`b${at}`, number, { issuer: ben }))
    for (const [at, event] of many.entries()) await append(at + 2, [event])
    await append(62, [numbered('newer', number)])
    assert.deepEqual(await find(), [
      [mei, series('newer')],
      [ben, series('b59')],
    ])
    assert.deepEqual(await find(ben), [[ben, series('b59')]])
    assert.deepEqual(await find(account('zoe')), [])

    const crowd = Array.from({ length: 30 }, (_, at) =>
      numbered(`c${at}`, number, { issuer: account(`c${at}`) }),
    )
    await append(63, crowd)
    const found = await find()
    assert.equal(found.length, 20)
    assert.deepEqual(found[0], [mei, series('newer')])
  })

  test('of many products those with something for sale are told', async () => {
    await append(1, [
      numbered('a', 'A'),
      numbered('b', 'B', { limit: 0 }),
      numbered('c', 'C', { saleEndDay: today }),
      numbered('d', 'A', { issuer: ben, limit: 0 }),
    ])
    const refs = [mei, ben].flatMap((issuer) =>
      ['A', 'B', 'C', 'D'].map((number) => ({ issuer, number })),
    )
    const many = Array.from({ length: 900 }, (_, at) => ({ issuer: ben, number: `N${at}` }))

    assert.deepEqual(await read((index) => index.sellable([...many, ...refs])), [
      { issuer: mei, number: 'A' },
    ])
  })
}
