import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone } from '../../src/sandbox/driver/phone.ts'
import { findChromium, openBrowser, phoneOn } from '../support/browser.ts'
import { followGuide } from '../support/follow-guide.ts'

const chromium = findChromium()
const isRequired = (process.env['SCRIP_REQUIRE'] ?? '').split(',').includes('chromium')
const skip = chromium === null && !isRequired ? 'needs Chromium: apt-get install chromium' : false
// `npm run screenshots` keeps the pictures; a test only wants to know that they can be made.
const folder = process.env['SCRIP_GUIDE_PICTURES'] ?? join(tmpdir(), `scrip-guides-${process.pid}`)

let sandbox: Sandbox
let browser: Browser
let page: Page
before(async () => {
  if (skip !== false) return
  assert.ok(chromium, 'Chromium is required and was not found')
  sandbox = await openSandbox(process.env)
  browser = await openBrowser(chromium)
  page = await browser.newPage({ viewport: { width: 1440, height: 980 }, locale: 'en-GB' })
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await page.goto(sandbox.url)
})
after(async () => {
  if (skip !== false) return
  await browser.close()
  await sandbox.close()
})

test('buy.md leads from a post to the code at the shop', { skip }, async () => {
  await followGuide(page, { guide: 'buy', person: 'buyer', folder })
})

test('desk.md uses that code up', { skip }, async () => {
  const lin = phoneOn(page, 'seller')
  await lin.pressOwner('Scan')
  await lin.phone.getByRole('dialog').getByRole('button', { name: /Ben/ }).first().click()
  await followGuide(page, { guide: 'desk', person: 'seller', folder })
})

test('receive.md leads from a message to the right', { skip }, async () => {
  const { driver } = sandbox
  const [ben, mia] = [createPhone(driver, 'buyer'), createPhone(driver, 'recipient')]
  await mia.starts('https://t.me/scrip_bot')
  await mia.says('/language')
  await mia.sees('A shop counter for real goods')
  await ben.says('/start')
  const posts = await driver.messages('buyer', sandbox.group)
  const post = posts.find(({ text }) => text.includes('Linden honey'))
  await driver.press('buyer', sandbox.group, post?.messageId ?? 0, 'Buy')
  await driver.start('buyer', await ben.botChat())
  await ben.sees('Linden honey 250 g')
  await ben.presses('🎁 As a gift')
  await ben.sees('As a gift: you pay and get a link for each right')
  await ben.presses(/^Pay 0/)
  await ben.approves('send')
  await ben.sees('Your gift is ready')
  await ben.opensChatWith(mia)
  await ben.shares('Choose a chat', 'Mia')
  const { chatId } = await mia.opensChatWith(ben)
  await mia.seesIn(chatId, 'I send you a right')
  await page.reload()
  await phoneOn(page, 'recipient').phone.getByRole('button', { name: /^Ben/ }).first().click()
  await followGuide(page, { guide: 'receive', person: 'recipient', folder })
})

test('sell.md leads from a photo to a published product', { skip }, async () => {
  const { driver } = sandbox
  const chat = (await driver.world()).bot.id
  const bytes = readFileSync('src/sandbox/seed/longjing.jpg')
  const send = async (caption: string) => {
    await driver.photo('recipient', chat, { bytes, caption })
  }
  await page.reload()
  const mia = phoneOn(page, 'recipient')
  await mia.phone
    .getByRole('button', { name: /^Scrip/ })
    .first()
    .click()
  // She has bound a wallet already: a product of hers needs one question.
  await followGuide(page, { guide: 'sell', person: 'recipient', folder, send, isBound: true })
})

test('photos.md leads from a photo to a product, and its seller to being found', {
  skip,
}, async () => {
  const { driver } = sandbox
  const chat = (await driver.world()).bot.id
  const jar = await driver.shelf('product')
  const photos: Record<string, Buffer> = {
    'of a code on a screen': await driver.shelf('code'),
    'of a jar on a table': jar,
    'of something that nobody sells': await driver.shelf('nonsense'),
    'of the jar from another side': await sharp(jar)
      .rotate(6, { background: '#6b4a2c' })
      .jpeg()
      .toBuffer(),
  }
  const send = async (what: string) => {
    const bytes = photos[what]
    assert.ok(bytes, `a photo ${what}`)
    await driver.photo('seller', chat, { bytes })
  }
  await page.reload()
  // Her phone begins in the chat with the bot.
  await followGuide(page, { guide: 'photos', person: 'seller', folder, send })
})

test('every guide is followed by a test here', { skip }, async () => {
  const guides = readdirSync('docs/guides').map((each) => each.replace('.md', ''))
  assert.deepEqual(guides.sort(), ['buy', 'desk', 'photos', 'receive', 'sell'])
})
