import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlinesOf } from '../../../src/domain/deadlines.ts'
import type { EffectiveState } from '../../../src/domain/effective-state.ts'
import type { HeldRight, Series } from '../../../src/domain/facts.ts'
import type { Account } from '../../../src/domain/ids.ts'
import { DAY_SECONDS, plainTerms } from '../../../src/domain/terms.ts'

const [issuer, holder, arbiter] = ['0xA', '0xB', '0xC'] as unknown as [Account, Account, Account]
const CHANGED = 1_000_000
const LAPSE_DAY = 400
const LAPSE = LAPSE_DAY * DAY_SECONDS

/** Kinds, and whom they go to, of a right in this state. */
function told(state: Partial<EffectiveState>, now: number): string[] {
  const terms = { ...plainTerms, price: 1n, supply: 1, redeemByDay: LAPSE_DAY, arbiter }
  const series = { issuer, terms } as unknown as Series
  const right = { changedAt: CHANGED, changedTx: '0xtx' } as unknown as HeldRight
  const whole = { state: 'held', holder, until: null, way: null, unserved: false, ...state }
  return deadlinesOf(right, series, whole as EffectiveState, now).map(
    ({ kind, to }) => `${kind} ${to.type} ${to.account}`,
  )
}

test('a right that can lapse: in its last week and on its last day, to its holder', () => {
  assert.deepEqual(told({}, LAPSE - 7 * DAY_SECONDS - 1), [])
  assert.deepEqual(told({}, LAPSE - 7 * DAY_SECONDS), ['lapse-week holder 0xB'])
  assert.deepEqual(told({ state: 'listed' }, LAPSE - DAY_SECONDS - 1), ['lapse-week holder 0xB'])
  assert.deepEqual(told({ state: 'sent' }, LAPSE - DAY_SECONDS), ['lapse-day holder 0xB'])
  assert.deepEqual(told({}, LAPSE), [])
})

test('what was left unserved cannot lapse', () => {
  assert.deepEqual(told({ unserved: true }, LAPSE - 1), [])
})

test('a request: the desk hears at half time, and a day before the end if that is later', () => {
  const until = CHANGED + 10 * DAY_SECONDS
  const at = (days: number) =>
    told({ state: 'requested', until }, Math.floor(CHANGED + days * DAY_SECONDS))
  assert.deepEqual(at(4.9), [])
  assert.deepEqual(at(5), ['answer-half desk 0xA'])
  assert.deepEqual(at(8.9), ['answer-half desk 0xA'])
  assert.deepEqual(at(9), ['answer-day desk 0xA'])
  assert.deepEqual(at(10), [])
})

test('a request that is short is said once', () => {
  const until = CHANGED + DAY_SECONDS
  const kinds = [0, 0.4, 0.5, 0.9].map((days) =>
    told({ state: 'requested', until }, Math.floor(CHANGED + days * DAY_SECONDS)),
  )
  assert.deepEqual(kinds, [[], [], ['answer-half desk 0xA'], ['answer-half desk 0xA']])
})

test('an accepted delivery is due; a pick-up waits for the customer', () => {
  const until = CHANGED + 3 * DAY_SECONDS
  const near = until - DAY_SECONDS
  assert.deepEqual(told({ state: 'accepted', way: 'delivery', until }, near), ['ship desk 0xA'])
  assert.deepEqual(told({ state: 'accepted', way: 'delivery', until }, near - 1), [])
  assert.deepEqual(told({ state: 'accepted', way: 'pick-up', until }, near), [])
})

test('past their deadlines the seller may complete and the holder may reclaim; the arbiter hears before', () => {
  const until = CHANGED + 21 * DAY_SECONDS
  assert.deepEqual(told({ state: 'shipped', until }, until - 1), [])
  assert.deepEqual(told({ state: 'shipped', until }, until), ['complete desk 0xA'])
  assert.deepEqual(told({ state: 'shipped', until }, until + 7 * DAY_SECONDS), [])
  assert.deepEqual(told({ state: 'disputed', until }, until - DAY_SECONDS), ['rule holder 0xC'])
  assert.deepEqual(told({ state: 'disputed', until }, until), ['reclaim holder 0xB'])
})

test('what has burned has no deadline', () => {
  for (const state of ['redeemed', 'refunded', 'lapsed', 'settled'] as const)
    assert.deepEqual(told({ state, until: LAPSE - 1 }, LAPSE - 1), [])
})
