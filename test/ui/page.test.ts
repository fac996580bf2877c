import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { approve, findChromium, openBrowser, phoneOn } from '../support/browser.ts'

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
  const page = await browser.newPage({ viewport: { width, height } })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(sandbox.url)
  await page.locator('.phone').first().waitFor()
  return page
}

test('the page lets nothing in from elsewhere', { skip }, async () => {
  const response = await fetch(sandbox.url)
  const policy = response.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
})

test('a narrow window shows one phone and never scrolls sideways', { skip }, async () => {
  const page = await openPage(390, 844)
  assert.equal(await page.locator('.phone:visible').count(), 1)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  assert.ok(overflow <= 0, `${overflow} px too wide`)
  await page.getByRole('tab', { name: 'Lin' }).click()
  await page.locator('#phone-seller').getByText('seller', { exact: true }).waitFor()
  await page.close()
})

test('Buy, START and Pay work by keyboard alone', { skip }, async () => {
  const page = await openPage(1440, 900)
  for (const label of ['Buy', 'START', 'Pay 12 USDC']) {
    const name = new RegExp(`^${label}`, 'i')
    const button = page
      .locator('#phone-buyer .pane:not([inert])')
      .getByRole('button', { name })
      .last()
    await button.waitFor()
    await button.focus()
    await page.keyboard.press('Enter')
  }
  await phoneOn(page, 'buyer').sees('Choose your wallet.')
  await page.close()
})

test('a purchase and a pick-up by clicking in the page', { skip }, async () => {
  const page = await openPage(1440, 900)
  const ben = phoneOn(page, 'buyer')
  const lin = phoneOn(page, 'seller')

  await ben.press(/^Buy/)
  await ben.press(/^START$/i)
  await ben.sees('Choose your wallet.')
  await ben.press('MetaMask')
  for (const title of [/connect/i, /sign/i, /USDC/, /12 USDC|buy/i])
    await approve(page, 'buyer', title)
  await ben.sees('Paid.')
  await ben.sees('Receipt')
  await page.locator('.ledger').getByText('88 USDC').waitFor()
  await page.locator('.ledger').getByText('12 USDC').waitFor()

  await ben.press('Get it')
  await ben.press('Pick up at the shop')
  await approve(page, 'buyer', /.+/)
  await ben.sees('Show this code at the shop')
  await lin.pressOwner('Scan')
  await lin.phone.getByRole('dialog').getByRole('button', { name: /Ben/ }).click()
  await lin.press(/^START$/i)
  await lin.sees('Unused')
  await lin.press('Handed over')
  await approve(page, 'seller', /.+/)
  await lin.sees(/Used on/)
  await ben.sees('The right is burned.')
  await page.locator('.token.burned').waitFor()
  await page.close()
  assert.deepEqual(problems, [])
})
