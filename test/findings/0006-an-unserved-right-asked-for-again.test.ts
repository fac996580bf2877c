import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { createWorld, failsWith } from '../contracts/world.ts'

const world = await createWorld()
after(() => world.close())

test('a right that was left unserved never lapses, though its holder asked again and withdrew', async () => {
  const saleEndDay = Math.floor((await world.now()) / DAY_SECONDS) + 2
  const redeemByDay = saleEndDay + 14
  const { right } = await world.sold({ saleEndDay, redeemByDay })
  await world.request(right)
  await world.call(world.issuer, 'refuse', [right, 1])
  await world.goTo(redeemByDay * DAY_SECONDS)

  await world.request(right)
  await world.call(world.buyer, 'withdrawRequest', [right])

  const lapsing = world.call(world.stranger, 'lapse', [right])
  await assert.rejects(lapsing, failsWith('NotLapsed'))
  assert.equal((await world.request(right)).status, 1)
})
