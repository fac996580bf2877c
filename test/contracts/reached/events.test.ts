import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rightsInterface } from '../../../src/domain/rights-calls.ts'
import { behave, publishAs, puppetThat } from '../helpers/accounts-with-code.ts'
import { peopleOf } from '../helpers/people.ts'
import { buyThrough } from '../helpers/purchase.ts'
import {
  datedTerms,
  dispute,
  leaveUnserved,
  ship,
  soldForDelivery,
  soldInEscrow,
} from '../helpers/scenes.ts'
import { signOffer } from '../helpers/signed.ts'
import { worldTests } from '../helpers/world-tests.ts'
import { eventNames, type Receipt, type World, ZERO } from '../world.ts'

const it = worldTests()

const credited = async (world: World) => {
  const puppet = await puppetThat(world, 'refuse')
  const { series, terms } = await publishAs(world, puppet)
  return { puppet, receipt: await world.buy(series, terms) }
}

const scenes: Record<string, (world: World) => Promise<Receipt>> = {
  Approval: async (world) =>
    world.call(world.buyer, 'approve', [world.other, (await world.sold()).right]),
  ApprovalForAll: (world) => world.call(world.buyer, 'setApprovalForAll', [world.other, true]),
  Closed: async (world) => world.call(world.issuer, 'close', [(await world.publish()).series]),
  Contributed: async (world) => {
    const { series, terms } = await world.publish()
    return buyThrough(world, series, terms, world.other)
  },
  Credited: async (world) => (await credited(world)).receipt,
  DisputeOpened: async (world) => dispute(world, (await soldInEscrow(world)).right),
  Divided: async (world) => {
    const { right } = await soldInEscrow(world)
    await dispute(world, right)
    return world.call(peopleOf(world).arbiter, 'rule', [right, 1])
  },
  Extended: async (world) => {
    const { series } = await world.publish({ terms: await datedTerms(world) })
    return world.call(world.issuer, 'extend', [series, 65_535])
  },
  LimitRaised: async (world) => {
    const { series } = await world.publish({ limit: 1 })
    return world.call(world.issuer, 'raiseLimit', [series, 2])
  },
  Moved: async (world) => world.request((await world.sold()).right),
  OfferTaken: async (world) =>
    (await signOffer(world, (await world.sold()).right)).take(world.other, 5_000n),
  Published: async (world) => (await world.publish()).receipt,
  Refused: async (world) => leaveUnserved(world, (await world.sold()).right),
  Shipped: async (world) => ship(world, (await soldForDelivery(world)).right),
  StaffSet: (world) => world.call(world.issuer, 'setStaff', [world.other, true]),
  Transfer: async (world) => {
    const { series, terms } = await world.publish()
    return world.buy(series, terms)
  },
  Withdrawn: async (world) => {
    const { puppet } = await credited(world)
    await behave(world, puppet, 'accept')
    return world.call(world.stranger, 'withdraw', [ZERO, puppet.at])
  },
}

test('every event of the contract is played', () => {
  const declared: string[] = []
  rightsInterface.forEachEvent((event) => declared.push(event.name))
  assert.deepEqual(Object.keys(scenes).sort(), declared.sort())
})

for (const [event, scene] of Object.entries(scenes)) {
  it(`${event} is said in its scene`, async (world) => {
    assert.ok(eventNames(await scene(world)).includes(event))
  })
}
