import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { AppError } from '../../src/domain/errors.ts'
import type { DealId } from '../../src/domain/ids.ts'
import { encodePayload, type Link } from '../../src/domain/links.ts'
import { pictureHash } from '../../src/domain/picture-hash.ts'
import * as blocks from '../conformance/blocks.ts'
import { BOT, holder, openTradeStage, SITE, seller, TODAY } from './trade-stage.ts'

const folder = mkdtempSync(join(tmpdir(), 'scrip-pages-'))
after(() => rmSync(folder, { recursive: true }))
const picture = readFileSync('src/sandbox/seed/longjing.jpg')
const hash = pictureHash(picture)
writeFileSync(join(folder, `${hash}.jpg`), picture)

const seriesLink = (series: ReturnType<typeof blocks.series>): Link => ({
  type: 'series',
  series,
  contributor: null,
})
const meta = (body: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`).exec(body)?.[1]

test('a series is shown with everything its link promises, and with the tags of a preview', async () => {
  const { publish, open, close } = await openTradeStage({ pictures: folder })
  const id = await publish('tea', {
    goods: { pictureHash: hash, description: 'First harvest' },
    terms: { ways: ['pick-up', 'delivery'], redeemByDay: TODAY + 30, disputeDays: 21 },
    sold: 2,
  })

  const { status, body } = await open(seriesLink(id))
  await close()

  assert.equal(status, 200)
  for (const words of [
    'Longjing',
    '100 g tin',
    'Hangzhou, spring 2026',
    'LJ-100',
    '2073',
    '12 USDC',
    '48 left',
    'First harvest',
    seller,
    'The seller is paid at once',
    'Pick-up at the shop · Delivery',
    'Base',
  ]) {
    assert.ok(body.includes(words), words)
  }
  const payload = encodePayload(seriesLink(id))
  assert.ok(body.includes(`href="https://t.me/${BOT}?start=${payload}"`))
  assert.match(body, /<svg class="qr" role="img" aria-label="[^"]+"/)
  assert.equal(meta(body, 'og:title'), 'Longjing')
  assert.equal(meta(body, 'og:description'), '100 g tin · 12 USDC · 48 left')
  assert.equal(meta(body, 'og:image'), `${SITE}/pictures/${hash}.jpg`)
  assert.equal(meta(body, 'og:url'), `${SITE}/t/${payload}`)
  assert.ok(body.includes(`<img class="picture" src="/pictures/${hash}.jpg" alt="Longjing">`))
  assert.equal(meta(body, 'robots'), undefined)
})

test('the page has no script and may load nothing but its own pictures and style', async () => {
  const { publish, open, close } = await openTradeStage()
  const { headers, body } = await open(seriesLink(await publish('tea')))
  await close()

  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'; img-src 'self'; style-src 'self'/)
  assert.doesNotMatch(policy, /script-src|connect-src|unsafe|https?:/)
  assert.equal(headers.get('referrer-policy'), 'no-referrer')
  assert.doesNotMatch(body, /<script|style="|onclick|javascript:/)
  assert.equal(meta(body, 'og:image'), undefined)
})

test('the short form shows the same goods', async () => {
  const { publish, open, close } = await openTradeStage()
  const id = await publish('tea')
  const short = await open({ type: 'series-short', prefix: id.slice(0, 18) })
  await close()

  assert.equal(short.status, 200)
  assert.ok(short.body.includes('Longjing'))
})

test('escrow, an end of the sale and a contributor’s share are said', async () => {
  const { publish, open, close } = await openTradeStage()
  const id = await publish('tea', {
    terms: { payout: 'escrow', saleEndDay: TODAY + 3, redeemByDay: TODAY + 40, shareBps: 250 },
  })
  const without = await open(seriesLink(id))
  const through = await open({ type: 'series', series: id, contributor: holder })
  await close()

  assert.ok(without.body.includes('The contract keeps the price until the good is handed over'))
  assert.match(without.body, /On sale until[\s\S]* UTC[\s\S]*Get the good before/)
  assert.ok(!without.body.includes('2.5%'))
  assert.ok(through.body.includes('gets 2.5% of the price'))
})

const day = TODAY
const ends: [
  string,
  Parameters<Awaited<ReturnType<typeof openTradeStage>>['publish']>[1],
  number,
  RegExp,
][] = [
  ['sold out', { terms: { supply: 1 }, sold: 1 }, 200, /Sold out\./],
  ['past its sale', { terms: { saleEndDay: day } }, 410, /The sale has ended\./],
  ['past its redeem-by day', { terms: { redeemByDay: day } }, 410, /time to get the good is over/],
]
for (const [what, given, status, words] of ends) {
  test(`a series that is ${what} says so`, async () => {
    const { publish, open, close } = await openTradeStage()
    const page = await open(seriesLink(await publish('tea', given)))
    await close()

    assert.equal(page.status, status)
    assert.match(page.body, words)
    assert.match(meta(page.body, 'og:description') ?? '', words)
    assert.equal(page.body.includes('Open in Telegram'), status === 200)
  })
}

test('a closed series says so', async () => {
  const { publish, append, open, close } = await openTradeStage()
  const id = await publish('tea')
  await append({ type: 'closed', series: id, sold: 0, txHash: blocks.tx('close') })
  const page = await open(seriesLink(id))
  await close()

  assert.equal(page.status, 410)
  assert.match(page.body, /seller has closed this series/)
})

test('a held right for sale shows its own price and holder; taken, it is gone', async () => {
  const { publish, list, append, open, close } = await openTradeStage()
  const right = await list(await publish('tea', { sold: 1 }), 15_500_000n)
  const listed = await open({ type: 'right', right })
  await append(blocks.transferred(right, holder, seller))
  const taken = await open({ type: 'right', right })
  await close()

  assert.equal(listed.status, 200)
  for (const words of ['15.5 USDC', holder, 'No. 1', 'Open in Telegram']) {
    assert.ok(listed.body.includes(words), words)
  }
  assert.equal(taken.status, 410)
  assert.match(taken.body, /not for sale any more/)
  assert.ok(!taken.body.includes('Open in Telegram'))
})

test('an offer for one account names it', async () => {
  const { publish, list, open, close } = await openTradeStage()
  const right = await list(await publish('tea', { sold: 1 }), 1_000_000n, blocks.account('friend'))
  const page = await open({ type: 'right', right })
  await close()

  assert.ok(page.body.includes(`one account only: ${blocks.account('friend')}`))
})

test('a space shows what is sold and resold in it, a category only its own', async () => {
  const { publish, list, open, close } = await openTradeStage()
  await publish('tea', { sold: 1 })
  await publish('honey', { goods: { name: 'Honey', category: 4947 } })
  await publish('gone', { goods: { name: 'Sold out thing' }, terms: { supply: 1 }, sold: 1 })
  await publish('late', { goods: { name: 'Late thing' }, terms: { saleEndDay: TODAY } })
  const right = await list(blocks.series('tea'), 15_000_000n)

  const space = await open({ type: 'space', account: seller, contributor: null })
  const part = { type: 'space-category', account: seller, category: 4947 } as const
  const honey = await open({ ...part, contributor: null })
  const across = await open({ type: 'category', category: 2073 })
  const resale = await open({ type: 'space', account: holder, contributor: null })
  const empty = await open({
    type: 'space-category',
    account: seller,
    category: 1,
    contributor: null,
  })
  await close()

  assert.equal(space.status, 200)
  assert.match(space.body, /<h1>The space of 0x[0-9a-fA-F]{4}…[0-9a-fA-F]{4}<\/h1>/)
  assert.ok(space.body.includes('Longjing') && space.body.includes('Honey'))
  assert.ok(!space.body.includes('Sold out thing') && !space.body.includes('Late thing'))
  assert.ok(honey.body.includes('Honey') && !honey.body.includes('Longjing'))
  assert.ok(across.body.includes('Longjing') && !across.body.includes('Honey'))
  assert.match(resale.body, /Resale[\s\S]*15 USDC · No\. 1/)
  assert.ok(resale.body.includes(`/t/${encodePayload({ type: 'right', right })}`))
  assert.equal(empty.status, 200)
  assert.match(empty.body, /Nothing is for sale here right now\./)
})

test('who brought the reader into a space is in every link of it', async () => {
  const { publish, open, close } = await openTradeStage()
  const id = await publish('tea')
  const space = { type: 'space', account: seller } as const
  const through = await open({ ...space, contributor: holder })
  const plain = await open({ ...space, contributor: null })
  await close()

  const path = (contributor: typeof holder | null) =>
    `"/t/${encodePayload({ type: 'series', series: id, contributor })}"`
  assert.ok(through.body.includes(path(holder)) && !through.body.includes(path(null)))
  assert.ok(plain.body.includes(path(null)))
})

test('a space shows nothing of others, and no listing that ran out', async () => {
  const { publish, list, open, close } = await openTradeStage()
  const id = await publish('tea', { sold: 1 })
  await publish('other', { goods: { name: 'Foreign thing' }, issuer: blocks.account('other') })
  const right = await list(id, 15_000_000n, null, blocks.START + 1)
  const space = await open({ type: 'space', account: seller, contributor: null })
  const own = await open({ type: 'space', account: holder, contributor: null })
  const page = await open({ type: 'right', right })
  await close()

  assert.ok(space.body.includes('Longjing') && !space.body.includes('Foreign thing'))
  assert.equal(own.status, 200)
  assert.match(own.body, /Nothing is for sale here right now/)
  assert.equal(page.status, 410)
})

test('what nobody published is not found, and a damaged link is told apart', async () => {
  const { open, get, close, reads } = await openTradeStage()
  const unknown = [
    await open(seriesLink(blocks.series('nobody'))),
    await open({ type: 'series-short', prefix: '0x1122334455667788' }),
    await open({ type: 'right', right: blocks.right(blocks.series('nobody'), 1) }),
    await open({ type: 'space', account: blocks.account('nobody'), contributor: null }),
  ]
  const before = reads()
  const broken = [
    await get('/t/rAAAA'),
    await get('/t/%3Cscript%3E'),
    await get(`/t/${'r'.repeat(99)}`),
  ]
  await close()

  for (const { status, body } of unknown) {
    assert.equal(status, 404)
    assert.match(body, /<h1>Not found<\/h1>/)
    assert.equal(meta(body, 'robots'), 'noindex')
  }
  for (const { status, body } of broken) {
    assert.equal(status, 404)
    assert.match(body, /<h1>This link is damaged<\/h1>/)
  }
  assert.equal(reads(), before)
})

const secret = 'ab'.repeat(16)
const reference = '0123456789abcdef'
const privates: [Link, RegExp][] = [
  [{ type: 'send', reference, secret }, /sends you a right/],
  [{ type: 'handover', reference: reference as DealId, secret }, /A pick-up code/],
  [{ type: 'staff', secret }, /invitation to serve a desk/],
  [{ type: 'purchase', reference: reference as DealId }, /asks you to pay/],
]
for (const [link, words] of privates) {
  test(`whoever fetches a ${link.type} link for a preview learns nothing and changes nothing`, async () => {
    const { publish, open, reads, close } = await openTradeStage()
    await publish('tea', { sold: 1 })

    const page = await open(link)
    const other = await open({
      ...link,
      reference: 'fedcba9876543210',
      secret: 'cd'.repeat(16),
    } as Link)
    await close()

    assert.equal(page.status, 200)
    assert.match(page.body, words)
    assert.equal(reads(), 0)
    const head = (body: string) => body.slice(0, body.indexOf('</head>'))
    assert.equal(head(page.body), head(other.body))
    assert.ok(!head(page.body).includes(encodePayload(link)))
    assert.equal(meta(page.body, 'robots'), 'noindex')
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.ok(page.body.includes(`https://t.me/${BOT}?start=${encodePayload(link)}`))
  })
}

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>\u202eevil\u0000&amp;'`
test('a seller’s texts are only texts', async () => {
  const symbol = '</p><script>alert(3)</script>'
  const currency = async () => ({ address: null, symbol, decimals: 6 })
  const { publish, list, open, close } = await openTradeStage({ pictures: folder, currency })
  const id = await publish('evil', {
    goods: {
      name: HOSTILE,
      specification: HOSTILE,
      production: HOSTILE,
      productNumber: HOSTILE,
      description: HOSTILE,
      pictureUrl: 'javascript:alert(4)',
      pictureHash: hash,
    },
    sold: 1,
  })
  const right = await list(id, 1n)
  const pages = [
    await open(seriesLink(id)),
    await open({ type: 'right', right }),
    await open({ type: 'space', account: seller, contributor: null }),
    await open({ type: 'category', category: 2073 }),
  ]
  await close()

  for (const { status, body } of pages) {
    assert.equal(status, 200)
    assert.doesNotMatch(body, /<script|<img src=x|javascript:/)
    assert.ok(!body.includes('\u202e') && !body.includes('\u0000'))
    assert.ok(body.includes('&lt;script&gt;alert(1)'))
    // Every attribute still has its two quotes, and nothing of the seller stands outside of one.
    assert.doesNotMatch(body.replaceAll(/"[^"]*"/g, ''), /<[^>]*onerror/)
  }
})

test('endless texts are cut', async () => {
  const { publish, open, close } = await openTradeStage()
  const long = '長'.repeat(100_000)
  const id = await publish('long', {
    goods: { name: long, description: long, specification: long },
  })
  const { body } = await open(seriesLink(id))
  await close()

  assert.ok(body.length < 20_000, `${body.length}`)
  assert.ok(body.includes('長…'))
})

test('the page speaks the browser’s language, and the other one on request', async () => {
  const { publish, open, get, close } = await openTradeStage()
  const link = seriesLink(await publish('tea', { terms: { supply: 1 }, sold: 1 }))
  const chinese = await open(link, 'zh-TW,zh;q=0.9')
  const asked = await get(`/t/${encodePayload(link)}?lang=zh-CN`, 'en')
  const nonsense = await get(`/t/${encodePayload(link)}?lang=%22%3E%3Cscript%3E`, 'en')
  await close()

  assert.match(chinese.body, /<html lang="zh-CN">[\s\S]*已售罄[\s\S]*在 Telegram 中打开/)
  assert.match(chinese.body, /<a lang="en" hreflang="en" href="\?lang=en">English<\/a>/)
  assert.equal(chinese.headers.get('vary'), 'Accept-Language')
  assert.match(asked.body, /<html lang="zh-CN">/)
  assert.match(nonsense.body, /<html lang="en">/)
})

test('while the chain does not answer the page says so instead of a wrong price', async () => {
  const currency = () => Promise.reject(new AppError('CHAIN_UNREACHABLE'))
  const { publish, open, close } = await openTradeStage({ currency })
  const page = await open(seriesLink(await publish('tea')))
  await close()

  assert.equal(page.status, 503)
  assert.match(page.body, /The chain does not answer/)
})

test('the page of a send is the same for everybody, and says how to go on without a script', async () => {
  const { get, reads, close } = await openTradeStage()
  const page = await get('/g')
  const script = await get('/g.js')
  await close()

  assert.equal(page.status, 200)
  assert.equal(reads(), 0)
  assert.match(page.body, /<script src="\/g\.js" defer><\/script>/)
  assert.ok(page.body.includes(`@${BOT}`))
  assert.match(page.body, /paste from it only what stands behind the #/)
  const policy = page.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/)
  assert.doesNotMatch(policy, /connect-src|unsafe|https?:/)
  assert.doesNotMatch(script.body, /fetch|XMLHttp|sendBeacon|innerHTML/)
})
