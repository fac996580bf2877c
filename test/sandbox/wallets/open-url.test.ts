import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOpenedUrl } from '../../../src/sandbox/wallets/open-url.ts'
import { walletLinks } from '../../../src/wallet/wallet-links.ts'

const uri = `wc:${'ab'.repeat(32)}@2?relay-protocol=irn&symKey=${'cd'.repeat(32)}&expiryTimestamp=1`
const pair = { type: 'pair', uri }

test('every link that leads into a wallet is understood', () => {
  const { wallets, bridge } = walletLinks(uri, 'http://127.0.0.1:4000')

  for (const { url } of wallets) assert.deepEqual(readOpenedUrl(url), pair)
  assert.deepEqual(readOpenedUrl(bridge), pair)
  assert.deepEqual(readOpenedUrl(uri), pair)
  assert.deepEqual(readOpenedUrl(`trust://wc?uri=${encodeURIComponent(uri)}`), pair)
  const twice = encodeURIComponent(encodeURIComponent(uri))
  assert.deepEqual(readOpenedUrl(`okex://main/wc?uri=${twice}`), pair)
})

test('a link to a question brings the wallet to the front', () => {
  const opened = readOpenedUrl('http://127.0.0.1:4000/open/Mia/wc?requestId=17&sessionTopic=ab')
  assert.deepEqual(opened, { type: 'front', requestId: '17', topic: 'ab' })
})

test('any other link leads nowhere', () => {
  for (const url of [
    '',
    'nonsense',
    'https://example.org',
    'wc:12@2?x',
    'https://example.org/#top',
  ]) {
    assert.deepEqual(readOpenedUrl(url), { type: 'unknown' }, url)
  }
})
