import { strict as assert } from 'node:assert'
import type { Sandbox } from '../driver/open-sandbox.ts'
import { buy } from './chapters/buy.ts'
import { deliver } from './chapters/deliver.ts'
import { giftAtShop } from './chapters/gift-at-shop.ts'
import { give } from './chapters/give.ts'
import { photograph } from './chapters/photograph.ts'
import { pickUp } from './chapters/pick-up.ts'
import { resell } from './chapters/resell.ts'
import { sell } from './chapters/sell.ts'
import { takeBack } from './chapters/take-back.ts'
import type { Stage } from './stage.ts'
import { createActor, type Story } from './story.ts'

/** Every chapter of the demo, in the order in which it is told. */
const chapters = [buy, give, resell, pickUp, giftAtShop, deliver, takeBack, photograph, sell]

/** Plays everything people do with rights, from a post in a group to burned tokens. Throws at the first surprise. */
export async function play(stage: Stage, sandbox: Sandbox): Promise<void> {
  const { driver } = sandbox
  await driver.addPerson({ person: 'guest', name: 'Gus', native: '0' })
  const actor = (person: string, name: string) => createActor(stage, sandbox, person, name)
  const story: Story = {
    stage,
    sandbox,
    ben: actor('buyer', 'Ben'),
    lin: actor('seller', 'Lin'),
    mia: actor('recipient', 'Mia'),
    gus: actor('guest', 'Gus'),
    showLedger: () => showLedger(stage, sandbox),
  }
  for (const chapter of chapters) await chapter(story)

  stage.scene('What is on the chain')
  const { rights, people } = await story.showLedger()
  for (const { name, serial, id, history, state } of rights) {
    const end = state === 'redeemed' ? ', burned' : ''
    stage.line(
      `  ${name}, No. ${serial} (${id.slice(0, 8)}…${id.slice(-4)}): ${history.join(' · ')}${end}`,
    )
  }
  assert.deepEqual(rights.map(({ name, serial, state }) => `${name} ${serial}: ${state}`).sort(), [
    'Gaiwan, sent 1: redeemed',
    'Linden honey 250 g 1: redeemed',
    'Linden honey 250 g 2: held',
    'Longjing 100 g 1: redeemed',
    'Longjing 100 g 2: redeemed',
    'Longjing 100 g 3: redeemed',
  ])
  assert.deepEqual(
    people.map(({ person, coins }) => [person, coins]),
    [
      ['seller', '57 USDC'],
      ['buyer', '32 USDC'],
      ['recipient', '41 USDC'],
      ['guest', '0 USDC'],
    ],
  )
}

async function showLedger(stage: Stage, { driver }: Sandbox) {
  const ledger = await driver.ledger()
  const { people: named } = await driver.world()
  const nameOf = (person: string) => named.find((each) => each.person === person)?.name ?? person
  const people = ledger.people.map(({ person, coins }) => `${nameOf(person)} ${coins}`)
  stage.line('')
  stage.line(`On chain, block ${ledger.block}: ${people.join(' · ')} · Bot 0`)
  for (const { name, serial, state } of ledger.rights)
    stage.line(`  ${name}, No. ${serial}: ${state}`)
  return ledger
}
