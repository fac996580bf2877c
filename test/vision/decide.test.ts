import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Account } from '../../src/domain/ids.ts'
import { decide, FEATURES, features, sureness, voted } from '../../src/vision/decide.ts'
import type { Ranked } from '../../src/vision/gallery.ts'
import { readManifest } from '../../src/vision/manifest.ts'
import { MODELS } from '../support/some-vision.ts'

/** A rule that looks at the first score alone: each question is answered from this score on. */
function ruleFrom(from: { sure: number; few: number; fits: number }) {
  const weights = Array.from({ length: FEATURES }, (_, at) => (at === 0 ? 100 : 0))
  const at = (score: number) => ({ bias: -100 * score, weights })
  return {
    first: at(from.sure),
    three: at(from.few),
    category: at(from.fits),
    sure: 0.5,
    few: 0.5,
    fits: 0.5,
    gap: 0.1,
    twins: 0.9,
  }
}
const rule = ruleFrom({ sure: 0.8, few: 0.6, fits: 0.4 })
const rankedOf = (...scores: number[]): Ranked[] =>
  scores.map((score, at) => ({
    product: { issuer: '0x01' as Account, number: String(at) },
    category: 1 + (at % 2),
    score,
    pictures: 1,
  }))
const unlike = new Map<Ranked, number>()
/** To the first, all are as like as this; or as like as the function says of each. */
const alike = (ranked: readonly Ranked[], like: number | ((each: Ranked) => number)) =>
  new Map(
    ranked.slice(1).map((each) => [each, typeof like === 'number' ? like : like(each)] as const),
  )
const said = (ranked: readonly Ranked[], like: Parameters<typeof alike>[1] = 0) => {
  const { verdict, candidates } = decide(ranked, rule, alike(ranked, like))
  return [verdict, candidates.map(({ product }) => product.number).join(' ')]
}

test('each verdict is given from its own probability on', () => {
  assert.deepEqual(said([]), ['none', ''])
  assert.deepEqual(said(rankedOf(0.9, 0.89)), ['sure', '0'])
  assert.deepEqual(said(rankedOf(0.7, 0.65, 0.62, 0.61)), ['few', '0 1 2'])
  assert.deepEqual(said(rankedOf(0.7, 0.65, 0.5)), ['few', '0 1'])
  assert.deepEqual(said(rankedOf(0.7, 0.65, 0.62), 0.95), ['twins', '0 1 2'])
  assert.deepEqual(said(rankedOf(0.5, 0.4)), ['category', ''])
  assert.deepEqual(said(rankedOf(0.3, 0.2)), ['none', ''])
})

test('a single candidate has no twin, and one that is unlike makes them a few', () => {
  assert.deepEqual(said(rankedOf(0.7, 0.1), 1), ['few', '0'])
  const likeness = ({ product }: Ranked) => (product.number === '1' ? 0.95 : 0.5)
  assert.deepEqual(said(rankedOf(0.7, 0.68, 0.66), likeness), ['few', '0 1 2'])
})

test('what is surely one is not when another seller has the same thing, however much less like the photo', () => {
  const ranked = rankedOf(0.9, 0.5, 0.4)
  const elsewhere = ranked.map((each, at) =>
    at === 1 ? { ...each, product: { ...each.product, issuer: '0x02' as Account } } : each,
  )
  const likeFirst = ({ product }: Ranked) => (product.number === '1' ? 0.95 : 0)
  assert.deepEqual(said(elsewhere, likeFirst), ['twins', '0 1'])
  assert.deepEqual(
    said(elsewhere, () => 0.85),
    ['sure', '0'],
    'as far from it as other things are',
  )
  assert.deepEqual(said(ranked, likeFirst), ['sure', '0'], 'a seller tells their own goods apart')
  assert.deepEqual(said(ranked, 1), ['twins', '0 1 2'], 'but not by one picture of two')
})

