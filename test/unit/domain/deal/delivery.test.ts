import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '../../../../src/domain/deal/deal.ts'
import type { ChainFacts, DealEvent, Happened, Outcome } from '../../../../src/domain/deal/event.ts'
import { reduceDeal } from '../../../../src/domain/deal/reduce-deal.ts'
import type { ClaimSubject, RedemptionSubject } from '../../../../src/domain/deal/subject.ts'
import type { Account, RightId } from '../../../../src/domain/ids.ts'
import { contextAt, someDeal } from '../../../support/purchase-points.ts'

const issuer = `0x${'1'.repeat(40)}` as Account
const right = `0x${'2'.repeat(64)}` as RightId
const secret = `0x${'3'.repeat(32)}`
const subject: RedemptionSubject = {
  kind: 'redemption',
  rights: [right],
  way: 'delivery',
  secret,
  delivery: { address: '5 Canal Street', quote: null, askedOf: issuer, tracking: null },
}
const asked: Deal = { ...someDeal(), subject, stage: 'offered' }
const quote = { fee: 3n, currency: null, expiry: 99, by: issuer, signature: '0x' }
const happened: Happened = { outcome: 'shipped', rights: [right], txHash: null, blockNumber: 1 }
const shipped: ChainFacts = { type: 'done', until: 50 * 86_400, ...happened }

function step(deal: Deal, event: DealEvent, now = 0) {
  return reduceDeal(deal, event, contextAt(deal, now))
}

function deliveryIn(deal: Deal | undefined) {
  return deal?.subject.kind === 'redemption' ? deal.subject.delivery : null
}

test('an answer counts for the request it was given for, and is news', () => {
  const found = step(asked, { type: 'quoted', quote, secret })
  assert.deepEqual(deliveryIn(found?.deal)?.quote, quote)
  assert.ok(found?.effects.some(({ type }) => type === 'remind'))
  assert.equal(step(asked, { type: 'quoted', quote, secret: `0x${'4'.repeat(32)}` }), null)
  const gone = { ...subject, delivery: { ...deliveryIn(asked), address: null } }
  const changed = { ...asked, subject: gone } as Deal
  assert.equal(step(changed, { type: 'quoted', quote, secret }), null)
})

test('an answer comes too late for what is before a wallet', () => {
  for (const stage of ['checking', 'calling', 'done', 'final'] as const)
    assert.equal(step({ ...asked, stage }, { type: 'quoted', quote, secret }), null)
})

test('a tracking number is noted once, and leaves the deadline standing', () => {
  const standing: Deal = { ...asked, stage: 'done', facts: shipped }
  const found = step(standing, { type: 'tracked', tracking: 'SF-1' })
  assert.equal(deliveryIn(found?.deal)?.tracking, 'SF-1')
  assert.equal(found?.wakeAt, 49 * 86_400)
  assert.equal(
    found === null ? null : step(found.deal, { type: 'tracked', tracking: 'SF-1' }),
    null,
  )
  assert.equal(step(asked, { type: 'tracked', tracking: 'SF-1' }), null)
})

test('the address is erased when the delivery is over for good, and not before', () => {
  const standing: Deal = { ...asked, stage: 'done', facts: shipped }
  const over: Happened = { ...happened, outcome: 'redeemed' }
  const done = step(standing, { type: 'chain', facts: { type: 'done', until: null, ...over } })
  assert.equal(deliveryIn(done?.deal)?.address, '5 Canal Street')
  const final = step(standing, { type: 'chain', facts: { type: 'final', at: 9, ...over } })
  assert.equal(deliveryIn(final?.deal)?.address, null)
})

test('a deadline that passed, and a lost dispute, are told; once', () => {
  const tells = (before: ChainFacts, facts: ChainFacts) => {
    const deal: Deal = { ...asked, stage: 'done', facts: before }
    return step(deal, { type: 'chain', facts })?.effects.some(({ type }) => type === 'remind')
  }
  const as = (outcome: Outcome, blockNumber = 1): ChainFacts => ({
    type: 'done',
    until: null,
    ...happened,
    outcome,
    blockNumber,
  })
  assert.equal(tells(as('requested'), as('expired')), true)
  assert.equal(
    tells(as('expired'), { type: 'final', at: 1, ...happened, outcome: 'expired' }),
    false,
  )
  assert.equal(tells(as('disputed'), as('redeemed', 2)), true)
  assert.equal(tells(shipped, as('redeemed', 2)), false)
})

test('what is kept for somebody without a wallet is said after a day, and a day before it ends', () => {
  const DAY = 86_400
  const kept: ClaimSubject = {
    kind: 'claim',
    right,
    secret,
    price: null,
    currency: null,
    sender: issuer,
    deskCode: null,
    keptUntil: 7 * DAY,
  }
  const open: Deal = { ...someDeal(), subject: { ...kept, keptUntil: null }, stage: 'offered' }
  const first = step(open, { type: 'revised', subject: kept })
  assert.equal(first?.wakeAt, DAY)
  const second = first === null ? null : step(first.deal, { type: 'timer' }, DAY)
  assert.deepEqual([second?.effects, second?.wakeAt], [[{ type: 'remind' }], 6 * DAY])
  const last = second === null ? null : step(second.deal, { type: 'timer' }, 6 * DAY)
  assert.deepEqual([last?.effects, last?.wakeAt], [[{ type: 'remind' }], null])
  assert.equal(first === null ? null : step(first.deal, { type: 'timer' }, 7 * DAY), null)
})

test('an address goes when its delivery is given up, unless a wallet may still approve it', () => {
  const given = step(asked, { type: 'cancel' })
  assert.equal(deliveryIn(given?.deal)?.address, null)
  const call = { from: issuer, to: issuer, data: '0x01', value: 0n }
  const checking: Deal = { ...asked, stage: 'checking', topic: 't', account: issuer }
  const result = { type: 'call', purpose: 'act', call } as const
  const calling = step(checking, { type: 'checked', result })?.deal
  assert.ok(calling)
  assert.equal(deliveryIn(step(calling, { type: 'cancel' })?.deal)?.address, '5 Canal Street')
})
