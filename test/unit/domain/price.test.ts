import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packPrice, unpackPrice } from '../../../src/domain/price.ts'

test('a price is packed exactly or refused', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (amount) => {
      const packed = packPrice(amount)
      if (packed !== null) assert.equal(unpackPrice(packed), amount)
      else assert.ok(`${amount}`.replace(/0{1,31}$/, '').length >= 9)
    }),
  )
})

test('every amount of up to eight digits and zeros fits', () => {
  const digits = fc.bigInt({ min: 0n, max: 99_999_999n })
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 31 }), (mantissa, zeros) => {
      const amount = mantissa * 10n ** BigInt(zeros)
      assert.equal(unpackPrice(packPrice(amount) ?? -1), amount)
    }),
  )
})

test('a price has one form, with the smallest mantissa', () => {
  assert.equal(packPrice(12_000_000n), 12 + 6 * 2 ** 27)
  assert.equal(packPrice(10n ** 18n), 1 + 18 * 2 ** 27)
  assert.equal(packPrice(10n ** 32n), 10 + 31 * 2 ** 27)
  assert.equal(packPrice(0n), 0)
})

test('the largest mantissa fits and the next does not', () => {
  assert.equal(packPrice(134_217_727n), 134_217_727)
  assert.equal(packPrice(134_217_729n), null)
  assert.equal(packPrice(-1n), null)
})

test('what is no packed price is refused', () => {
  for (const packed of [-1, 2 ** 32, 1.5, Number.NaN]) {
    assert.throws(() => unpackPrice(packed), RangeError)
  }
})
