import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requestLink } from '../../src/wallet/request-link.ts'
import { walletLinks } from '../../src/wallet/wallet-links.ts'

const uri = `wc:${'ab'.repeat(32)}@2?relay-protocol=irn&symKey=${'cd'.repeat(32)}&expiryTimestamp=1`
const link = (redirect: string | null, extraOrigins: string[] = []) =>
  requestLink({ redirect, requestId: '17', topic: 'ab', extraOrigins })

test('every link carries the URI, encoded exactly once', () => {
  const { wallets, bridge } = walletLinks(uri, 'https://shop.example.org')

  for (const { url } of wallets) assert.equal(new URL(url).searchParams.get('uri'), uri)
  assert.equal(decodeURIComponent(new URL(bridge).hash.slice(1)), uri)
  assert.equal(new URL(bridge).pathname, '/w')
  assert.equal(new URL(bridge).search, '')
})

test('every wallet link is https, because a button takes nothing else', () => {
  const { wallets } = walletLinks(uri, 'https://shop.example.org')

  assert.deepEqual(
    wallets.map((each) => each.name),
    ['MetaMask', 'Trust', 'Rainbow', 'Bitget', 'SafePal'],
  )
  for (const { url } of wallets) assert.equal(new URL(url).protocol, 'https:')
})

test('a known wallet is opened at its question', () => {
  const expected = 'https://metamask.app.link/wc?requestId=17&sessionTopic=ab'
  assert.equal(link('https://metamask.app.link'), expected)
  assert.equal(link('https://metamask.app.link/'), expected)
  assert.equal(link('https://metamask.app.link/?evil=1#x'), expected)
})

test("a place of the wallet's own choice is no link", () => {
  for (const hostile of [
    null,
    '',
    'evil',
    'javascript:alert(1)',
    'metamask://',
    'http://metamask.app.link',
    'https://metamask.app.link:8443',
    'https://metamask.app.link.evil.example',
    'https://evil.example/metamask.app.link',
    'https://metamask.app.link@evil.example',
    'https://user:pass@metamask.app.link',
    'https://t.me/evil_bot',
  ]) {
    assert.equal(link(hostile), null, String(hostile))
  }
})

test('an origin can be trusted besides, exactly as it is', () => {
  const mine = 'http://127.0.0.1:4000'
  assert.equal(link(`${mine}/open/Mia`, [mine]), `${mine}/open/Mia/wc?requestId=17&sessionTopic=ab`)
  assert.equal(link('http://127.0.0.1:4001/open/Mia', [mine]), null)
})
