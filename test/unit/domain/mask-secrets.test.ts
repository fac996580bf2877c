import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DealId } from '../../../src/domain/ids.ts'
import { encodePayload } from '../../../src/domain/links.ts'
import { maskSecrets } from '../../../src/domain/mask-secrets.ts'

test('the secrets of links do not reach a log', () => {
  const secret = 'ab'.repeat(16)
  const handover = encodePayload({ type: 'handover', reference: '01'.repeat(8) as DealId, secret })
  const send = encodePayload({ type: 'send', reference: '01'.repeat(8), secret })
  const staff = encodePayload({ type: 'staff', secret })
  const pairing = `wc:abc@2?relay-protocol=irn&symKey=${'0f'.repeat(32)}`
  const text = JSON.stringify([
    handover,
    `?start=${send}`,
    staff,
    pairing,
    encodeURIComponent(pairing),
  ])

  const masked = maskSecrets(text)
  for (const part of [handover.slice(11), send.slice(11), staff.slice(1), '0f'.repeat(32)]) {
    assert.ok(!masked.includes(part), part)
  }
})

test('a trade link is no secret', () => {
  const link = `https://t.me/scrip_bot?start=r${'A'.repeat(32)}`
  assert.equal(maskSecrets(link), link)
})
