import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { purchaseTransitions } from '../support/purchase-points.ts'

const PATIENCE_MS = 60_000

let sandbox: Sandbox
let count = 0
before(async () => {
  sandbox = await openSandbox({ ...process.env, SCRIP_FAILPOINTS: '1' })
  await restart()
})
after(() => sandbox.close())

type Scenario = { name: string; goods: string; declines: ('session' | 'sign' | 'send')[]; isTakenBack: boolean }

const scenarios: Scenario[] = [
  { name: 'a coin, with a wallet to bind', goods: 'Longjing 100 g', declines: [], isTakenBack: false },
  {
    name: 'the chain’s own coin, with every question declined once',
    goods: 'Linden honey 250 g',
    declines: ['session', 'sign', 'send'],
    isTakenBack: false,
  },
  { name: 'a block that is taken back', goods: 'Linden honey 250 g', declines: [], isTakenBack: true },
]

async function restart(): Promise<void> {
  await sandbox.driver.killBot()
  await sandbox.driver.startBot()
}

async function linkTo(name: string): Promise<string> {
  const { series } = await sandbox.driver.ledger()
  const id = series.find((each) => each.name === name)?.id ?? ''
  return `https://t.me/scrip_bot?start=r${Buffer.from(id.slice(2), 'hex').toString('base64url')}`
}

/**
 * Somebody who wants the goods and does the next sensible thing on the screen, whatever happens to the bot: approves what
 * the wallet shows, presses what moves on, and brings the bot back when it is dead.
 */
async function buyPatiently(scenario: Scenario): Promise<{ phone: Phone; deaths: number }> {
  const { driver } = sandbox
  const person = `patient${++count}`
  await driver.addPerson({ person, name: `Patient ${count}`, coin: '100000000' })
  const phone = createPhone(driver, person)
  await phone.starts(await linkTo(scenario.goods))
  const declines = [...scenario.declines]
  const pressed = new Map<string, number>()
  let deaths = 0
  let isTakenBack = !scenario.isTakenBack
  const deadline = Date.now() + PATIENCE_MS
  const press = (chat: number, message: number, label: string) => {
    // Once every few seconds at most, as a person would; an answer that never comes is not waited for.
    if (Date.now() - (pressed.get(label) ?? 0) < 4000) return
    pressed.set(label, Date.now())
    void driver.press(person, chat, message, label).catch(() => {})
  }

  for (;;) {
    const { botRunning, cursor } = await driver.world()
    if (!botRunning) {
      deaths += 1
      await driver.failpoint(null)
      await driver.startBot()
      continue
    }
    const [prompt] = (await driver.wallet(person)).prompts
    if (prompt !== undefined) {
      const isDeclined = declines[0] === prompt.kind
      if (isDeclined) declines.shift()
      await driver.decide(person, prompt.id, isDeclined ? 'reject' : 'approve').catch(() => {})
      continue
    }
    const chat = await phone.botChat()
    const shown = (await driver.messages(person, chat)).filter(({ buttons }) => buttons.length > 0)
    const cards = shown.filter(({ text }) => !text.includes('Receipt'))
    const paid = cards.find(({ text }) => text.includes('Paid.'))
    if (paid !== undefined && !isTakenBack) {
      isTakenBack = true
      await driver.reorganise(1, true)
    } else if (paid?.text.includes('Final') === true) {
      return { phone, deaths }
    } else if (paid !== undefined) {
      await driver.mine()
    } else if (cards.length > 0) {
      const card = cards.at(-1)
      const labels = card?.buttons.flat().map(({ label }) => label) ?? []
      const label = ['Ask again', 'Try again', 'MetaMask'].find((each) => labels.includes(each)) ?? labels.find((each) => each.startsWith('Pay '))
      if (card !== undefined && label !== undefined) press(chat, card.messageId, label)
    }
    if (Date.now() > deadline) {
      const screen = shown.map(({ text, buttons }) => `${text}\n${buttons.flat().map(({ label }) => label)}`)
      assert.fail(`${person} gave up. The screen:\n${screen.join('\n---\n')}`)
    }
    await driver.events(cursor, 500)
  }
}

async function assertOnce(phone: Phone, goods: string): Promise<void> {
  const { people, rights } = await sandbox.driver.ledger()
  const me = people.find(({ person }) => person === phone.person)
  const mine = rights.filter(({ holder }) => holder === me?.account)
  assert.equal(mine.length, 1, 'exactly one right')
  if (goods.startsWith('Longjing')) assert.equal(me?.coins, '88 USDC', 'paid exactly once')
  assert.deepEqual((await sandbox.driver.wallet(phone.person)).prompts, [], 'nothing is asked any more')
  await phone.sees('Receipt')
}

/** Every place each scenario passes, in order, without repeats. */
const places = new Map<string, Scenario>()

test('the scenarios pass through every stage of a purchase that needs no clock and no fault', async () => {
  for (const scenario of scenarios) {
    await sandbox.driver.failpoint(null)
    const { phone } = await buyPatiently(scenario)
    await assertOnce(phone, scenario.goods)
    for (const place of await sandbox.driver.failpoint(null)) {
      if (!places.has(place)) places.set(place, scenario)
    }
  }

  const transitions = purchaseTransitions()
  const passed = (from: string, to: string) => places.has(`step:${from}>${to}:before-commit`)
  const effects = new Set(transitions.flatMap((each) => each.effects))
  // Written inside the step's own transaction; they are no calls.
  for (const written of ['bind', 'reconnect']) effects.delete(written)
  for (const effect of effects) {
    for (const moment of ['before-call', 'after-call', 'after-commit']) {
      assert.ok(places.has(`effect:${effect}:${moment}`), `no scenario reaches effect:${effect}:${moment}`)
    }
  }
  const main = ['offered', 'binding/linking', 'binding/linked', 'binding/proving', 'binding/verifying', 'checking', 'calling/allow-asking', 'calling/allow-asked', 'calling/allow-sent', 'calling/act-asking', 'calling/act-asked', 'calling/act-sent', 'done']
  for (const stage of main) {
    const leaves = transitions.some(({ from, to }) => from === stage && passed(from, to))
    assert.ok(leaves, `no scenario leaves ${stage}`)
  }
  console.log(`${transitions.length} transitions derived, ${effects.size} effects, ${places.size} places to die at`)
})

test('a bot killed at any of these places ends every purchase exactly once', async () => {
  let deaths = 0
  for (const [place, scenario] of places) {
    await sandbox.driver.failpoint(place)
    try {
      const { phone, deaths: own } = await buyPatiently(scenario)
      deaths += own
      await assertOnce(phone, scenario.goods)
    } catch (error) {
      throw new Error(`killed at ${place} (${scenario.name})`, { cause: error })
    }
    await sandbox.driver.failpoint(null)
  }
  console.log(`${places.size} places, ${deaths} kills`)
  assert.ok(deaths >= places.size * 0.9, `only ${deaths} of ${places.size} places were reached again`)
})
