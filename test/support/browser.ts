import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is, or null. */
export function findChromium(): string | null {
  return PATHS.find((path) => existsSync(path)) ?? null
}

/** Opens Chromium without a window, and without its own calls to the outside. */
export function openBrowser(path: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ]
  return chromium.launch({ executablePath: path, args })
}

/** One person's phone on the page, by what is written on it. */
export function phoneOn(page: Page, person: string) {
  const phone = page.locator(`#phone-${person}`)
  const pane = phone.locator('.pane:not([inert])')
  return {
    phone,
    /** Presses the last button with this label that is on the screen. */
    press: (label: string | RegExp) =>
      pane
        .getByRole('button', { name: label, exact: typeof label === 'string' })
        .last()
        .click(),
    sees: (words: string | RegExp) => pane.getByText(words).last().waitFor({ timeout: 20_000 }),
    pressOwner: (label: string) =>
      phone.locator('.owner').getByRole('button', { name: label }).click(),
  }
}

/** Approves the wallet's question of this kind, by the heading and the button on the screen. */
export async function approve(page: Page, person: string, title: string | RegExp): Promise<void> {
  const prompt = page.locator(`#phone-${person} .prompt`).filter({ hasText: title }).first()
  await prompt.getByRole('button', { name: 'Approve' }).click({ timeout: 20_000 })
}

const MOST_TABS = 80

/**
 * Waits for a button on a person's phone and presses the Tab key until the focus is on it, as somebody without a mouse
 * does. A button that can only be clicked is never reached.
 */
export async function tabTo(page: Page, person: string, label: RegExp): Promise<void> {
  const button = phoneOn(page, person).phone.locator('.pane:not([inert])').getByRole('button', {
    name: label,
    disabled: false,
  })
  await button.last().waitFor({ timeout: 20_000 })
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await button.last().evaluate((found) => found === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not lead to ${label}`)
}
