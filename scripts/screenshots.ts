import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { openSandbox } from '../src/sandbox/driver/open-sandbox.ts'
import { approve, findChromium, openBrowser, phoneOn } from '../test/support/browser.ts'

/** Makes the pictures of the README by walking the thread in the page, and those of the guides by following them. */
const FOLDER = 'docs/images'
const NAMES = ['post', 'quote', 'wallet', 'receipt', 'desk'] as const

const chromium = findChromium()
if (chromium === null) throw new Error('the pictures need Chromium')
mkdirSync(FOLDER, { recursive: true })
const sandbox = await openSandbox(process.env)
const browser = await openBrowser(chromium)
const page = await browser.newPage({ viewport: { width: 1440, height: 980 } })
await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
await page.goto(sandbox.url)
const ben = phoneOn(page, 'buyer')
const lin = phoneOn(page, 'seller')
const shoot = async (name: (typeof NAMES)[number], person = 'buyer') => {
  // Pictures in the chat arrive a moment after their message.
  await page.waitForLoadState('networkidle', { timeout: 1500 }).catch(() => {})
  await page.locator(`#phone-${person} .device`).screenshot({ path: `${FOLDER}/${name}.png` })
}

await ben.sees('Longjing 100 g')
await shoot('post')
await ben.press(/^Buy/)
await ben.press(/^START$/i)
await ben.sees('The seller is paid at once')
await shoot('quote')
await ben.press(/^Pay 12 USDC/)
await ben.press('MetaMask')
for (const title of [/connect/i, /sign/i, /USDC/]) await approve(page, 'buyer', title)
await page.locator('#phone-buyer .prompt').filter({ hasText: 'Transaction' }).waitFor()
await shoot('wallet')
await approve(page, 'buyer', /.+/)
await ben.sees('Receipt')
await shoot('receipt')
await ben.press('Get it')
await ben.press('Pick up at the shop')
await approve(page, 'buyer', /.+/)
await ben.sees('Show this code at the shop')
await lin.pressOwner('Scan')
await lin.phone.getByRole('dialog').getByRole('button', { name: /Ben/ }).click()
await lin.press(/^START$/i)
await lin.sees('Unused')
await lin.press('Handed over')
await ben.sees('The right is burned.')
await shoot('desk')
await browser.close()
await sandbox.close()

for (const name of NAMES) {
  if (statSync(`${FOLDER}/${name}.png`).size < 10_000) throw new Error(`${name}.png is empty`)
}

// The tests that follow the guides make their pictures.
const guides = spawnSync(process.execPath, ['--test', 'test/guides/guides.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, SCRIP_REQUIRE: 'chromium', SCRIP_GUIDE_PICTURES: `${FOLDER}/guides` },
})
if (guides.status !== 0) throw new Error('the guides could not be followed')
