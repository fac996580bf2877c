import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWalletSession } from '../../src/wallet/session-view.ts'

/** What the SDK has of a wallet that says this of itself. */
function saying(metadata: { name: string; url: string; redirect?: { universal?: string } }) {
  return toWalletSession({ topic: 'a', expiry: 1, namespaces: {}, peer: { metadata } })
}

test('a name is one line of whole signs that cannot turn the writing round', () => {
  const { name } = saying({ name: `\u202e\n\u0000${'\u{1f480}'.repeat(3000)}`, url: '' }).peer

  assert.doesNotMatch(name, /[\u202e\n\0]/)
  assert.ok(name.isWellFormed())
  assert.ok([...name].length <= 40)
})

test('what is missing or no text is an empty name, and an address is never cut into half a sign', () => {
  const { name, url } = saying({ name: null as never, url: `${'x'.repeat(99)}\u{1f480}` }).peer

  assert.equal(name, '')
  assert.equal(url.length, 100)
  assert.ok(url.isWellFormed())
})
