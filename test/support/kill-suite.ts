import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import type { Phone } from '../../src/sandbox/driver/phone.ts'
import { killAtEach } from './kill-at-each.ts'
import { buyPatiently, type Scenario } from './patient-buyer.ts'
import { purchaseTransitions } from './purchase-points.ts'

const scenarios: Scenario[] = [
  {
    name: 'a coin, given up once and begun again',
    goods: 'Longjing 100 g',
    declines: [],
    givesUp: true,
    isTakenBack: false,
  },
  {
    name: 'the chain’s own coin, with every question declined once',
    goods: 'Linden honey 250 g',
    declines: ['session', 'sign', 'send'],
    givesUp: false,
    isTakenBack: false,
  },
  {
    name: 'a block that is taken back',
    goods: 'Linden honey 250 g',
    declines: [],
    givesUp: false,
    isTakenBack: true,
  },
]

/** Stages that every purchase goes through; a scenario has to leave each of them. */
const MAIN_STAGES = [
  'offered',
  'binding/linking',
  'binding/linked',
  'binding/proving',
  'binding/verifying',
  'checking',
  'calling/allow-asking',
  'calling/allow-asked',
  'calling/allow-sent',
  'calling/act-asking',
  'calling/act-asked',
  'calling/act-sent',
  'done',
]

/**
 * Kills the bot at every place a purchase passes: before and after each commit, and around each call to the outside. The
 * places come from the reducer's transitions and effects, so that a new effect is a new place. `shard` of `shards` halves
 * the work between test files.
 */
export function killSuite(shard: number, shards: number): void {
  let sandbox: Sandbox
  let count = 0
  const places = new Map<string, Scenario>()
  before(async () => {
    sandbox = await openSandbox({ ...process.env, SCRIP_FAILPOINTS: '1' })
    await sandbox.driver.failpoint()
  })
  after(() => sandbox.close())

  const buy = async (scenario: Scenario): Promise<void> => {
    const phone = await buyPatiently(sandbox.driver, `patient${++count}`, scenario)
    await assertOnce(sandbox, phone, scenario.goods)
  }

  test('the scenarios pass through every stage and every effect of a purchase', async () => {
    for (const scenario of scenarios) {
      await buy(scenario)
      for (const place of (await sandbox.driver.failpoint()).passed) {
        if (!places.has(place)) places.set(place, scenario)
      }
    }

    const transitions = purchaseTransitions()
    const effects = new Set(transitions.flatMap((each) => each.effects))
    // Written inside the step's own transaction: no calls to the outside.
    for (const written of ['bind', 'reconnect']) effects.delete(written)
    for (const effect of effects) {
      for (const moment of ['before-call', 'after-call', 'after-commit']) {
        assert.ok(
          places.has(`effect:${effect}:${moment}`),
          `nothing reaches effect:${effect}:${moment}`,
        )
      }
    }
    for (const stage of MAIN_STAGES) {
      const ways = transitions.filter(({ from }) => from === stage)
      const isLeft = ways.some(({ from, to }) => places.has(`step:${from}>${to}:before-commit`))
      assert.ok(isLeft, `no scenario leaves ${stage}`)
    }
    const size = `${transitions.length} transitions and ${effects.size} effects derived`
    console.log(`${size}: ${places.size} places to die at`)
  })

  test('a bot killed at any of these places ends every purchase exactly once', async () => {
    const mine = [...places].filter(([place]) => shardOf(place, shards) === shard)
    let died = 0
    for (const [scenario, own] of Map.groupBy(mine, ([, scenario]) => scenario)) {
      const names = own.map(([place]) => place)
      died += await killAtEach(sandbox.driver, names, () => buy(scenario))
    }
    console.log(`shard ${shard + 1} of ${shards}: ${mine.length} places, ${died} kills`)
    assert.ok(died >= mine.length * 0.9, `only ${died} of ${mine.length} were reached again`)
  })
}

/** By its name: each file finds the places by itself, and must not disagree about who kills where. */
function shardOf(place: string, shards: number): number {
  return createHash('sha256').update(place).digest().readUInt32BE() % shards
}

async function assertOnce({ driver }: Sandbox, phone: Phone, goods: string): Promise<void> {
  const { people, rights } = await driver.ledger()
  const me = people.find(({ person }) => person === phone.person)
  const mine = rights.filter(({ holder }) => holder === me?.account)
  assert.equal(mine.length, 1, 'exactly one right')
  if (goods.startsWith('Longjing')) assert.equal(me?.coins, '88 USDC', 'paid exactly once')
  assert.deepEqual((await driver.wallet(phone.person)).prompts, [], 'nothing is asked any more')
  await phone.sees('Receipt')
}
