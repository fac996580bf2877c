import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latencyOf, quantile } from './latency.ts'
import { type Query, scorePhotos } from './score-photos.ts'

const known = (place: number, sureness: number, verdict: Query['verdict'] = 'few'): Query => ({
  place,
  isKnown: true,
  isNear: false,
  hasCategory: true,
  isCategory: place === 0,
  sureness,
  verdict,
})
const unknown = (isNear: boolean, sureness: number, verdict: Query['verdict'] = 'none'): Query => ({
  ...known(-1, sureness, verdict),
  isKnown: false,
  isNear,
  hasCategory: isNear,
})

test('what is known, near and far is counted apart', () => {
  const scores = scorePhotos([
    known(0, 0.95, 'sure'),
    known(2, 0.35),
    known(-1, 0.15, 'sure'),
    known(0, 0.65),
    unknown(true, 0.55, 'sure'),
    unknown(false, 0.05, 'category'),
    unknown(false, 0.15),
  ])
  assert.deepEqual([scores.queries, scores.known, scores.near, scores.far], [7, 4, 1, 2])
  assert.equal(scores.top1, 2 / 4)
  assert.equal(scores.top3, 3 / 4)
  assert.equal(scores.category, 2 / 5)
  assert.equal(scores.surePrecision, 1 / 3)
  assert.equal(scores.sureCoverage, 2 / 4)
  assert.equal(scores.aurocNear, 2 / 4)
  // Of eight pairs the known one is surer in seven, and in one as sure.
  assert.equal(scores.aurocFar, 7.5 / 8)
  assert.deepEqual(scores.verdicts, { sure: 3, few: 2, twins: 0, category: 1, none: 1 })
})

test('where there is nothing to count, nothing is said', () => {
  const scores = scorePhotos([])
  for (const each of ['top1', 'top3', 'category', 'aurocNear', 'surePrecision'] as const)
    assert.equal(scores[each], null)
  assert.equal(scores.calibrationError, null)
  assert.equal(scorePhotos([known(0, 1)]).aurocFar, null)
})

test('who is as sure as he is right makes no calibration error, and who is always sure a large one', () => {
  const right = (count: number, of: number, sureness: number) =>
    Array.from({ length: of }, (_, at) => known(at < count ? 0 : -1, sureness))
  const honest = scorePhotos([...right(1, 4, 0.25), ...right(3, 4, 0.75)]).calibrationError
  assert.ok(Math.abs(honest ?? 1) < 1e-9)
  const boasting = scorePhotos(right(1, 4, 1)).calibrationError
  assert.ok(Math.abs((boasting ?? 0) - 0.75) < 1e-9)
})

test('the middle and the end of times, and ratios to inference', () => {
  assert.equal(quantile([], 0.5), 0)
  assert.equal(quantile([3, 1, 2], 0.5), 2)
  assert.equal(
    quantile(
      Array.from({ length: 101 }, (_, at) => 100 - at),
      0.95,
    ),
    95,
  )
  const { inference, steps } = latencyOf(new Map([['look', [10, 30, 20]]]), [4, 4, 4])
  assert.deepEqual(inference, { p50: 4, p95: 4 })
  assert.deepEqual(steps['look'], { count: 3, p50: 20, p95: 30, ratio: 5 })
})
