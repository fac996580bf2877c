import assert from 'node:assert/strict'
import { phantomCoinAbi, phantomCoinBytecode } from '../generated/mocks.ts'
import {
  AUTHORIZATION_SALT,
  shopInCoin,
  signAuthorization,
  signForCoin,
  signPermit,
} from '../helpers/coin-signatures.ts'
import { purchaseOf } from '../helpers/purchase.ts'
import { coinsOf, ZERO_HASH } from '../helpers/scenes.ts'
import { refuses, refusesSomehow, worldTests } from '../helpers/world-tests.ts'
import { authorizationNonce } from '../sign.ts'
import type { World } from '../world.ts'

const it = worldTests()
const PRICE = 12_000_000n

async function signedPurchase(world: World) {
  const { series } = await shopInCoin(world)
  const purchase = purchaseOf(world, series)
  const authorization = await signAuthorization(world, purchase, PRICE)
  const submit = (from = world.stranger) =>
    world.call(from, 'buyWithAuthorization', [purchase, authorization])
  return { series, purchase, authorization, submit }
}

it('attack 9: an authorization taken out of the mempool moves nothing without the purchase', async (world) => {
  const { purchase, authorization, submit } = await signedPurchase(world)
  const [payer, after, before, salt, v, r, s] = authorization
  const nonce = authorizationNonce(world, purchase, salt)
  const args = [payer, world.rights.at, PRICE, after, before, nonce, v, r, s]
  for (const name of ['transferWithAuthorization', 'receiveWithAuthorization']) {
    const signature = `${name}(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)`
    await refusesSomehow(world, () => world.callOn(world.stranger, world.coin, signature, args))
  }

  await submit()

  assert.equal(await coinsOf(world, world.issuer), PRICE)
  assert.equal(await world.read('balanceOf', world.buyer), 1n)
})

it('attack 9: a transfer that the payer signed instead is no payment', async (world) => {
  const { series } = await shopInCoin(world)
  const purchase = purchaseOf(world, series)
  const message = 'TransferWithAuthorization' as const
  const authorization = await signAuthorization(world, purchase, PRICE, { message })
  const buying = () => world.call(world.stranger, 'buyWithAuthorization', [purchase, authorization])
  await refuses(world, buying, 'CoinRefused', world.coin.at)
})

it('attack 9: a cancelled authorization is no payment though its nonce counts as used', async (world) => {
  const { purchase, submit } = await signedPurchase(world)
  const nonce = authorizationNonce(world, purchase, AUTHORIZATION_SALT)
  const values = { authorizer: world.buyer, nonce }
  const signed = signForCoin(world, world.buyer, 'CancelAuthorization', values)
  const signature = 'cancelAuthorization(address,bytes32,uint8,bytes32,bytes32)'
  await world.callOn(world.stranger, world.coin, signature, [world.buyer, nonce, ...signed])
  await refuses(world, () => submit(), 'CoinRefused', world.coin.at)
})

it('attack 10: a permit that somebody used first does not stop the purchase', async (world) => {
  const { series } = await shopInCoin(world)
  const permit = await signPermit(world, world.buyer, PRICE)
  const args = [world.buyer, world.rights.at, ...permit]
  await world.callOn(world.stranger, world.coin, 'permit', args)
  await world.call(world.buyer, 'buyWithPermit', [purchaseOf(world, series), permit])
  assert.equal(await coinsOf(world, world.issuer), PRICE)
})

it("attack 10: a permit for the payer's coins is spent by the payer alone", async (world) => {
  const { series } = await shopInCoin(world)
  const permit = await signPermit(world, world.buyer, PRICE)
  const args = [world.buyer, world.rights.at, ...permit]
  await world.callOn(world.stranger, world.coin, 'permit', args)
  const purchase = purchaseOf(world, series, { to: world.stranger })
  const stealing = () => world.call(world.stranger, 'buyWithPermit', [purchase, permit])
  await refuses(world, stealing, 'CoinRefused', world.coin.at)
})

it('attack 11: a coin that swallows every call has neither permitted nor paid', async (world) => {
  const coin = await world.deploy(phantomCoinAbi, phantomCoinBytecode)
  await world.callOn(world.deployer, coin, 'mint', [world.buyer, 1_000n])
  await world.callOn(world.buyer, coin, 'approve', [world.rights.at, 1_000n])
  const { series } = await world.publish({ terms: { currency: coin.at, price: 50n } })
  const purchase = purchaseOf(world, series, { to: world.stranger })
  const permit = [50, 2n ** 256n - 1n, 27, ZERO_HASH, ZERO_HASH]
  const permitted = () => world.call(world.stranger, 'buyWithPermit', [purchase, permit])
  await refuses(world, permitted, 'CoinRefused', coin.at)
  const authorization = [world.buyer, 0, 2n ** 256n - 1n, ZERO_HASH, 27, ZERO_HASH, ZERO_HASH]
  const authorized = () =>
    world.call(world.stranger, 'buyWithAuthorization', [purchase, authorization])
  await refuses(world, authorized, 'CoinRefused', coin.at)
  assert.equal((await world.readOf(coin, 'balanceOf', [world.buyer]))[0], 1_000n)
})
