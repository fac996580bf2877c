import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fullStage } from '../../../../src/domain/deal/deal.ts'
import { reduceDeal } from '../../../../src/domain/deal/reduce-deal.ts'
import {
  contextAt,
  eventsFor,
  NOW,
  purchaseTransitions,
  someDeal,
} from '../../../support/purchase-points.ts'

const done = {
  type: 'done',
  outcome: 'bought',
  rights: [`0x${'1'.repeat(64)}`],
  until: null,
  txHash: null,
  blockNumber: 1,
} as const

test('whatever comes in whatever order, no prompt is asked twice', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), (choices) => {
      let deal = someDeal()
      const asked = new Set<string>()
      for (const choice of choices) {
        const events = eventsFor(deal)
        const [event, now] = events[choice % events.length] ?? [{ type: 'timer' } as const, NOW]
        const step = reduceDeal(deal, event, contextAt(deal, now))
        if (step === null) continue
        deal = step.deal
        for (const effect of step.effects) {
          if (effect.type !== 'ask-wallet') continue
          assert.ok(!asked.has(effect.prompt), effect.prompt)
          asked.add(effect.prompt)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('what the chain says wins in every stage', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
      let deal = someDeal()
      for (const choice of choices) {
        const events = eventsFor(deal)
        const [event, now] = events[choice % events.length] ?? [{ type: 'timer' } as const, NOW]
        deal = reduceDeal(deal, event, contextAt(deal, now))?.deal ?? deal
      }
      const facts = { ...done, blockNumber: 99 } as never
      const told = reduceDeal(deal, { type: 'chain', facts }, contextAt(deal, NOW))?.deal ?? deal
      assert.equal(told.stage, 'done')
    }),
  )
})

test('what was sent cannot be cancelled', () => {
  const ways = purchaseTransitions().filter(
    ({ from, event }) => /-sent|included/.test(from) && event === 'cancel',
  )
  assert.deepEqual(ways, [])
})

test('a late answer after a cancel still counts', () => {
  const late = purchaseTransitions().find(
    ({ from, to }) => from === 'ended' && to === 'calling/act-sent',
  )
  assert.equal(late?.event, 'answered')
})

test('a question that may not have arrived can be asked again, a certain one cannot', () => {
  for (const certain of [true, false]) {
    let deal = someDeal()
    const send = (event: Parameters<typeof reduceDeal>[1]) => {
      deal = reduceDeal(deal, event, contextAt(deal, NOW))?.deal ?? deal
    }
    const account = deal.subject.kind === 'purchase' ? deal.subject.issuer : ('' as never)
    send({ type: 'go', bindings: [{ account, topic: 'topic' }], nonce: 'a'.repeat(32) })
    const call = { from: account, to: account, data: '0x', value: 0n }
    send({ type: 'checked', result: { type: 'call', purpose: 'act', call } })
    send({ type: 'published', prompt: deal.call?.prompt ?? ('' as never), link: null, certain })
    send({ type: 'again' })
    assert.equal(fullStage(deal), certain ? 'calling/act-asked' : 'checking')
  }
})
