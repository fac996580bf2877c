import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkTerms, type TermsProblem } from '../../../src/domain/check-terms.ts'
import type { Account } from '../../../src/domain/ids.ts'
import {
  allWays,
  DAY_SECONDS,
  plainTerms,
  type Terms,
  termsFromTuple,
  termsHash,
  termsToTuple,
} from '../../../src/domain/terms.ts'
import { anyAccount, anyPrice } from './arbitraries.ts'

const terms: Terms = { ...plainTerms, price: 12_000_000n, supply: 50 }
const now = 20_000 * DAY_SECONDS
const someone = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8' as Account

const day = fc.option(fc.integer({ min: 1, max: 65_535 }))
const small = fc.integer({ min: 0, max: 255 })
const bps = fc.integer({ min: 0, max: 65_535 })
const anyTerms: fc.Arbitrary<Terms> = fc.record(
  {
    currency: fc.option(anyAccount),
    price: anyPrice,
    supply: fc.nat(2 ** 20),
    saleEndDay: day,
    redeemByDay: day,
    answerDays: small,
    handOverDays: small,
    disputeDays: small,
    ways: fc.subarray([...allWays]),
    payout: fc.constantFrom('direct', 'escrow'),
    shareBps: bps,
    royaltyBps: bps,
    arbiter: fc.option(anyAccount),
    attestor: fc.option(anyAccount),
  },
  { noNullPrototype: true },
)

test('terms come back from the chain as they went', () => {
  fc.assert(
    fc.property(anyTerms, (any) => assert.deepEqual(termsFromTuple(termsToTuple(any)), any)),
  )
})

test('different terms have different hashes', () => {
  fc.assert(
    fc.property(anyTerms, anyTerms, (a, b) => {
      const same = JSON.stringify(termsToTuple(a)) === JSON.stringify(termsToTuple(b))
      assert.equal(termsHash(a) === termsHash(b), same)
    }),
  )
})

test('a price that cannot be kept exactly has no tuple', () => {
  assert.throws(() => termsToTuple({ ...terms, price: 123_456_789_123n }), RangeError)
})

test('plain terms are fine', () => {
  assert.deepEqual(checkTerms(terms, { nowSeconds: now }), [])
  const timed = {
    ...terms,
    ways: allWays,
    disputeDays: 21,
    saleEndDay: 20_001,
    redeemByDay: 20_015,
  }
  assert.deepEqual(checkTerms(timed, { nowSeconds: now }), [])
})

const wrong: [TermsProblem, Partial<Terms>][] = [
  ['not-supported', { payout: 'escrow' }],
  ['not-supported', { shareBps: 1 }],
  ['not-supported', { royaltyBps: 1 }],
  ['not-supported', { arbiter: someone }],
  ['not-supported', { attestor: someone }],
  ['price', { price: 0n }],
  ['price', { price: 134_217_729n }],
  ['supply', { supply: 0 }],
  ['supply', { supply: 2 ** 20 }],
  ['supply', { supply: 1.5 }],
  ['ways', { ways: [] }],
  ['ways', { ways: ['pick-up', 'pick-up'] }],
  ['periods', { answerDays: 0 }],
  ['periods', { answerDays: 256 }],
  ['periods', { handOverDays: 0 }],
  ['periods', { disputeDays: 21 }],
  ['periods', { ways: ['delivery'], disputeDays: 20 }],
  ['sale-end', { saleEndDay: 20_000 }],
  ['sale-end', { saleEndDay: 65_536 }],
  ['redeem-by', { redeemByDay: 20_050 }],
  ['redeem-by', { saleEndDay: 20_001, redeemByDay: 20_014 }],
  ['redeem-by', { saleEndDay: 20_001, redeemByDay: 65_536 }],
]
for (const [problem, change] of wrong) {
  test(`terms have the problem ${problem} with ${Object.entries(change).join(' ')}`, () => {
    assert.deepEqual(checkTerms({ ...terms, ...change }, { nowSeconds: now }), [problem])
  })
}

test('a limit above the supply is a problem', () => {
  assert.deepEqual(checkTerms(terms, { nowSeconds: now, limit: 51 }), ['supply'])
})
