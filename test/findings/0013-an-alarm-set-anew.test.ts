import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '../../src/domain/deal/deal.ts'
import type { ChainFacts } from '../../src/domain/deal/event.ts'
import { reduceDeal } from '../../src/domain/deal/reduce-deal.ts'
import { contextAt, someDeal } from '../support/purchase-points.ts'

// A look at the same facts, as after every final block, set a deal's time to wake anew: past the reminder or the deadline
// that had come a moment before, so nobody was told.
const DAY = 86_400
const until = 10 * DAY
const facts: ChainFacts = {
  type: 'done',
  outcome: 'shipped',
  rights: [],
  until,
  txHash: null,
  blockNumber: 1,
}
const standing: Deal = { ...someDeal(), stage: 'done', facts }
const step = (deal: Deal, event: Parameters<typeof reduceDeal>[1], chainTime: number) =>
  reduceDeal(deal, event, { ...contextAt(deal, 0), chainTime })

test('the same facts leave the time to wake as it is', () => {
  for (const now of [0, until - DAY, until - 1, until, until + DAY])
    assert.equal(step(standing, { type: 'chain', facts }, now), null)
})

test('a deal wakes a day before, at the deadline, and rarer and rarer after it', () => {
  const wake = (now: number) => {
    const found = step(standing, { type: 'timer' }, now)
    return [found?.effects.map(({ type }) => type), found?.wakeAt]
  }
  assert.deepEqual(wake(0), [[], until - DAY])
  assert.deepEqual(wake(until - DAY), [['remind'], until])
  assert.deepEqual(wake(until), [['read-facts', 'show-card'], until + 15])
  assert.deepEqual(wake(until + 3600), [['read-facts', 'show-card'], until + 7200])
  assert.deepEqual(wake(until + 9 * DAY), [['read-facts', 'show-card'], until + 10 * DAY])
})
