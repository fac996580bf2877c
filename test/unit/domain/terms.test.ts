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

const issuer = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC' as Account
/** In escrow, by delivery, as it has to be. */
const escrow: Partial<Terms> = {
  payout: 'escrow',
  ways: ['delivery'],
  disputeDays: 21,
  saleEndDay: 20_001,
  redeemByDay: 20_015,
  arbiter: someone,
}

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
  ['escrow', { payout: 'escrow' }],
  ['escrow', { payout: 'escrow', shareBps: 1, saleEndDay: 20_001, redeemByDay: 20_015 }],
  ['shares', { shareBps: 5001 }],
  ['shares', { royaltyBps: 1001 }],
  ['arbiter', { arbiter: someone }],
  ['arbiter', { ways: ['delivery'], disputeDays: 21, arbiter: someone }],
  ['arbiter', { ...escrow, arbiter: null }],
  ['arbiter', { ...escrow, arbiter: issuer }],
  ['attestor', { attestor: someone }],
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
    assert.deepEqual(checkTerms({ ...terms, ...change }, { nowSeconds: now, issuer }), [problem])
  })
}

test('escrow, shares, royalty and an attestor are fine within their bounds', () => {
  const context = { nowSeconds: now, issuer }
  assert.deepEqual(checkTerms({ ...terms, ...escrow }, context), [])
  assert.deepEqual(checkTerms({ ...terms, shareBps: 5000, royaltyBps: 1000 }, context), [])
  assert.deepEqual(checkTerms({ ...terms, attestor: someone }, { ...context, limit: 0 }), [])
  const own = checkTerms({ ...terms, attestor: issuer }, { ...context, limit: 0 })
  assert.deepEqual(own, ['attestor'])
})

test('a limit above the supply is a problem', () => {
  assert.deepEqual(checkTerms(terms, { nowSeconds: now, limit: 51 }), ['supply'])
})
