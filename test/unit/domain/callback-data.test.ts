import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ActionName, type ActionSubject, actions } from '../../../src/domain/actions.ts'
import { deskPersonKey, keyOf, spaceKey } from '../../../src/domain/button-key.ts'
import { decodeAction, encodeAction } from '../../../src/domain/callback-data.ts'

const account = `0x${'ff'.repeat(20)}`
const longest: Readonly<Record<ActionSubject, string>> = {
  deal: '0123456789abcdef',
  draft: '0123456789abcdef',
  'photo-offer': '0123456789abcdef',
  right: keyOf(`0x${'ff'.repeat(32)}`),
  series: keyOf(`0x${'ff'.repeat(24)}`),
  account: keyOf(account),
  space: spaceKey({ account: account as never, category: 4_294_967_295 }),
  'desk-person': deskPersonKey({
    issuer: account as never,
    person: 9_007_199_254_740_991 as never,
  }),
  invitation: keyOf('ff'.repeat(16)),
  topic: 'nobody-delivers',
  language: 'zh-CN',
  none: '',
}

test('every action with its longest subject fits a button and comes back', () => {
  for (const name of Object.keys(actions) as ActionName[]) {
    const { subject: kind } = actions[name]
    // Rights have no version; deals count stages, lists pages, a draft names a category, and a space whose link led to it.
    const isOfSpace = kind === 'space' || kind === 'series'
    const version = kind === 'right' ? 0 : isOfSpace ? 36 ** 7 - 1 : 999_999
    const action = { name, subject: longest[kind], version }
    const data = encodeAction(action)
    assert.ok(Buffer.byteLength(data) <= 64, data)
    assert.deepEqual(decodeAction(data), action)
  }
})

test('forged data is no action', () => {
  for (const data of ['', '1.go', '2.go.a.0', '1.constructor..0', '1.__proto__..0', '1.go.<b>.0']) {
    assert.equal(decodeAction(data), null, data)
  }
  fc.assert(fc.property(fc.string(), (data) => void decodeAction(data)))
})
