import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reduceDeal } from '../../src/domain/deal/reduce-deal.ts'
import type { Account } from '../../src/domain/ids.ts'
import { contextAt, NOW, someDeal } from '../support/purchase-points.ts'

// An account that its wallet had left was used again as soon as any wallet named it, without a signature.
const account = `0x${'1'.repeat(40)}` as Account
const session = {
  topic: 't',
  accounts: [{ chainId: 1, account }],
  methods: [],
  peer: { name: 'Wallet', url: '', redirect: null },
  expiresAt: NOW + 1000,
}

function settled(frozen: { frozen?: true }) {
  const deal = someDeal()
  const bindings = [{ account, topic: null, ...frozen }]
  const nonce = 'a'.repeat(32)
  const going = reduceDeal(deal, { type: 'go', bindings, nonce }, contextAt(deal, NOW))?.deal
  assert.ok(going)
  const attempt = going.binding?.attempt ?? ''
  const step = reduceDeal(
    going,
    { type: 'session-settled', attempt, session },
    contextAt(going, NOW),
  )
  return step?.deal
}

test('a frozen account has to be proven again; another one that comes back has not', () => {
  assert.equal(settled({ frozen: true })?.binding?.stage, 'proving')
  assert.equal(settled({})?.stage, 'checking')
})
