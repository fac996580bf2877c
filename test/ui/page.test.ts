import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { approve, findChromium, openBrowser, phoneOn, tabTo } from '../support/browser.ts'

const chromium = findChromium()
const isRequired = (process.env['SCRIP_REQUIRE'] ?? '').split(',').includes('chromium')
const skip = chromium === null && !isRequired ? 'needs Chromium: apt-get install chromium' : false

let sandbox: Sandbox
let browser: Browser
const problems: string[] = []
before(async () => {
  if (skip !== false) return
  assert.ok(chromium, 'Chromium is required and was not found')
  sandbox = await openSandbox(process.env)
  browser = await openBrowser(chromium)
})
after(async () => {
  if (skip !== false) return
  await browser.close()
  await sandbox.close()
})

async function openPage(width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'en-GB' })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(sandbox.url)
  await page.locator('.phone').first().waitFor()
  return page
}

/** The body hides what sticks out, so every part that could scroll or stick out is asked by itself. */
async function assertFits(page: Page): Promise<void> {
  const wide = await page.evaluate(async () => {
    const moving = document.getAnimations().filter(({ effect }) => {
      return effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
    })
    await Promise.allSettled(moving.map(({ finished }) => finished))
    const parts = 'html, .top, .bar, .story, .phones, .phone, .log, .wallet-body, .drawer-body'
    return Array.from(document.querySelectorAll(parts))
      .filter((part) => part.getClientRects().length > 0 && part.closest('[inert]') === null)
      .filter((part) => {
        const isOutside = part.getBoundingClientRect().right > window.innerWidth + 1
        return isOutside || part.scrollWidth > part.clientWidth + 1
      })
      .map((part) => part.className || part.tagName)
  })
  assert.deepEqual(wide, [])
}

test('the page lets nothing in from elsewhere', { skip }, async () => {
  const response = await fetch(sandbox.url)
  const policy = response.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
  for (const path of ['/app/nothing.ts', '/app/../page.ts', '/styles/nothing.css', '/page.ts']) {
    assert.equal((await fetch(sandbox.url + path)).status, 404, path)
  }
})

test('a narrow window shows one phone and never scrolls sideways', { skip }, async () => {
  const page = await openPage(390, 844)
  assert.equal(await page.locator('.phone:visible').count(), 1)
  await assertFits(page)
  await page.getByRole('tab', { name: 'Lin' }).click()
  await page.locator('#phone-seller').getByText('seller', { exact: true }).waitFor()
  await phoneOn(page, 'seller').pressOwner('Open Lin’s wallet')
  await page.locator('#phone-seller').getByText('Nothing to decide.').waitFor()
  await assertFits(page)
  await page.getByRole('button', { name: 'Break things' }).click()
  await page.getByRole('button', { name: 'Kill the bot' }).waitFor()
  await assertFits(page)
  await page.close()
})

test('a purchase and a pick-up by clicking in the page', { skip }, async () => {
  const page = await openPage(1440, 900)
  const ben = phoneOn(page, 'buyer')
  const lin = phoneOn(page, 'seller')

  await ben.press(/^Buy/)
  await ben.press(/^START$/i)
  await ben.press('Pay 12 USDC')
  await ben.sees('Choose your wallet.')
  await ben.press('MetaMask')
  for (const title of [/Connect to/, /Sign a message/, /Let the contract/, /Pay 12 USDC/])
    await approve(page, 'buyer', title)
  await ben.sees('Paid.')
  await ben.sees('Receipt')
  await page.locator('.ledger').getByText('88 USDC').waitFor()
  await page.locator('.ledger').getByText('12 USDC').waitFor()
  await page.locator('.life').getByText('paid and minted').waitFor()

  await ben.press('Get it')
  await ben.press('Pick up at the shop')
  await approve(page, 'buyer', /Lock right No\. 1/)
  await ben.sees('Show this code at the shop')
  await lin.pressOwner('Scan')
  await lin.phone.getByRole('dialog').getByRole('button', { name: /Ben/ }).click()
  await lin.press(/^START$/i)
  await lin.sees('Unused')
  await lin.press('Handed over')
  await lin.sees(/Used on/)
  await ben.sees('The right is burned.')
  await page.locator('.token.burned s').first().waitFor()
  assert.equal(await page.locator('.steps li.done').count(), 6)
  await page.close()
  assert.deepEqual(problems, [])
})

test('a second right is bought by keyboard alone', { skip }, async () => {
  const page = await openPage(1440, 900)
  const ben = phoneOn(page, 'buyer')
  await ben.sees('Longjing 100 g')
  const press = async (label: RegExp) => {
    await tabTo(page, 'buyer', label)
    await page.keyboard.press('Enter')
  }
  await press(/^Buy/)
  await press(/^START$/)
  await press(/^Pay 12 USDC/)
  for (const question of [/Let the contract/, /Pay 12 USDC for one right/]) {
    await ben.sees(question)
    await press(/^Approve$/)
  }
  await ben.sees(/Receipt/)
  await page.locator('.ledger').getByText('76 USDC').waitFor()
  await page.close()
})

test('a post goes out by naming the bot, and on to a friend', { skip }, async () => {
  const page = await openPage(1440, 900)
  const lin = phoneOn(page, 'seller')
  const mia = phoneOn(page, 'recipient')
  await lin.press('Back to the chats')
  await lin.press(/Hangzhou/)
  await lin.phone.getByRole('textbox').fill('@scrip_bot linden')
  await lin.phone
    .locator('.strip')
    .getByRole('button', { name: /Linden honey/ })
    .click()
  await mia.phone.getByLabel('1 unread').waitFor()
  await mia.press(/Hangzhou/)
  await mia.phone.locator('article').last().focus()
  await page.keyboard.press('Enter')
  const menu = mia.phone.getByRole('dialog')
  await menu.getByRole('button', { name: 'Forward' }).click()
  await menu.getByRole('button', { name: /Ben$/ }).click()
  await mia.sees('Forwarded from Lin')
  await page.close()
})

test('a killed bot leaves one tick and answers when it is back', { skip }, async () => {
  const page = await openPage(1440, 900)
  const lin = phoneOn(page, 'seller')
  await page.getByRole('button', { name: 'Break things' }).click()
  await page.getByRole('button', { name: 'Kill the bot' }).click()
  await lin.sees('bot, not running')
  await lin.phone.getByRole('textbox').fill('/help')
  await page.keyboard.press('Enter')
  await lin.phone.getByLabel('Sent', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Start the bot' }).click()
  await lin.sees('What would you like to know?')
  await page.getByRole('button', { name: 'Telegram says 429' }).click()
  const twice = page.getByLabel('Deliver everything twice')
  // The box shows what the world says, a moment after the click.
  await twice.click()
  await twice.and(page.locator(':checked')).waitFor()
  const answers = lin.phone.locator('.bubble').filter({ hasText: 'What would you like to know?' })
  const before = await answers.count()
  await lin.phone.getByRole('textbox').fill('/help')
  await page.keyboard.press('Enter')
  await answers.nth(before).waitFor({ timeout: 20_000 })
  const faulted = await sandbox.driver.wire()
  assert.ok(faulted.exchanges.some(({ status }) => status === 429))
  assert.equal(await answers.count(), before + 1)
  await twice.click()
  await twice.and(page.locator(':not(:checked)')).waitFor()
  await page.getByRole('button', { name: /用中文/ }).click()
  await page.getByRole('tab', { name: '制造故障' }).waitFor()
  await page.close()
  assert.deepEqual(problems, [])
})
