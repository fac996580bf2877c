import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account } from '../../src/domain/ids.ts'
import { productKey } from '../../src/domain/product-of.ts'
import type { ProductRef } from '../../src/domain/sighting.ts'
import { type DecisionRule, FEATURES } from '../../src/vision/decide.ts'
import type { RankAsked, Ranked } from '../../src/vision/gallery.ts'
import { createMatchProducts } from '../../src/vision/match-products.ts'
import type { SightProcess } from '../../src/vision/sight-process.ts'

const [SELLER, OTHER] = ['0x01' as Account, '0x02' as Account]
const weights = Array.from({ length: FEATURES }, (_, at) => (at === 0 ? 100 : 0))
const from = (score: number) => ({ bias: -100 * score, weights })
/** By the first score alone: sure from 0.8 on, a few from 0.6, a category from 0.4. */
const rule: DecisionRule = {
  first: from(0.8),
  three: from(0.6),
  category: from(0.4),
  sure: 0.5,
  few: 0.5,
  fits: 0.5,
  gap: 0.1,
  twins: 0.9,
}
const described = { vector: new Float32Array(1), classes: null }

/** A gallery in which each product is as like the photo as it says, and those of equal name are the same thing. */
function match(
  gallery: readonly { number: string; score: number; issuer?: Account; isSoldOut?: boolean }[],
  space: Account | null = null,
) {
  const limits: number[] = []
  const ranked = gallery
    .map(
      ({ number, score, issuer = SELLER }): Ranked => ({
        product: { issuer, number },
        category: 5,
        score,
        pictures: 1,
      }),
    )
    .toSorted((one, other) => other.score - one.score)
  const ask = async (name: string, asked: unknown) => {
    if (name === 'likeness') {
      const { one, others } = asked as { one: ProductRef; others: ProductRef[] }
      return others.map(({ number }) => (number === one.number ? 1 : 0))
    }
    const { limit, issuer } = asked as RankAsked
    limits.push(limit)
    return ranked
      .filter(({ product }) => issuer === null || product.issuer === issuer)
      .slice(0, limit)
  }
  const gone = new Set(
    gallery
      .filter(({ isSoldOut }) => isSoldOut)
      .map(({ number, issuer = SELLER }) => productKey({ issuer, number })),
  )
  const matchProducts = createMatchProducts({
    ask: ask as SightProcess['ask'],
    rule,
    isRough: false,
    sellable: async (products) => products.filter((each) => !gone.has(productKey(each))),
    categoryOf: () => null,
  })
  return matchProducts(described, space)
}

const named = async (found: ReturnType<typeof match>) => {
  const { verdict, products, soldOut } = await found
  return [verdict, products.map(({ number }) => number).join(' '), soldOut?.number ?? null]
}

test('what may be of the space comes before what may be of another, and what surely is of another before that', async () => {
  const own = { number: 'own', score: 0.65 }
  const likelier = { number: 'other', score: 0.7, issuer: OTHER }
  assert.deepEqual(await named(match([own, likelier])), ['few', 'other own', null])
  assert.deepEqual(await named(match([own, likelier], SELLER)), ['few', 'own', null])
  const sure = { number: 'other', score: 0.95, issuer: OTHER }
  assert.deepEqual(await named(match([own, sure], SELLER)), ['sure', 'other', null])
  assert.deepEqual(await named(match([{ ...own, score: 0.9 }, sure], SELLER)), [
    'sure',
    'own',
    null,
  ])
  const nothing = { number: 'own', score: 0.1 }
  assert.deepEqual(await named(match([nothing, likelier], SELLER)), ['few', 'other', null])
})

test('what the space surely had and sold comes before what may be of another', async () => {
  const gone = { number: 'gone', score: 0.9, isSoldOut: true }
  const other = { number: 'other', score: 0.7, issuer: OTHER }
  assert.deepEqual(await named(match([gone, other], SELLER)), ['none', '', 'gone'])
})

test('that it is sold out is said only of what it surely was, and not beside what it surely is', async () => {
  const gone = (score: number) => ({ number: 'gone', score, isSoldOut: true })
  assert.deepEqual(await named(match([gone(0.9), { number: 'a', score: 0.7 }])), [
    'few',
    'a',
    'gone',
  ])
  assert.deepEqual(await named(match([gone(0.75), { number: 'a', score: 0.7 }])), [
    'few',
    'a',
    null,
  ])
  assert.deepEqual(await named(match([gone(0.95), { number: 'a', score: 0.9 }])), [
    'sure',
    'a',
    null,
  ])
  const same = { number: 'gone', score: 0.7, issuer: OTHER }
  assert.deepEqual(await named(match([gone(0.9), same])), ['few', 'gone', null], 'others have it')
})

test('a hundred sold out pieces do not hide the one that is left', async () => {
  const gone = Array.from({ length: 300 }, (_, at) => ({
    number: `gone ${at}`,
    score: 0.95,
    isSoldOut: true,
  }))
  const left = { number: 'left', score: 0.85 }
  assert.deepEqual(await named(match([...gone, left])), ['sure', 'left', null])
})