test('what is looked at, by value: the weights are fitted to it', () => {
  const ranked = rankedOf(0.8, 0.6, 0.5).map((each) => ({ ...each, pictures: 3 }))
  const expected = [0.8, 0.2, 0.8 - 1.1 / 5, 0.2, 2 / 3, Math.log(4), 0.16, 0.64]
  for (const [at, value] of features(ranked).entries())
    assert.ok(Math.abs(value - (expected[at] ?? 0)) < 1e-9, `feature ${at}: ${value}`)
})

test('the category of what is sure is its own; of a few, only what the likest agree on, if that fits', () => {
  assert.equal(decide(rankedOf(0.9, 0.89, 0.2, 0.88), rule, unlike).category, 1)
  const strict = { ...rule, fits: 1.1 }
  assert.equal(decide(rankedOf(0.7, 0.69), strict, unlike).category, null)
  assert.equal(decide(rankedOf(0.7, 0.65), rule, unlike).category, 1)
})

test('the category is that of the likest ones together, not of the first alone', () => {
  assert.equal(voted([]), null)
  assert.equal(voted(rankedOf(0.7)), 1)
  const ranked = rankedOf(0.5, 0.49, 0.2, 0.48, 0.1)
  assert.equal(voted(ranked), 2)
  assert.equal(decide(ranked, rule, unlike).category, 2)
})

const scores = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 12 })
const somebody = fc
  .tuple(scores, fc.infiniteStream(fc.integer({ min: 1, max: 3 })))
  .map(([values, categories]): Ranked[] =>
    values
      .toSorted((one, other) => other - one)
      .map((score, at) => ({
        product: { issuer: '0x01' as Account, number: String(at) },
        category: categories.next().value ?? 1,
        score,
        pictures: 1 + (at % 9),
      })),
  )
const { decision, roughDecision } = readManifest(join(MODELS, 'manifest.json'))

test('whatever is ranked: few candidates, none far behind, and one when sure', () => {
  const likenesses = fc.double({ min: -1, max: 1, noNaN: true })
  const rules = fc.constantFrom(decision, roughDecision, rule)
  fc.assert(
    fc.property(somebody, likenesses, rules, (ranked, likeness, rule) => {
      const { verdict, candidates, category } = decide(ranked, rule, alike(ranked, likeness))
      const named = { sure: [1, 1], few: [1, 3], twins: [2, 3], category: [0, 0], none: [0, 0] }
      const [least = 0, most = 0] = named[verdict]
      assert.ok(candidates.length >= least && candidates.length <= most, verdict)
      assert.deepEqual(candidates, ranked.slice(0, candidates.length))
      const first = candidates[0]?.score ?? 0
      const isSure = sureness(ranked, rule) >= rule.sure
      for (const { score } of candidates) assert.ok(isSure || score >= first - rule.gap)
      assert.ok(verdict !== 'category' || category !== null)
      assert.ok(verdict !== 'none' || category === null)
      assert.ok(category === null || ranked.some((each) => each.category === category))
    }),
    { numRuns: 1000 },
  )
})

test('what is looked at is numbers, and sureness a probability, also of a single product', () => {
  fc.assert(
    fc.property(somebody, fc.constantFrom(decision, roughDecision), (ranked, rule) => {
      const values = features(ranked)
      assert.equal(values.length, FEATURES)
      assert.ok(values.every(Number.isFinite))
      const sure = sureness(ranked, rule)
      assert.ok(sure >= 0 && sure <= 1)
      if (ranked.length === 0) assert.equal(sure, 0)
    }),
  )
})

test('the shipped rules are sure of what is the picture itself, and of nothing that is unlike', () => {
  assert.equal(decide(rankedOf(1, 0.2, 0.2, 0.1), decision, unlike).verdict, 'sure')
  assert.equal(decide(rankedOf(0.1, 0.1, 0.1, 0.1), decision, unlike).verdict, 'none')
})
