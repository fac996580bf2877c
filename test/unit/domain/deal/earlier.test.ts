import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '../../../../src/domain/deal/deal.ts'
import { hasAsked } from '../../../../src/domain/deal/earlier.ts'
import type { ChainFacts, DealEvent } from '../../../../src/domain/deal/event.ts'
import { reduceDeal } from '../../../../src/domain/deal/reduce-deal.ts'
import type { RedemptionSubject } from '../../../../src/domain/deal/subject.ts'
import type { Account, PromptId, RightId, TxHash } from '../../../../src/domain/ids.ts'
import { contextAt, someDeal } from '../../../support/purchase-points.ts'

const account = `0x${'1'.repeat(40)}` as Account
const right = `0x${'2'.repeat(64)}` as RightId
const call = { from: account, to: account, data: '0x01', value: 0n }
const [oldHash, newHash] = [`0x${'a'.repeat(64)}`, `0x${'b'.repeat(64)}`] as [TxHash, TxHash]
const subjectOf = (secret: string, address: string): RedemptionSubject => ({
  kind: 'redemption',
  rights: [right],
  way: 'delivery',
  secret,
  delivery: { address, quote: null, askedOf: null, tracking: null },
})
const [before, after] = [subjectOf('0xold', '1 Tea Road'), subjectOf('0xnew', '2 Tea Road')]

function walk(deal: Deal, ...events: DealEvent[]): Deal {
  return events.reduce(
    (each, event) => reduceDeal(each, event, contextAt(each, 100))?.deal ?? each,
    deal,
  )
}

const go: DealEvent = { type: 'go', bindings: [{ account, topic: 't' }], nonce: 'a'.repeat(32) }
const checked: DealEvent = { type: 'checked', result: { type: 'call', purpose: 'act', call } }
const revised: DealEvent = { type: 'revised', subject: after }
const asked = walk({ ...someDeal(), subject: before }, go, checked)
const prompt = asked.call?.prompt as PromptId
const silent = walk(asked, { type: 'refused', prompt, reason: 'expired' })
const lateYes: DealEvent = { type: 'answered', prompt, result: oldHash }
const done: ChainFacts = {
  type: 'done',
  outcome: 'requested',
  until: null,
  rights: [right],
  txHash: oldHash,
  blockNumber: 7,
}

test('what a silent wallet may still approve is kept through a change, with its secret', () => {
  const changed = walk(silent, revised)
  assert.equal(changed.subject, after)
  assert.equal(changed.call, null)

  const heard = reduceDeal(changed, lateYes, contextAt(changed, 100))
  assert.equal(heard?.deal.subject, before)
  assert.equal(heard?.deal.call?.hash, oldHash)
  assert.ok(heard?.effects.some(({ type }) => type === 'read-facts'))
})

test('what was declined is gone for good', () => {
  const declined = walk(asked, { type: 'refused', prompt, reason: 'rejected' }, revised)
  assert.equal(hasAsked(declined), false)
  assert.equal(reduceDeal(declined, lateYes, contextAt(declined, 100)), null)
})

test('a question that is open itself gives way to the earlier one that was approved, and is not lost', () => {
  const both = walk(silent, revised, go, checked)
  const heard = walk(both, lateYes)
  assert.equal(heard.subject, before)
  assert.equal(heard.earlier?.[0]?.subject, after)
})

test('of two that were sent the chain decides', () => {
  const both = walk(silent, revised, go, checked)
  const second = both.call?.prompt as PromptId
  const sent = walk(both, { type: 'answered', prompt: second, result: newHash }, lateYes)
  assert.equal(sent.subject, after)

  const told = walk(sent, { type: 'chain', facts: { ...done, prompt } })
  assert.equal(told.subject, before)
  assert.equal(told.call?.hash, oldHash)
})

test('the chain may be faster than the wallet’s answer', () => {
  const told = walk(silent, revised, { type: 'chain', facts: done })
  assert.equal(told.subject, after)

  assert.equal(walk(told, lateYes).subject, before)
  assert.equal(walk(told, { ...lateYes, result: newHash }).subject, after)
  const over: ChainFacts = { ...done, type: 'final', at: 9 }
  const final = walk(told, { type: 'chain', facts: over }, lateYes)
  assert.equal(final.stage, 'final')
  assert.equal(final.subject.kind === 'redemption' ? final.subject.secret : '', '0xold')
})

test('the addresses of earlier questions go with the others', () => {
  const over: ChainFacts = { ...done, type: 'final', at: 9 }
  const final = walk(silent, revised, { type: 'chain', facts: over })
  assert.doesNotMatch(JSON.stringify(final.earlier?.[0]?.subject), /Tea Road/)
})
