import assert from 'node:assert/strict'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { approve, phoneOn } from './browser.ts'
import { guideSteps } from './guide-steps.ts'

/** Does what a guide says on one person's phone on the page, and makes its pictures in `folder`. */
export async function followGuide(
  page: Page,
  input: {
    guide: string
    person: string
    folder: string
    send?: (caption: string) => Promise<void>
    /** A wallet is bound: what binds one is passed over. */
    isBound?: boolean
  },
): Promise<void> {
  const { guide, person, folder, send, isBound = false } = input
  mkdirSync(folder, { recursive: true })
  const on = phoneOn(page, person)
  const steps = guideSteps(guide)
  assert.ok(steps.length > 5, `${guide} has steps`)
  const binding = new Set(['MetaMask', 'connect', 'sign'])
  for (const step of steps) {
    if (isBound && 'words' in step && binding.has(step.words)) continue
    try {
      switch (step.do) {
        case 'press':
          // A button that the page points at has more in its name than its label.
          await on.press(new RegExp(`^${step.words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`))
          break
        case 'see':
          await on.sees(step.words)
          break
        case 'approve':
          await approve(page, person, new RegExp(step.words, 'i'))
          break
        case 'type':
          await on.phone.getByPlaceholder('Message').fill(step.words)
          await on.phone.getByPlaceholder('Message').press('Enter')
          break
        case 'send':
          await send?.(step.words)
          break
        case 'picture':
          await picture(page, person, join(folder, `${step.name}.png`))
      }
    } catch (cause) {
      throw new Error(`${guide}: ${JSON.stringify(step)}`, { cause })
    }
  }
}

async function picture(page: Page, person: string, path: string): Promise<void> {
  // Pictures in the chat arrive a moment after their message.
  await page.waitForLoadState('networkidle', { timeout: 1500 }).catch(() => {})
  await page.locator(`#phone-${person} .device`).screenshot({ path })
  assert.ok(statSync(path).size > 10_000, `${path} is empty`)
}
