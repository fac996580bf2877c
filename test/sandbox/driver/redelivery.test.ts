import assert from 'node:assert/strict'
import { test } from 'node:test'
import { play } from '../../../src/sandbox/demo/play.ts'
import type { Stage } from '../../../src/sandbox/demo/stage.ts'
import type { DriverClient } from '../../../src/sandbox/driver/client.ts'
import type { Ledger } from '../../../src/sandbox/driver/ledger.ts'
import { openSandbox } from '../../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../../src/sandbox/driver/phone.ts'

const CHATTER = 40

/** What the chain says at the end, without what differs from run to run: block numbers, and what the network took. */
function outcome({ people, series, rights }: Ledger): unknown {
  return {
    people: people.map(({ person, coins }) => ({ person, coins })),
    series,
    rights: rights.map(({ history, ...right }) => ({
      ...right,
      history: history.map((step) => step.replaceAll(/\d+/g, '#')),
    })),
  }
}

type Told = { id: number; kind: string }

/** Somebody who writes to the bot all the while, so that there are queues to overtake each other. */
async function chatter(driver: DriverClient, phone: Phone): Promise<void> {
  for (let said = 0; said < CHATTER; said++) {
    const { cursor } = await driver.world()
    await phone.says('/start')
    await driver.events(cursor, 500)
  }
}

/** Plays the demo, without printing, and tells the ledger and the updates in the order they reached the bot. */
async function played(
  environment: Record<string, string>,
): Promise<{ end: unknown; told: Told[] }> {
  const sandbox = await openSandbox({ ...process.env, ...environment })
  try {
    const silent = async () => {}
    const stage: Stage = {
      scene: silent,
      does: silent,
      screen: silent,
      wallet: silent,
      line: silent,
      phone: (person) => createPhone(sandbox.driver, person),
    }
    const mia = createPhone(sandbox.driver, 'recipient')
    await mia.starts('https://t.me/scrip_bot')
    await Promise.all([play(stage, sandbox), chatter(sandbox.driver, mia)])
    const { exchanges } = await sandbox.driver.wire()
    const told = exchanges
      .filter(({ direction }) => direction === 'update')
      .map(({ method, request }) => ({
        id: (request as { update_id: number }).update_id,
        kind: String(method),
      }))
    return { end: outcome(await sandbox.driver.ledger()), told }
  } finally {
    await sandbox.close()
  }
}

/** How often each update reached the bot. */
function times(told: Told[]): number[] {
  const counts = new Map<number, number>()
  for (const { id } of told) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts.values()]
}

test('with every update twice and queues out of order, the demo ends as it always does', async () => {
  const orderly = await played({})
  const unruly = await played({ SCRIP_SANDBOX_REDELIVER: '1' })
  assert.deepEqual(new Set(times(orderly.told)), new Set([1]))
  assert.ok(
    times(unruly.told).every((count) => count >= 2),
    'every update came at least twice',
  )
  assert.deepEqual(unruly.end, orderly.end)
})
