import assert from 'node:assert/strict'
import { behave, giveCode, puppetThat } from './helpers/accounts-with-code.ts'
import { AUTHORIZATION_SALT, shopInCoin, signAuthorization } from './helpers/coin-signatures.ts'
import { peopleOf } from './helpers/people.ts'
import { purchaseOf } from './helpers/purchase.ts'
import { coinsOf, escrowTerms, inDays } from './helpers/scenes.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, type World, ZERO } from './world.ts'

const it = worldTests()
const PRICE = 12_000_000n

const submit = (world: World, purchase: unknown, authorization: unknown) =>
  world.call(world.stranger, 'buyWithAuthorization', [purchase, authorization])

it('buyWithAuthorization_isSubmittedByAnyone', async (world) => {
  const { series } = await shopInCoin(world)
  const purchase = purchaseOf(world, series)

  const receipt = await submit(world, purchase, await signAuthorization(world, purchase, PRICE))

  assert.deepEqual(eventNames(receipt), ['Transfer'])
  assert.equal(await world.read('balanceOf', world.buyer), 1n)
  assert.equal(await coinsOf(world, world.issuer), PRICE)
  assert.equal(await coinsOf(world, world.rights.at), 0n)
})

it('buyWithAuthorization_paysTheShareToo', async (world) => {
  const { contributor } = peopleOf(world)
  const { series } = await shopInCoin(world, { shareBps: 1_000 })
  const purchase = purchaseOf(world, series, { quantity: 2, contributor })

  await submit(world, purchase, await signAuthorization(world, purchase, 2n * PRICE))

  assert.equal(await coinsOf(world, contributor), 2_400_000n)
  assert.equal(await coinsOf(world, world.issuer), 21_600_000n)
})

it('buyWithAuthorization_keepsEscrowHere', async (world) => {
  const { series } = await shopInCoin(world, await escrowTerms(world))
  const purchase = purchaseOf(world, series)
  await submit(world, purchase, await signAuthorization(world, purchase, PRICE))
  assert.equal(await coinsOf(world, world.rights.at), PRICE)
})

it('buyWithAuthorization_asAGift', async (world) => {
  const { series } = await shopInCoin(world)
  const until = await inDays(world, 3)
  const purchase = purchaseOf(world, series, { until, keys: ['link'] })
  const receipt = await submit(world, purchase, await signAuthorization(world, purchase, PRICE))
  assert.deepEqual(eventNames(receipt), ['Transfer', 'Moved'])
})

it('buyWithAuthorization_failsTheSecondTime', async (world) => {
  const { series } = await shopInCoin(world)
  const purchase = purchaseOf(world, series)
  const authorization = await signAuthorization(world, purchase, PRICE)
  await submit(world, purchase, authorization)
  const again = () => submit(world, purchase, authorization)
  await refuses(world, again, 'CoinRefused', world.coin.at)
})

const changes: [string, (world: World) => object][] = [
  ['another recipient', (world) => ({ to: world.stranger })],
  ['another quantity', () => ({ quantity: 2 })],
  ['another contributor', (world) => ({ contributor: world.stranger })],
]
for (const [what, change] of changes) {
  it(`buyWithAuthorization_failsFor ${what} than was signed`, async (world) => {
    const { series } = await shopInCoin(world)
    const authorization = await signAuthorization(world, purchaseOf(world, series), PRICE)
    const changed = purchaseOf(world, series, change(world))
    const buying = () => submit(world, changed, authorization)
    await refuses(world, buying, 'CoinRefused', world.coin.at)
  })
}

it('buyWithAuthorization_failsForOtherClaimKeysThanWereSigned', async (world) => {
  const { series } = await shopInCoin(world)
  const until = await inDays(world, 3)
  const signed = purchaseOf(world, series, { until, keys: ['link'] })
  const authorization = await signAuthorization(world, signed, PRICE)
  const changed = purchaseOf(world, series, { until, keys: ['thief'] })
  await refuses(world, () => submit(world, changed, authorization), 'CoinRefused')
})

