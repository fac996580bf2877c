import assert from 'node:assert/strict'
import { test } from 'node:test'
import vm from 'node:vm'
import QRCode from 'qrcode'
import { createBridgePage } from '../../src/http/bridge-page.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { knownWallets } from '../../src/wallet/known-wallets.ts'
import { walletLinks } from '../../src/wallet/wallet-links.ts'

const app = createBridgePage({ languages: loadTexts('locales'), wallets: knownWallets })
const later = Math.floor(Date.now() / 1000) + 300
const uriUntil = (expiry: number) =>
  `wc:${'ab'.repeat(32)}@2?relay-protocol=irn&symKey=${'cd'.repeat(32)}&expiryTimestamp=${expiry}`

test('the page forbids itself every connection and tells nobody where it was', async () => {
  const response = await app.request('/w')

  const policy = response.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /connect-src|unsafe|https?:/)
  assert.equal(response.headers.get('referrer-policy'), 'no-referrer')
})

test('the page loads nothing from anywhere else', async () => {
  const body = await (await app.request('/w')).text()

  const loaded = [...body.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1])
  assert.deepEqual(loaded.toSorted(), ['/w.css', '/w.js'])
  assert.doesNotMatch(body, /<script>|style="|onclick/)
})

test('the page speaks the first language of the browser that it knows', async () => {
  const read = async (languages: string) =>
    (await app.request('/w', { headers: { 'accept-language': languages } })).text()

  assert.match(await read('zh-TW,zh;q=0.9'), /lang="zh-CN"[\s\S]*打开你的钱包/)
  assert.match(await read('fr, zh;q=0.8, en;q=0.5'), /打开你的钱包/)
  assert.match(await read('fr'), /Open your wallet/)
  assert.match(await read('en;q=0.2, zh-CN'), /打开你的钱包/)
})

test('the script names no path of the machine it was made on', async () => {
  const script = await (await app.request('/w.js')).text()

  assert.doesNotMatch(script, /node_modules|file:\/\/|\/home\/|\/work\//)
})

/** A page just real enough for the script to run on. */
async function runPage({ hash, userAgent = '' }: { hash: string; userAgent?: string }) {
  const body = await (await app.request('/w')).text()
  const script = await (await app.request('/w.js')).text()
  const elements = new Map<string, Record<string, unknown>>()
  for (const [, id = ''] of body.matchAll(/id="([a-z]+)"/g)) {
    const kept: unknown[] = []
    elements.set(id, {
      hidden: true,
      dataset: {},
      kept,
      replaceChildren: (...children: unknown[]) => kept.push(...children),
      addEventListener: () => undefined,
    })
  }
  const links = [
    ...body.matchAll(
      /<a [^>]*data-wallet="([^"]*)"(?: data-before="([^"]*)" data-after="([^"]*)" data-native="([^"]*)")?/g,
    ),
  ].map(([, wallet, before, after, native]) => ({
    href: '',
    dataset: { wallet, before, after: after?.replaceAll('&amp;', '&'), native },
  }))
  const made = () => {
    const attributes: Record<string, string> = {}
    return {
      attributes,
      children: [] as unknown[],
      setAttribute(name: string, value: string) {
        attributes[name] = value
      },
      append(child: unknown) {
        this.children.push(child)
      },
    }
  }
  const context = {
    document: {
      getElementById: (id: string) => elements.get(id),
      querySelectorAll: () => links,
      createElementNS: made,
    },
    location: { hash },
    navigator: { userAgent },
    addEventListener: () => undefined,
    URLSearchParams,
    decodeURIComponent,
    encodeURIComponent,
    TextEncoder,
    Uint8Array,
    Date,
  }
  vm.runInNewContext(script, context)
  const hrefs = Object.fromEntries(links.map((link) => [link.dataset.wallet, link.href]))
  const isShown = (id: string) => elements.get(id)?.['hidden'] === false
  return { hrefs, isShown, qr: elements.get('qr')?.['kept'] as ReturnType<typeof made>[] }
}

test('every wallet gets the link, encoded once', async () => {
  const uri = uriUntil(later)
  const { bridge, wallets } = walletLinks(uri, 'https://example.org/')

  const { hrefs, isShown } = await runPage({ hash: new URL(bridge).hash })

  assert.ok(isShown('ways'))
  assert.equal(hrefs['any'], uri)
  for (const { id, url } of wallets) assert.equal(hrefs[id], url)
  assert.equal(hrefs['okx'], `okex://main/wc?uri=${encodeURIComponent(uri)}`)
})

test('inside Telegram on Android, links of own schemes are encoded twice and others once', async () => {
  const uri = uriUntil(later)

  const { hrefs } = await runPage({
    hash: `#${encodeURIComponent(uri)}`,
    userAgent: 'Mozilla/5.0 (Linux; Android 15) Telegram-Android/11',
  })

  const twice = encodeURIComponent(encodeURIComponent(uri))
  assert.equal(hrefs['imtoken'], `imtokenv2://wc?uri=${twice}`)
  assert.equal(hrefs['metamask'], `https://metamask.app.link/wc?uri=${encodeURIComponent(uri)}`)
})

test('the code on the page is the code the qrcode package makes', async () => {
  const uri = uriUntil(later)

  const { qr } = await runPage({ hash: `#${encodeURIComponent(uri)}` })

  const { modules } = QRCode.create(uri, { errorCorrectionLevel: 'L' })
  const dark = modules.data.reduce((sum, bit) => sum + (bit ? 1 : 0), 0)
  const [svg] = qr
  assert.equal(svg?.attributes['viewBox'], `0 0 ${modules.size + 8} ${modules.size + 8}`)
  const [path] = (svg?.children ?? []) as ReturnType<() => { attributes: Record<string, string> }>[]
  assert.equal(path?.attributes['d']?.match(/M/g)?.length, dark)
})

test('a broken or foreign fragment gives no links', async () => {
  for (const hash of ['', '#', '#javascript:alert(1)', '#wc:12@2?x=1', `#wc%3A${'%'.repeat(3)}`]) {
    const { isShown, hrefs } = await runPage({ hash })
    assert.ok(isShown('broken'), hash)
    assert.ok(!isShown('ways'), hash)
    assert.equal(hrefs['any'], '', hash)
  }
})

test('an expired link says so', async () => {
  const { isShown } = await runPage({ hash: `#${encodeURIComponent(uriUntil(1_000))}` })

  assert.ok(isShown('expired'))
  assert.ok(!isShown('ways'))
})
