import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginBinding, stepBinding } from '../../src/domain/deal/binding.ts'
import { contextAt, someDeal } from '../support/purchase-points.ts'

// A timer that is worked off after the clock was put back did nothing, and its time was forgotten: the link never ran out.
test('a timer that comes before its time is set again', () => {
  const { binding } = beginBinding({ attempt: 'a', nonce: 'n', expected: [] })
  const at = (now: number) => ({ ...contextAt(someDeal(), 0), now })
  const linked = stepBinding(
    binding,
    { type: 'link-ready', attempt: 'a', uri: 'wc:x', expiresAt: 1000 },
    at(700),
  )
  assert.ok(linked)
  const early = stepBinding(linked.binding, { type: 'timer' }, at(600))

  assert.deepEqual(early, { binding: linked.binding, effects: [], wakeAt: 1000 })
  assert.equal(
    stepBinding(linked.binding, { type: 'timer' }, at(1000))?.binding.failure,
    'BINDING_EXPIRED',
  )
})
