import assert from 'node:assert/strict'
import type { Account, RightId, SeriesId } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { datedTerms, sendRight } from './helpers/scenes.ts'
import { worldTests } from './helpers/world-tests.ts'
import type { World } from './world.ts'

const it = worldTests()
const CLAIM = 7
const HAND_OVER_GIFT = 8

/** Why an account may not do something with a right, by the lens alone. */
async function reasonFor(world: World, id: RightId, account: Account, action: number) {
  const [seen] = await world.readOf(world.lens, 'spaceOf', [world.rights.at, account, [], [id], []])
  const selector = seen.rights[0].reasons[action]
  return world.rights.abi.getError(selector)?.name ?? null
}

it('the lens says that a send can neither be claimed nor handed over past the redeem-by day', async (world) => {
  const dated = await datedTerms(world)
  const { right } = await world.sold(dated)
  await sendRight(world, right, { until: (dated.redeemByDay + 5) * DAY_SECONDS })
  assert.equal(await reasonFor(world, right, world.stranger, CLAIM), null)
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  assert.equal(await reasonFor(world, right, world.stranger, CLAIM), 'PastRedeemBy')
  assert.equal(await reasonFor(world, right, world.issuer, HAND_OVER_GIFT), 'PastRedeemBy')
})

it('the lens shows a right of no series as one that does not exist', async (world) => {
  const none = packRightId(`0x${'99'.repeat(24)}` as SeriesId, 1n)
  const reason = await reasonFor(world, none, world.buyer, CLAIM)
  assert.equal(reason, 'ERC721NonexistentToken')
})
