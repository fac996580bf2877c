import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTallies } from '../../../src/sandbox/driver/tally.ts'

test('each person has a count of their own, that begins anew when reset', () => {
  const tallies = createTallies()
  tallies.count('ben', 'taps')
  tallies.count('ben', 'taps', 2)
  tallies.count('ben', 'typed')
  tallies.count('mia', 'sent')
  assert.deepEqual(tallies.of('ben'), { taps: 3, typed: 1, sent: 0 })
  assert.deepEqual(tallies.of('mia'), { taps: 0, typed: 0, sent: 1 })
  assert.deepEqual(tallies.of('nobody'), { taps: 0, typed: 0, sent: 0 })

  assert.deepEqual(tallies.reset('ben'), { taps: 3, typed: 1, sent: 0 })
  assert.deepEqual(tallies.of('ben'), { taps: 0, typed: 0, sent: 0 })
  assert.equal(tallies.of('mia').sent, 1)
})