it('buyWithAuthorization_failsForAnotherAmountThanIsDue', async (world) => {
  const { series } = await shopInCoin(world)
  const purchase = purchaseOf(world, series)
  for (const amount of [PRICE - 1n, PRICE + 1n]) {
    const authorization = await signAuthorization(world, purchase, amount)
    await refuses(world, () => submit(world, purchase, authorization), 'CoinRefused')
  }
})

it('buyWithAuthorization_failsBeforeItsTimeAndForAnotherSigner', async (world) => {
  const { series } = await shopInCoin(world)
  const purchase = purchaseOf(world, series)
  const early = await signAuthorization(world, purchase, PRICE, {
    validAfter: await inDays(world, 1),
  })
  await refuses(world, () => submit(world, purchase, early), 'CoinRefused')
  const forged = await signAuthorization(world, purchase, PRICE, { signer: world.stranger })
  await refuses(world, () => submit(world, purchase, forged), 'CoinRefused')
})

it('buyWithAuthorization_failsWithAnotherSalt', async (world) => {
  const { series } = await shopInCoin(world)
  const purchase = purchaseOf(world, series)
  const signed = [...(await signAuthorization(world, purchase, PRICE))]
  signed[3] = AUTHORIZATION_SALT.replace('77', '78')
  await refuses(world, () => submit(world, purchase, signed), 'CoinRefused', world.coin.at)
})

it('buyWithAuthorization_failsForASeriesInTheChainsOwnCoin', async (world) => {
  const { series } = await world.publish()
  const purchase = purchaseOf(world, series)
  const authorization = await signAuthorization(world, purchase, 12_000n)
  await refuses(world, () => submit(world, purchase, authorization), 'NotPaidInCoin', series)
})

it('buyWithAuthorization_failsLikeBuy', async (world) => {
  const { series } = await shopInCoin(world)
  const refused = async (purchase: ReturnType<typeof purchaseOf>, error: string) => {
    const authorization = await signAuthorization(world, purchase, PRICE)
    await refuses(world, () => submit(world, purchase, authorization), error)
  }
  await refused(purchaseOf(world, series, { quantity: 501 }), 'QuantityOutOfBounds')
  await refused(purchaseOf(world, series, { to: ZERO }), 'ERC721InvalidReceiver')
})

it('buyWithAuthorization_asksAReceiverThatDidNotSign', async (world) => {
  const { series } = await shopInCoin(world)
  const puppet = await puppetThat(world, 'accept', 'refuse')
  const purchase = purchaseOf(world, series, { to: puppet.at })
  const authorization = await signAuthorization(world, purchase, PRICE)
  const buying = () => submit(world, purchase, authorization)
  await refuses(world, buying, 'ERC721InvalidReceiver', puppet.at)
})

it('buyWithAuthorization_failsForACoinThatPretendsToHavePaid', async (world) => {
  const { series } = await shopInCoin(world)
  const purchase = purchaseOf(world, series)
  const authorization = await signAuthorization(world, purchase, PRICE)
  // A coin whose every function answers nothing and does nothing.
  await world.ask('hardhat_setCode', [world.coin.at, '0x00'])
  await refuses(world, () => submit(world, purchase, authorization), 'CoinRefused', world.coin.at)
})

it('buyWithAuthorization_doesNotAskAPayerWhoseAccountHasCode', async (world) => {
  const { series } = await shopInCoin(world)
  const purchase = purchaseOf(world, series)
  const authorization = await signAuthorization(world, purchase, PRICE)
  const person = await giveCode(world, world.buyer, await puppetThat(world, 'accept'))
  await behave(world, person, 'refuse', 'refuse')
  await submit(world, purchase, authorization)
  assert.equal(await world.read('balanceOf', world.buyer), 1n)
})
