import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isListenerlessEmit } from '../../src/wallet/is-listenerless-emit.ts'
import { toWalletRefusal } from '../../src/wallet/wallet-refusal.ts'

const table: [unknown, string][] = [
  [{ code: 5000, message: 'User rejected.' }, 'rejected'],
  [{ code: 4001, message: '' }, 'rejected'],
  [{ code: '4001', message: '' }, 'rejected'],
  [
    { code: -32000, message: 'MetaMask Tx Signature: User denied transaction signature.' },
    'rejected',
  ],
  [{ code: -32603, message: 'user cancelled' }, 'rejected'],
  [{ code: 5101, message: 'Unsupported methods.' }, 'unsupported'],
  [{ code: -32601, message: 'the method does not exist' }, 'unsupported'],
  [{ code: 4200, message: '' }, 'unsupported'],
  [new Error('Missing or invalid. request() method: eth_sign'), 'unsupported'],
  [new Error('Missing or invalid. request() chainId: eip155:1'), 'wrong-chain'],
  [{ code: 4902, message: 'Unrecognized chain ID' }, 'wrong-chain'],
  [{ code: 5100, message: 'Unsupported chains.' }, 'wrong-chain'],
  [{ code: 6000, message: 'User disconnected.' }, 'disconnected'],
  [new Error("No matching key. session topic doesn't exist: ab"), 'disconnected'],
  [new Error('Missing or invalid. Record was recently deleted - session: ab'), 'disconnected'],
  [{ code: 0, message: 'Proposal expired' }, 'expired'],
  [new Error('Request expired. Please try again.'), 'expired'],
  [{ code: -32000, message: 'insufficient funds for gas * price + value' }, 'unknown'],
  [new Error('Failed to publish payload, please try again. id:1 tag:1108'), 'unknown'],
  [{ code: 0.5, message: 7 }, 'unknown'],
  ['words', 'unknown'],
  [null, 'unknown'],
  [undefined, 'unknown'],
]

for (const [thrown, reason] of table) {
  const said = thrown instanceof Error ? thrown.message : JSON.stringify(thrown)
  test(`${said} means ${reason}`, () => {
    assert.equal(toWalletRefusal(thrown).reason, reason)
  })
}

test('a wallet cannot say more than 200 characters', () => {
  assert.equal(toWalletRefusal({ code: 1, message: 'x'.repeat(5_000) }).message.length, 200)
})

test('only the complaint about a missing listener is harmless', () => {
  const harmless = new Error('emitting session_ping:17 without any listeners 2176')
  assert.ok(isListenerlessEmit(harmless))
  assert.ok(!isListenerlessEmit(new Error('disk full')))
  assert.ok(!isListenerlessEmit(harmless.message))
})
