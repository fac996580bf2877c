import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MAX_NONCE, packRightWord, unpackRightWord } from '../../../src/domain/right-word.ts'
import { anyRightWord } from './arbitraries.ts'

const [sample] = fc.sample(anyRightWord, 1)

test('a word keeps every field apart', () => {
  fc.assert(
    fc.property(anyRightWord, (right) => {
      assert.deepEqual(unpackRightWord(packRightWord(right)), right)
    }),
  )
})

test('a field that does not fit is refused', () => {
  for (const wrong of [
    { nonce: MAX_NONCE + 1 },
    { until: 2 ** 32 },
    { nonce: -1 },
    { until: 0.5 },
    { price: 134_217_729n },
  ]) {
    assert.throws(() => packRightWord({ ...sample!, ...wrong }), RangeError)
  }
})

test('a word that the contract cannot have written is refused', () => {
  assert.throws(() => unpackRightWord(-1n), RangeError)
  assert.throws(() => unpackRightWord(2n ** 256n), RangeError)
  assert.throws(() => unpackRightWord(14n << 160n), RangeError)
})
