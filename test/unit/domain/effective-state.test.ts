import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  approvedWord,
  effectiveState,
  effectiveWord,
  mintedWord,
  redeemedWord,
  transferredWord,
} from '../../../src/domain/effective-state.ts'
import type { Account } from '../../../src/domain/ids.ts'
import {
  packRightWord,
  type RightWord,
  unpackRightWord,
  type WordState,
} from '../../../src/domain/right-word.ts'
import { anyAccount, anyRightWord } from './arbitraries.ts'

const HOLDER = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8' as Account
const right = (state: WordState, more: Partial<RightWord> = {}): bigint =>
  packRightWord({
    owner: HOLDER,
    state,
    approved: false,
    auxLive: true,
    unserved: false,
    escrowed: false,
    plain: true,
    nonce: 5,
    until: 1000,
    price: 12_000n,
    ...more,
  })

const rows: [WordState, number, string, string | null, boolean, boolean][] = [
  // word's state, now, told state, way, transferable, unserved
  ['held', 2000, 'held', null, true, false],
  ['listed', 999, 'listed', null, true, false],
  ['listed', 1000, 'held', null, true, false],
  ['sent', 999, 'sent', null, false, false],
  ['sent', 1000, 'held', null, true, false],
  ['requested-pick-up', 999, 'requested', 'pick-up', false, false],
  ['requested-pick-up', 1000, 'held', null, true, true],
  ['requested-delivery', 999, 'requested', 'delivery', false, false],
  ['requested-delivery', 1001, 'held', null, true, true],
  ['accepted-pick-up', 999, 'accepted', 'pick-up', false, false],
  ['accepted-pick-up', 1000, 'held', null, true, true],
  ['accepted-delivery', 999, 'accepted', 'delivery', false, false],
  ['accepted-delivery', 1000, 'held', null, true, true],
  ['shipped', 2000, 'shipped', null, false, false],
  ['disputed', 2000, 'disputed', null, false, false],
  ['redeemed', 2000, 'redeemed', null, false, false],
  ['refunded', 2000, 'refunded', null, false, false],
  ['lapsed', 2000, 'lapsed', null, false, false],
  ['settled', 2000, 'settled', null, false, false],
]
for (const [state, now, told, way, transferable, unserved] of rows) {
  test(`a right that is ${state} until 1000 counts as ${told} at ${now}`, () => {
    const effective = effectiveState(right(state), now)

    assert.equal(effective?.state, told)
    assert.equal(effective?.way, way)
    assert.equal(effective?.transferable, transferable)
    assert.equal(effective?.unserved, unserved)
    assert.equal(effective?.holder, HOLDER)
    const ranOut = told === 'held' && state !== 'held'
    assert.equal(effective?.nonce, ranOut ? 6 : 5)
    assert.equal(effective?.until, ranOut ? null : 1000)
    assert.equal(effective?.price, told === 'listed' || told === 'sent' ? 12_000n : null)
    assert.equal(effective?.burned, ['redeemed', 'refunded', 'lapsed', 'settled'].includes(told))
  })
}

test('a right that was left unserved stays so when its listing runs out', () => {
  assert.equal(effectiveState(right('listed', { unserved: true }), 1000)?.unserved, true)
})

test('the zero word is no right', () => {
  assert.equal(effectiveState(0n, 0), null)
})

test('asking twice changes nothing', () => {
  fc.assert(
    fc.property(anyRightWord, fc.integer({ min: 0, max: 2 ** 33 }), (any, now) => {
      const once = effectiveWord(packRightWord(any), now)
      assert.equal(effectiveWord(once, now), once)
    }),
  )
})

const teaTerms = { payout: 'direct', currency: null, royaltyBps: 0, redeemByDay: null } as const

test('a right remembers from its sale whether its price waits, and whether its series matters', () => {
  const flags = (change: object) => {
    const { escrowed, plain } = unpackRightWord(mintedWord(HOLDER, { ...teaTerms, ...change }))
    return [escrowed, plain]
  }
  assert.deepEqual(flags({}), [false, true])
  assert.deepEqual(flags({ payout: 'escrow', redeemByDay: 20_000 }), [true, false])
  assert.deepEqual(flags({ currency: HOLDER }), [false, false])
  assert.deepEqual(flags({ royaltyBps: 1 }), [false, false])
})

test('a hand-over leaves holder and time', () => {
  const asked = right('requested-pick-up', { unserved: true, approved: true })
  const effective = effectiveState(redeemedWord(asked, 900), 5000)
  assert.deepEqual(
    [effective?.state, effective?.holder, effective?.until, effective?.nonce],
    ['redeemed', HOLDER, 900, 6],
  )
})

test('an approval changes nothing else, and counts what ran out before', () => {
  const before = right('listed', { unserved: true })
  const after = unpackRightWord(approvedWord(before, true, 1000))
  assert.deepEqual(after, { ...unpackRightWord(effectiveWord(before, 1000)), approved: true })
})

test('a transfer leaves nothing of the old state but the unserved mark', () => {
  fc.assert(
    fc.property(anyRightWord, anyAccount, (any, to) => {
      const moved = unpackRightWord(transferredWord(packRightWord(any), to, 0))
      const { escrowed, plain } = any
      const fresh = { ...unpackRightWord(mintedWord(to, teaTerms)), escrowed, plain }
      assert.deepEqual({ ...moved, nonce: 0, unserved: false }, fresh)
      assert.ok(moved.nonce >= any.nonce)
    }),
  )
})
