import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { encodePayload } from '../../src/domain/links.ts'
import { pictureHash } from '../../src/domain/picture-hash.ts'
import type { HttpServer } from '../../src/http/server.ts'
import { startHttp } from '../../src/http/server.ts'
import { createPictureFolder } from '../../src/images/picture-folder.ts'
import { readQr } from '../../src/sandbox/driver/read-qr.ts'
import { findChromium, openBrowser } from '../support/browser.ts'
import { BOT, openTradeStage, seller } from './trade-stage.ts'

const chromium = findChromium()
const isRequired = (process.env['SCRIP_REQUIRE'] ?? '').split(',').includes('chromium')
const skip = chromium === null && !isRequired ? 'needs Chromium: apt-get install chromium' : false

const folder = mkdtempSync(join(tmpdir(), 'scrip-pages-'))
const HOSTILE = `"><script>document.title='taken over'</script><img src=x onerror=alert(2)>`
const secretPayload = encodePayload({
  type: 'send',
  reference: '0123456789abcdef',
  secret: 'ab'.repeat(16),
})

let browser: Browser
let http: HttpServer
let stage: Awaited<ReturnType<typeof openTradeStage>>
const paths: Record<string, string> = {}

before(async () => {
  if (skip !== false) return
  assert.ok(chromium, 'Chromium is required and was not found')
  const picture = readFileSync('src/sandbox/seed/longjing.jpg')
  const hash = pictureHash(picture)
  writeFileSync(join(folder, `${hash}.jpg`), picture)
  stage = await openTradeStage({ pictures: folder })
  const tea = await stage.publish('tea', { goods: { pictureHash: hash }, sold: 1 })
  const words = { name: HOSTILE, specification: HOSTILE, production: 'x'.repeat(300) }
  const evil = await stage.publish('evil', { goods: { ...words, description: HOSTILE } })
  const late = await stage.publish('late', { terms: { supply: 1 }, sold: 1 })
  const toPath = (series: typeof tea) =>
    `/t/${encodePayload({ type: 'series', series, contributor: null })}`
  paths['goods'] = toPath(tea)
  paths['hostile goods'] = toPath(evil)
  paths['sold-out goods'] = toPath(late)
  paths['a space'] = `/t/${encodePayload({ type: 'space', account: seller, contributor: null })}`
  paths['a send'] = `/g#${secretPayload}`
  paths['a damaged link'] = '/t/rrr'
  http = await startHttp({
    host: '127.0.0.1',
    port: 0,
    pages: [stage.app],
    pictures: createPictureFolder(folder),
  })
  browser = await openBrowser(chromium)
})
after(async () => {
  rmSync(folder, { recursive: true })
  if (skip !== false) return
  await browser.close()
  await http.close()
  await stage.close()
})

const address = (path: string) => `http://127.0.0.1:${http.port}${path}`

async function openPage(given: {
  path: string
  scheme?: 'light' | 'dark'
  script?: boolean
  locale?: string
}): Promise<{ page: Page; asked: string[]; problems: string[] }> {
  const { path, scheme = 'light', script = true, locale = 'en-GB' } = given
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    colorScheme: scheme,
    javaScriptEnabled: script,
    locale,
  })
  const page = await context.newPage()
  const asked: string[] = []
  const problems: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => {
    // A page that is not found is what its test asks for.
    if (message.type() === 'error' && !/404/.test(message.text())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(address(path))
  return { page, asked, problems }
}

/** Runs in the page: the smallest contrast of any text on it, with the text. */
function worstContrast() {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const light = ([r = 0, g = 0, b = 0]: number[]) => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((each) => {
      const part = each / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const behind = (element: Element): number[] => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor)
      if (colour.length === 3) return colour
    }
    return [255, 255, 255]
  }
  let worst = { ratio: 99, text: '' }
  for (const element of document.querySelectorAll('body *')) {
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === 3)
      .map((node) => node.textContent?.trim() ?? '')
      .join('')
    if (text === '') continue
    const [a = 0, b = 0] = [
      light(channels(getComputedStyle(element).color)),
      light(behind(element)),
    ]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (ratio < worst.ratio) worst = { ratio, text }
  }
  return worst
}

