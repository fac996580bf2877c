import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gasLimits, reasons } from '../bench/gas/gas-limits.ts'
import type { GasResult } from '../bench/gas/gas-result.ts'
import { measureOurs } from '../bench/gas/ours.ts'

const snapshot = JSON.parse(
  readFileSync(new URL('../bench/gas/snapshot.json', import.meta.url), 'utf8'),
) as GasResult

test('gas is exactly what was reviewed: npm run bench -- gas --json test/bench/gas/snapshot.json', async () => {
  const measured = await measureOurs()
  assert.deepEqual(measured, snapshot.ours)
})

test('no operation is above its limit without a reason, and no reason is left over', () => {
  const above = Object.entries(gasLimits(snapshot))
    .filter(([operation, limit]) => (snapshot.ours[operation] ?? Number.POSITIVE_INFINITY) > limit)
    .map(([operation]) => operation)
  assert.deepEqual(above.sort(), Object.keys(reasons).sort())
})

test('a first purchase and a transfer are within two per cent of every bare token', () => {
  for (const [name, peer] of Object.entries(snapshot.peers)) {
    for (const operation of ['buy 1', 'transfer']) {
      const ratio = (snapshot.ours[operation] ?? Number.NaN) / (peer[operation] ?? Number.NaN)
      assert.ok(ratio <= 1.02, `${operation}: ${ratio} × ${name}`)
    }
  }
})
