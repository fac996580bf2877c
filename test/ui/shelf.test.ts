import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { findChromium, openBrowser, phoneOn, tabTo } from '../support/browser.ts'

const chromium = findChromium()
const isRequired = (process.env['SCRIP_REQUIRE'] ?? '').split(',').includes('chromium')
const skip = chromium === null && !isRequired ? 'needs Chromium: apt-get install chromium' : false

let sandbox: Sandbox
let browser: Browser
let page: Page
const problems: string[] = []
before(async () => {
  if (skip !== false) return
  assert.ok(chromium, 'Chromium is required and was not found')
  sandbox = await openSandbox(process.env)
  browser = await openBrowser(chromium)
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(sandbox.url)
  await page.locator('.phone').first().waitFor()
  // The seller's phone begins in the chat with the bot; the buyer's has to get there.
  const ben = phoneOn(page, 'buyer')
  await ben.press('Back to the chats')
  await ben.press(/@scrip_bot/)
  await ben.press(/^START$/i)
  await ben.sees('A shop counter for real goods')
})
after(async () => {
  if (skip !== false) return
  await browser.close()
  await sandbox.close()
})

const ben = () => phoneOn(page, 'buyer')

/** Presses the attach button, then a picture on the shelf, and waits until it is in the chat. */
async function sendFromShelf(person: string, name: string): Promise<void> {
  const { phone, press } = phoneOn(page, person)
  const photos = phone.locator('.mine .photo')
  const before = await photos.count()
  await press('Attach')
  await phone.getByRole('dialog').getByRole('button', { name }).click()
  await photos.nth(before).waitFor()
}

test('a projected code leads to the card of its good', { skip }, async () => {
  const { series } = await sandbox.driver.ledger()
  const most = series.toSorted((a, b) => b.limit - b.sold - (a.limit - a.sold))[0]
  await sendFromShelf('buyer', 'A projected code')
  await ben().sees('There is a trade link in this picture')
  await ben().sees(most?.name ?? '?')
  await ben().sees(/12 USDC/)
})

test('a product without a code is found, and what nobody sells is not', { skip }, async () => {
  await sendFromShelf('buyer', 'A product, no code')
  await ben().sees(/Linden honey 250 g/)
  await sendFromShelf('buyer', 'Nobody sells this')
  await ben().sees('I am not sure what this is')
})

test('what is written goes along under the picture', { skip }, async () => {
  const lin = phoneOn(page, 'seller')
  await lin.phone.getByRole('textbox').fill('Linden honey, 5 USDC, 12')
  await sendFromShelf('seller', 'A product, no code')
  assert.equal(await lin.phone.getByRole('textbox').inputValue(), '')
  await lin.sees('Linden honey, 5 USDC, 12')
})

test('the shelf is on every phone, in groups too', { skip }, async () => {
  const mia = phoneOn(page, 'recipient')
  await mia.press(/Hangzhou/)
  await sendFromShelf('recipient', 'Nobody sells this')
  await ben().press('Back to the chats')
  await ben().press(/Hangzhou/)
  await ben().phone.locator('.theirs .photo').last().waitFor()
})

test('the shelf is reached by keyboard, and fits a narrow window', { skip }, async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('tab', { name: 'Mia' }).click()
  const { phone } = phoneOn(page, 'recipient')
  const photos = phone.locator('.mine .photo')
  const before = await photos.count()
  await tabTo(page, 'recipient', /^Attach$/)
  await page.keyboard.press('Enter')
  await phone.locator('.sheet :focus').waitFor()
  const card = await phone.locator('.sheet .card').evaluate((found) => ({
    isWide: found.scrollWidth > found.clientWidth,
    right: found.getBoundingClientRect().right,
  }))
  assert.deepEqual(card, { isWide: false, right: 390 })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await photos.nth(before).waitFor()
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('one’s own photo is sent as one, several as an album, a file as a file', {
  skip,
}, async () => {
  const lin = phoneOn(page, 'seller')
  await lin.press('Back to the chats')
  await lin.press(/Hangzhou/)
  const files = await Promise.all(
    ['#a33', '#3a3', '#33a'].map(async (background, place) => ({
      name: `${place}.png`,
      mimeType: 'image/png',
      buffer: await sharp({ create: { width: 120, height: 90, channels: 3, background } })
        .png()
        .toBuffer(),
    })),
  )
  const choose = async (label: string, chosen: typeof files) => {
    await lin.press('Attach')
    await lin.phone.getByRole('dialog').getByLabel(label).setInputFiles(chosen)
  }

  await choose('Your own photos', files.slice(0, 1))
  await ben()
    .phone.locator('article.theirs')
    .filter({ has: page.locator('.bare') })
    .last()
    .waitFor()
  await lin.phone.getByRole('textbox').fill('Three tins')
  await choose('Your own photos', files)
  const album = ben().phone.locator('article').filter({ hasText: 'Three tins' })
  await album.locator('.album img').nth(2).waitFor()
  await album.and(ben().phone.getByLabel(/3 photos/)).waitFor()

  await lin.phone.getByRole('textbox').fill('Price list')
  await choose('A file', [
    { name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from('tea,12') },
  ])
  const message = ben().phone.locator('article').filter({ hasText: 'Price list' })
  const link = message.getByRole('link', { name: 'prices.csv · 6 B' })
  const saved = page.waitForEvent('download')
  await link.click()
  assert.equal((await saved).suggestedFilename(), 'prices.csv')
  assert.deepEqual(problems, [])
})
