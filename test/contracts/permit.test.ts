import assert from 'node:assert/strict'
import type { Account } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { shopInCoin, signPermit } from './helpers/coin-signatures.ts'
import { peopleOf } from './helpers/people.ts'
import { purchaseOf } from './helpers/purchase.ts'
import { coinsOf, escrowTerms, inDays } from './helpers/scenes.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { type World, ZERO } from './world.ts'

const it = worldTests()

const buyWithPermit = (world: World, purchase: unknown, permit: unknown, from = world.buyer) =>
  world.call(from, 'buyWithPermit', [purchase, permit])

it('buyWithPermit_needsNoEarlierAllowance', async (world) => {
  const { series } = await shopInCoin(world)
  const permit = await signPermit(world, world.buyer, 24_000_000n)

  await buyWithPermit(world, purchaseOf(world, series, { quantity: 2 }), permit)

  assert.equal(await coinsOf(world, world.issuer), 24_000_000n)
  assert.equal(await world.read('balanceOf', world.buyer), 2n)
})

it('buyWithPermit_intoEscrow', async (world) => {
  const { series } = await shopInCoin(world, await escrowTerms(world))
  const permit = await signPermit(world, world.buyer, 12_000_000n)
  await buyWithPermit(world, purchaseOf(world, series), permit)
  assert.equal(await coinsOf(world, world.rights.at), 12_000_000n)
})

it('buyWithPermit_paysAContributorAndAGift', async (world) => {
  const { contributor } = peopleOf(world)
  const { series } = await shopInCoin(world, { shareBps: 1_000 })
  const until = await inDays(world, 3)
  const permit = await signPermit(world, world.buyer, 12_000_000n)
  await buyWithPermit(world, purchaseOf(world, series, { contributor, until, keys: ['a'] }), permit)
  assert.equal(await coinsOf(world, contributor), 1_200_000n)
})

it('buyWithPermit_worksThoughSomebodyHasUsedThePermit', async (world) => {
  const { series } = await shopInCoin(world)
  const permit = await signPermit(world, world.buyer, 12_000_000n)
  const [value, deadline, v, r, s] = permit
  const used = [world.buyer, world.rights.at, value, deadline, v, r, s]
  await world.callOn(world.stranger, world.coin, 'permit', used)

  await buyWithPermit(world, purchaseOf(world, series), permit)

  assert.equal(await coinsOf(world, world.issuer), 12_000_000n)
})

it('buyWithPermit_failsWithSomebodyElsesPermit', async (world) => {
  const { series } = await shopInCoin(world)
  const permit = await signPermit(world, world.buyer, 12_000_000n)
  const buying = () => buyWithPermit(world, purchaseOf(world, series), permit, world.stranger)
  await refuses(world, buying, 'CoinRefused', world.coin.at)
})

it('buyWithPermit_failsForLessThanThePrice', async (world) => {
  const { series } = await shopInCoin(world)
  const permit = await signPermit(world, world.buyer, 11_999_999n)
  const buying = () => buyWithPermit(world, purchaseOf(world, series), permit)
  await refuses(world, buying, 'CoinRefused', world.coin.at)
})

it('buyWithPermit_failsForASeriesInTheChainsOwnCoin', async (world) => {
  const { series } = await world.publish()
  const permit = [0, 0, 27, `0x${'00'.repeat(32)}`, `0x${'00'.repeat(32)}`]
  const buying = () => buyWithPermit(world, purchaseOf(world, series), permit)
  await refuses(world, buying, 'NotPaidInCoin', series)
})

it('buyWithPermit_failsLikeBuy', async (world) => {
  const { series } = await shopInCoin(world)
  const permit = await signPermit(world, world.buyer, 12_000_000n)
  const refused = (purchase: unknown, error: string) =>
    refuses(world, () => buyWithPermit(world, purchase, permit), error)
  await refused(purchaseOf(world, series, { quantity: 0 }), 'QuantityOutOfBounds')
  await refused(purchaseOf(world, series, { quantity: 11 }), 'SoldOut')
  await refused(purchaseOf(world, series, { to: ZERO }), 'ERC721InvalidReceiver')
  await refused(purchaseOf(world, `0x${'01'.repeat(24)}` as typeof series), 'SeriesUnknown')
})

it('buyWithPermit_asksAReceiverThatDoesNotPay', async (world) => {
  const { series } = await shopInCoin(world)
  const puppet = await world.puppet()
  const permit = await signPermit(world, world.buyer, 12_000_000n)
  await buyWithPermit(world, purchaseOf(world, series, { to: puppet.at }), permit)
  assert.equal((await world.readOf(puppet, 'received'))[0], 1n)
  assert.equal(await world.read('ownerOf', packRightId(series, 1n)), puppet.at as Account)
})