for (const scheme of ['light', 'dark'] as const) {
  test(`on a phone every page fits, and can be read, in ${scheme} colours`, { skip }, async () => {
    for (const [what, path] of Object.entries(paths)) {
      const { page, problems } = await openPage({ path, scheme })
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      const { ratio, text } = await page.evaluate(worstContrast)
      assert.equal(wide, 0, what)
      assert.ok(ratio >= 4.5 && ratio < 99, `${what}: ${ratio} for ${text}`)
      assert.deepEqual(problems, [], what)
      await page.context().close()
    }
  })
}

test('a seller’s text does nothing in a browser', { skip }, async () => {
  for (const path of [paths['hostile goods'] ?? '', paths['a space'] ?? '']) {
    const { page, asked } = await openPage({ path })
    await page.getByText('onerror=alert(2)').first().waitFor()
    assert.notEqual(await page.title(), 'taken over')
    assert.equal(await page.locator('script, img[src="x"]').count(), 0)
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(address('/'))),
      [],
    )
    await page.context().close()
  }
})

test('the code on the page leads a camera to the chat', { skip }, async () => {
  const { page } = await openPage({ path: paths['goods'] ?? '', script: false, scheme: 'dark' })
  const link = await page.getByRole('link', { name: 'Open in Telegram' }).getAttribute('href')
  // A camera wants dark on light, whatever the colours of the page are.
  const colours = await page.locator('svg.qr').evaluate((code) => {
    const { backgroundColor, fill } = getComputedStyle(code)
    return [backgroundColor, fill]
  })
  assert.deepEqual(colours, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  const shot = await page.locator('svg.qr').screenshot()
  const picture = page.getByRole('img', { name: 'Longjing' })
  assert.equal(
    await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
    true,
  )
  await page.context().close()

  assert.equal(await readQr(shot), link)
  assert.match(link ?? '', new RegExp(`^https://t\\.me/${BOT}\\?start=r`))
})

test('the secret of a send becomes a link in the browser, and is asked of nobody', {
  skip,
}, async () => {
  const { page, asked } = await openPage({ path: paths['a send'] ?? '' })
  const open = page.getByRole('link', { name: 'Open in Telegram' })

  assert.equal(await open.getAttribute('href'), `https://t.me/${BOT}?start=${secretPayload}`)
  assert.ok(await page.locator('#missing').isHidden())
  await page.getByRole('link', { name: '中文' }).click()
  const chinese = page.getByRole('link', { name: '在 Telegram 中打开' })
  assert.equal(await chinese.getAttribute('href'), `https://t.me/${BOT}?start=${secretPayload}`)
  for (const url of asked) assert.ok(!url.split('#')[0]?.includes(secretPayload.slice(1)), url)
  await page.context().close()
})

test('without its secret, or with half of it, the page of a send says what is missing', {
  skip,
}, async () => {
  for (const hash of ['', '#', `#${secretPayload.slice(0, -1)}`, '#javascript:alert(1)', '#r123']) {
    const { page } = await openPage({ path: `/g${hash}` })
    await page.getByText('The secret part of the link is missing').waitFor()
    assert.ok(await page.locator('#ready').isHidden(), hash)
    assert.equal(await page.locator('#open').getAttribute('href'), null, hash)
    await page.context().close()
  }
})

test('without a script the page of a send says how to take the secret into the chat', {
  skip,
}, async () => {
  const { page } = await openPage({ path: paths['a send'] ?? '', script: false, locale: 'zh-CN' })
  assert.ok(await page.getByText(`@${BOT}`).isVisible())
  assert.ok(await page.locator('#ready').isHidden())
  assert.ok(await page.locator('#missing').isHidden())
  await page.context().close()
})
