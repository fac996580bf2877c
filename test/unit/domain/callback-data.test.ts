import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rightKey } from '../../../src/cards/purchase-card.ts'
import { type ActionName, actions } from '../../../src/domain/actions.ts'
import { decodeAction, encodeAction } from '../../../src/domain/callback-data.ts'

const subjects = ['', '0123456789abcdef', rightKey(`0x${'ff'.repeat(32)}`), 'zh-CN']

test('every action with every subject fits a button and comes back', () => {
  for (const name of Object.keys(actions) as ActionName[]) {
    for (const subject of subjects) {
      const action = { name, subject, version: 123_456 }
      const data = encodeAction(action)
      assert.ok(Buffer.byteLength(data) <= 64, data)
      assert.deepEqual(decodeAction(data), action)
    }
  }
})

test('forged data is no action', () => {
  for (const data of ['', '1.go', '2.go.a.0', '1.constructor..0', '1.__proto__..0', '1.go.<b>.0']) {
    assert.equal(decodeAction(data), null, data)
  }
  fc.assert(fc.property(fc.string(), (data) => void decodeAction(data)))
})
