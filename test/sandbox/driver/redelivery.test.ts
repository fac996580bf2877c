import assert from 'node:assert/strict'
import { test } from 'node:test'
import { play } from '../../../src/sandbox/demo/play.ts'
import type { Stage } from '../../../src/sandbox/demo/stage.ts'
import type { DriverClient } from '../../../src/sandbox/driver/client.ts'
import type { Ledger } from '../../../src/sandbox/driver/ledger.ts'
import { openSandbox } from '../../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../../src/sandbox/driver/phone.ts'

const CHATTER = 40
const MOST_LOOKS = 50
const QUIET_MS = 1500

/** What the chain says at the end, without what differs from run to run: block numbers, and what the network took. */
function outcome({ people, series, rights }: Ledger): unknown {
  return {
    people: people.map(({ person, coins }) => ({ person, coins })),
    // A product published from the chat has a salt of its own.
    series: series.map(({ id: _, ...each }) => each),
    rights: rights.map(({ history, ...right }) => ({
      ...right,
      history: history.map((step) => step.replaceAll(/\d+/g, '#')),
    })),
  }
}

/** Somebody who writes to the bot all the while, so that there are queues to overtake each other. */
async function chatter(driver: DriverClient, phone: Phone): Promise<void> {
  for (let said = 0; said < CHATTER; said++) {
    const { cursor } = await driver.pulse()
    await phone.says('/start')
    await driver.pulse(cursor, 500)
  }
}

/** How often each update reached the bot. */
async function deliveries(driver: DriverClient): Promise<number[]> {
  const { exchanges } = await driver.wire()
  const counts = new Map<number, number>()
  for (const { direction, request } of exchanges) {
    if (direction !== 'update') continue
    const id = (request as { update_id: number }).update_id
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts.values()]
}

/** Waits until each update reached the bot as often as it is to; the last ones are still on their way when the play ends. */
async function allDelivered(driver: DriverClient, times: number): Promise<number[]> {
  for (let looks = 0; ; looks++) {
    const counts = await deliveries(driver)
    if (counts.every((count) => count >= times) || looks === MOST_LOOKS) return counts
    await driver.pulse((await driver.pulse()).cursor, 200)
  }
}

/** Waits until nothing has changed for a moment. */
async function quiet(driver: DriverClient): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const { cursor } = await driver.pulse()
    if ((await driver.pulse(cursor, QUIET_MS)).cursor === cursor) return
  }
}

/**
 * What the bot put on the screens of buyer and seller, by the first line of each message, without times. Sorted: messages and
 * taps are queues of their own, so that their answers may come in either order.
 */
async function screens(driver: DriverClient): Promise<string[][]> {
  const { bot } = await driver.world()
  const shown = await Promise.all(
    ['buyer', 'seller'].map((person) => driver.messages(person, bot.id)),
  )
  return shown.map((messages) =>
    messages
      .filter(({ mine }) => !mine)
      .map(({ text }) => (text.split('\n')[0] ?? '').replace(/\d+:\d\d [AP]M/, 'some time'))
      .toSorted(),
  )
}

/** Plays the demo, without printing, and tells how it ends, how often each update came, and the buyer's taps. */
async function played(
  environment: Record<string, string>,
  times: number,
): Promise<{ end: unknown; counts: number[]; taps: number }> {
  const sandbox = await openSandbox({ ...process.env, ...environment })
  const { driver } = sandbox
  try {
    const silent = async () => {}
    const stage: Stage = {
      scene: silent,
      does: silent,
      screen: silent,
      wallet: silent,
      line: silent,
      phone: (person) => createPhone(driver, person),
    }
    const mia = createPhone(driver, 'recipient')
    await mia.starts('https://t.me/scrip_bot')
    await Promise.all([play(stage, sandbox), chatter(driver, mia)])
    const counts = await allDelivered(driver, times)
    await quiet(driver)
    const end = { chain: outcome(await driver.ledger()), screens: await screens(driver) }
    const { taps } = await driver.tally('buyer')
    return { end, counts, taps }
  } finally {
    await sandbox.close()
  }
}

test('with every update twice and queues out of order, the demo ends as it always does', async () => {
  const orderly = await played({}, 1)
  const unruly = await played({ SCRIP_SANDBOX_REDELIVER: '1' }, 2)
  assert.deepEqual(new Set(orderly.counts), new Set([1]))
  assert.ok(
    unruly.counts.every((count) => count >= 2),
    'every update came at least twice',
  )
  assert.deepEqual(unruly.end, orderly.end)
  // Nobody has to press anything twice.
  assert.ok(orderly.taps > 20)
  assert.equal(unruly.taps, orderly.taps)
})
