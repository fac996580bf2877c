import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { SeriesId } from '../../../src/domain/ids.ts'
import { packRightId, toRightId, unpackRightId } from '../../../src/domain/right-id.ts'
import { anySeries } from './arbitraries.ts'

test('a right id names its series and serial', () => {
  const serial = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n })
  fc.assert(
    fc.property(anySeries, serial, (series, number) => {
      const right = packRightId(series, number)
      assert.deepEqual(unpackRightId(right), { series, serial: number })
      assert.equal(toRightId(BigInt(right)), right)
    }),
  )
})

test('serials that no sale gives are refused', () => {
  const series = `0x${'01'.repeat(24)}` as SeriesId
  for (const serial of [0n, -1n, 2n ** 64n]) {
    assert.throws(() => packRightId(series, serial), RangeError)
  }
  assert.throws(() => toRightId(2n ** 256n), RangeError)
  assert.throws(() => toRightId(-1n), RangeError)
})
