import assert from 'node:assert/strict'
import type { DriverClient } from '../../src/sandbox/driver/client.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import type { MessageView } from '../../src/sandbox/telegram/types.ts'
import type { Prompt } from '../../src/sandbox/wallets/prompt.ts'

/** What a purchase goes through on its way. */
export type Scenario = {
  name: string
  goods: string
  /** Questions that are declined once before they are approved, in this order. */
  declines: ('session' | 'sign' | 'send')[]
  /** Gives up once before the wallet connects; the wallet connects all the same. */
  givesUp: boolean
  /** The block with the purchase is taken back once, and its transactions come again. */
  isTakenBack: boolean
}

const PATIENCE_MS = 60_000
const PRESS_AGAIN_MS = 1500

/** The link to a series by its name on the ledger. */
export async function linkTo(driver: DriverClient, name: string): Promise<string> {
  const { series } = await driver.ledger()
  const id = series.find((each) => each.name === name)?.id
  assert.ok(id, `${name} is on the ledger`)
  return `https://t.me/scrip_bot?start=r${Buffer.from(id.slice(2), 'hex').toString('base64url')}`
}

/**
 * Somebody who wants the goods and does the next sensible thing on the screen, whatever happens to the bot: approves what
 * the wallet shows, presses what moves on, and brings the bot back when it is dead.
 */
export async function buyPatiently(
  driver: DriverClient,
  person: string,
  scenario: Scenario,
): Promise<Phone> {
  await driver.addPerson({ person, name: person, coin: '100000000' })
  const phone = createPhone(driver, person)
  const chat = await phone.botChat()
  await phone.starts(await linkTo(driver, scenario.goods))
  const declines = [...scenario.declines]
  const pressed = new Map<string, number>()
  const deadline = Date.now() + PATIENCE_MS
  let isTakenBack = !scenario.isTakenBack
  let hasGivenUp = !scenario.givesUp

  const press = (card: MessageView | undefined, label = wayOn(card)) => {
    if (card === undefined || label === undefined) return
    if (Date.now() - (pressed.get(label) ?? 0) < PRESS_AGAIN_MS) return
    pressed.set(label, Date.now())
    // A dead bot answers no press; nobody waits for it.
    void driver.press(person, chat, card.messageId, label).catch(() => {})
  }
  const decide = async (prompt: Prompt) => {
    const isDeclined = declines[0] === prompt.kind
    if (isDeclined) declines.shift()
    await driver.decide(person, prompt.id, isDeclined ? 'reject' : 'approve').catch(() => {})
  }
  /** The next sensible thing to do about what the screen shows; true when the purchase is over. */
  const act = async (): Promise<boolean> => {
    const cards = (await driver.messages(person, chat)).filter(isCard)
    const [prompt] = (await driver.wallet(person)).prompts
    if (prompt?.kind === 'session' && !hasGivenUp) {
      hasGivenUp = cards.some(({ text }) => text.includes('Cancelled.'))
      if (!hasGivenUp) press(cards.at(-1), 'Cancel')
      return false
    }
    const paid = cards.find(({ text }) => text.includes('Paid.'))
    if (prompt !== undefined) await decide(prompt)
    else if (paid === undefined) press(cards.at(-1))
    else if (paid.text.includes('Final')) return true
    else if (isTakenBack) await driver.mine()
    else {
      isTakenBack = true
      await driver.reorganise(1, true)
    }
    return false
  }

  for (let { botRunning, cursor } = await driver.pulse(); ; ) {
    if (!botRunning) {
      // It may be about to die again, at once.
      await driver.startBot().catch(() => {})
    }
    if (await act()) return phone
    if (Date.now() > deadline) {
      const screen = (await driver.messages(person, chat)).map(({ text }) => text)
      assert.fail(`${person} gave up. The screen:\n${screen.join('\n---\n')}`)
    }
    ;({ botRunning, cursor } = await driver.pulse(cursor, 500))
  }
}

function isCard({ text, buttons }: MessageView): boolean {
  return buttons.length > 0 && !text.includes('Receipt')
}

function wayOn(card: MessageView | undefined): string | undefined {
  const labels = card?.buttons.flat().map(({ label }) => label) ?? []
  const known = ['Ask again', 'Try again', 'MetaMask'].find((each) => labels.includes(each))
  return known ?? labels.find((each) => each.startsWith('Pay '))
}
