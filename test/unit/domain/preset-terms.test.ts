import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkTerms } from '../../../src/domain/check-terms.ts'
import type { Account } from '../../../src/domain/ids.ts'
import { presets, presetTerms } from '../../../src/domain/preset-terms.ts'
import { packPrice } from '../../../src/domain/price.ts'
import { DAY_SECONDS, MAX_SUPPLY } from '../../../src/domain/terms.ts'
import { anyAccount, anyPrice } from './arbitraries.ts'

test('every preset passes every rule, whatever is sold', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...presets),
      fc.record({
        price: anyPrice.filter((price) => price > 0n && packPrice(price) !== null),
        supply: fc.integer({ min: 1, max: MAX_SUPPLY }),
        currency: fc.option(anyAccount),
        today: fc.integer({ min: 19_000, max: 60_000 }),
      }),
      fc.option(anyAccount),
      (preset, given, arbiter) => {
        const terms = presetTerms(preset, arbiter === null ? given : { ...given, arbiter })
        const nowSeconds = given.today * DAY_SECONDS + DAY_SECONDS - 1
        assert.deepEqual(checkTerms(terms, { nowSeconds }), [])
      },
    ),
  )
})

test('only a pre-order holds the money, and only with an arbiter is it sent', () => {
  const given = { price: 100n, supply: 5, currency: null, today: 20_000 }
  const arbiter = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8' as Account
  assert.deepEqual(
    presets.map((preset) => presetTerms(preset, given).payout),
    ['direct', 'direct', 'escrow'],
  )
  assert.deepEqual(presetTerms('pre-order', given).ways, ['pick-up'])
  assert.deepEqual(presetTerms('pre-order', { ...given, arbiter }).ways, ['pick-up', 'delivery'])
})
