import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseFees, raiseFees } from '../../src/chain/relayer/choose-fees.ts'

test('fees hold for some blocks and never pass the limit', () => {
  const now = { baseFeeWei: 10n, tipWei: 3n }

  assert.deepEqual(chooseFees(now, 100n), { maxFeeWei: 23n, tipWei: 3n })
  assert.deepEqual(chooseFees(now, 20n), { maxFeeWei: 20n, tipWei: 3n })
  assert.deepEqual(chooseFees(now, 13n), { maxFeeWei: 13n, tipWei: 3n })
  assert.equal(chooseFees(now, 12n), null)
})

test('a replacement adds more than a tenth to both fees, or there is none', () => {
  const before = { maxFeeWei: 100n, tipWei: 20n }
  const calm = { maxFeeWei: 50n, tipWei: 5n }

  assert.deepEqual(raiseFees(before, calm, 1000n), { maxFeeWei: 126n, tipWei: 26n })
  const busy = { maxFeeWei: 400n, tipWei: 60n }
  assert.deepEqual(raiseFees(before, busy, 1000n), { maxFeeWei: 400n, tipWei: 60n })
  assert.deepEqual(raiseFees(before, busy, 112n), { maxFeeWei: 112n, tipWei: 60n })
  assert.equal(raiseFees(before, busy, 110n), null)
  // The tip may not be above the whole.
  assert.deepEqual(raiseFees({ maxFeeWei: 9n, tipWei: 9n }, calm, 11n), {
    maxFeeWei: 11n,
    tipWei: 11n,
  })
})
