import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { DriverClient } from '../../src/sandbox/driver/client.ts'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createInsistence, type Insistence } from './insist.ts'
import { killAtEach } from './kill-at-each.ts'

/** Something that people do from beginning to end, each time with another right. */
export type Round = {
  name: string
  /** People whose wallets are asked. */
  wallets: readonly string[]
  /** Whom the rounds need, and their rights. */
  prepare(driver: DriverClient, people: Insistence): Promise<void>
  /** One round; it ends when everybody's screen says that it is over, and tells the right's serial number. */
  play(driver: DriverClient, people: Insistence): Promise<number>
  /** Nothing lost, nothing doubled, nothing still asked. */
  assertOnce(driver: DriverClient, number: number): Promise<void>
  /** Places that every round must pass, so that the list is never empty by mistake. */
  mustPass: readonly RegExp[]
}

/** Kills the bot at every place that one round passes, and asserts that each disturbed round ends as it should, once. */
export function killRounds(round: Round): void {
  let sandbox: Sandbox
  let people: Insistence
  const places = new Set<string>()
  before(async () => {
    sandbox = await openSandbox({ ...process.env, SCRIP_FAILPOINTS: '1' })
    people = await createInsistence(sandbox.driver, round.wallets)
    await round.prepare(sandbox.driver, people)
  })
  after(() => sandbox.close())

  const play = async () => {
    const number = await round.play(sandbox.driver, people)
    await round.assertOnce(sandbox.driver, number)
  }

  test(`${round.name}: undisturbed, and every place it passes`, async () => {
    await sandbox.driver.failpoint()
    await play()
    for (const place of (await sandbox.driver.failpoint()).passed) places.add(place)
    for (const place of round.mustPass)
      assert.ok(
        [...places].some((each) => place.test(each)),
        `nothing passes ${place}`,
      )
  })

  test(`${round.name}: killed at any of these places it ends exactly once`, async () => {
    const died = await killAtEach(sandbox.driver, [...places], play)
    console.log(`${round.name}: ${places.size} places, ${died} kills`)
    assert.ok(died >= places.size * 0.9, `only ${died} of ${places.size} were reached again`)
  })
}
