import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { findChromium, openBrowser, phoneOn } from '../support/browser.ts'

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
  await page.goto(sandbox.url)
  await page.locator('.phone').first().waitFor()
  return page
}

test('the guided minute plays by itself, and a killed bot only makes it wait', {
  skip,
}, async () => {
  const page = await openPage(1440, 900)
  const caption = page.locator('.playing .hint')
  await page.getByRole('button', { name: 'Play it for me' }).click()
  await caption.getByText('Ben taps Buy').waitFor()
  await caption.getByText('sends the right on').waitFor({ timeout: 40_000 })
  await sandbox.driver.killBot()
  await caption.getByText('The bot is not running').waitFor()
  await sandbox.driver.startBot()
  await caption.getByText('Lin scans the code').waitFor({ timeout: 90_000 })
  await caption.getByText('the right is burned').waitFor({ timeout: 40_000 })
  const { rights } = await sandbox.driver.ledger()
  assert.deepEqual(
    rights.at(-1)?.history.map((each) => each.replace(/^block \d+: /, '')),
    ['minted', 'sent', 'transferred', 'requested', 'redeemed'],
  )
  for (const word of ['paid and minted', 'claimed', 'handed over, burned'])
    await page.locator('.life').getByText(word, { exact: true }).waitFor()
  assert.equal(await page.locator('.steps li.done').count(), 8)
  assert.deepEqual(problems, [])
  await page.close()
})

test('a play is stopped at once', { skip }, async () => {
  const page = await openPage(1440, 900)
  const before = (await sandbox.driver.ledger()).rights.length
  await page.getByRole('button', { name: 'Play it for me' }).click()
  await page.locator('.playing').getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: 'Play it for me' }).waitFor()
  // Longer than the finger rests on anything.
  await page.waitForTimeout(2500)
  assert.equal((await sandbox.driver.ledger()).rights.length, before)
  await phoneOn(page, 'buyer').sees('Longjing 100 g')
  await page.close()
})
