import assert from 'node:assert/strict'
import { computeAddress } from 'ethers'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { giveCode, manner, puppetThat } from './helpers/accounts-with-code.ts'
import {
  coinsOf,
  datedTerms,
  fund,
  inDays,
  list,
  soldForCoin,
  ZERO_HASH,
} from './helpers/scenes.ts'
import { signOffer } from './helpers/signed.ts'
import { setNonce, wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { claimKey, keyOf } from './sign.ts'
import { eventNames, type World, ZERO } from './world.ts'

const it = worldTests()

it('takeOffer_paysTheHolderOnItsSignature', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right)
  const before = await world.balance(world.buyer)

  const receipt = await take(world.other, 5_000n)

  assert.deepEqual(eventNames(receipt), ['OfferTaken', 'Transfer'])
  assert.deepEqual([...receipt.events[0]!.args], [BigInt(right), 5_000n])
  assert.equal(await world.read('ownerOf', right), world.other)
  assert.equal((await world.balance(world.buyer)) - before, 5_000n)
})

it('takeOffer_forAnyAmountThatNeedsNoPackedForm', async (world) => {
  const { right } = await world.sold()
  const price = 123_456_789_123_456_789n
  const { take } = await signOffer(world, right, { price })
  await take(world.other, price)
})

it('takeOffer_withARoyaltyInACoin', async (world) => {
  const { right } = await soldForCoin(world, { royaltyBps: 1_000 })
  await fund(world, world.other, 5_000n)
  const before = await coinsOf(world, world.issuer)
  const { take } = await signOffer(world, right, { currency: world.coin.at })
  await take(world.other, 0n)
  assert.equal((await coinsOf(world, world.issuer)) - before, 500n)
})

it('takeOffer_toItsTakerWhoeverPays', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right, { taker: world.other })
  const wrong = () => take(world.stranger, 5_000n)
  await refuses(world, wrong, 'NotTaker', BigInt(right), world.stranger)
  await take(world.stranger, 5_000n, world.other)
  assert.equal(await world.read('ownerOf', right), world.other)
})

const differences: [string, Record<string, unknown>][] = [
  ['nonce', { nonce: 1 }],
  ['price', { price: 4_999n }],
  ['taker', { taker: '0x00000000000000000000000000000000000000aa' }],
  ['currency', { currency: '0x00000000000000000000000000000000000000aa' }],
  ['holder', { holder: '0x00000000000000000000000000000000000000aa' }],
  ['right', { id: 7n }],
  ['end', { until: 1 }],
]
for (const [what, signed] of differences) {
  it(`takeOffer_failsFor another ${what} than was signed`, async (world) => {
    const { right } = await world.sold()
    const { take } = await signOffer(world, right, { signed })
    await refuses(world, () => take(world.other, 5_000n), 'SignatureInvalid', world.buyer)
  })
}

it('takeOffer_failsForSomebodyElsesSignature', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right, { key: keyOf(world, world.other) })
  await refuses(world, () => take(world.other, 5_000n), 'SignatureInvalid', world.buyer)
})

it('takeOffer_worksInTheLastSecondAndNotAfter', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 2)
  const { take } = await signOffer(world, right, { until })
  const snapshot = await world.ask('evm_snapshot')
  await world.nextAt(until - 1)
  await take(world.other, 5_000n)
  await world.ask('evm_revert', [snapshot])
  await world.nextAt(until)
  await refuses(world, () => take(world.other, 5_000n), 'SignatureExpired', until)
})

it('takeOffer_takesTheLatestEndThereIs', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right, { until: 2 ** 32 - 1 })
  await take(world.other, 5_000n)
})

it('takeOffer_failsForNoPrice', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right, { price: 0n })
  await refuses(world, () => take(world.other, 0n), 'PriceOutOfForm', 0)
})

it('takeOffer_failsUnlessTheRightIsHeld', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  const { take } = await signOffer(world, right)
  await refuses(world, () => take(world.other, 5_000n), 'WrongState', BigInt(right), 2)
})

it('takeOffer_failsPastTheRedeemByDay', async (world) => {
  const dated = await datedTerms(world)
  const { right } = await world.sold(dated)
  const { take } = await signOffer(world, right, { until: await inDays(world, 100) })
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  await refuses(world, () => take(world.other, 5_000n), 'PastRedeemBy', BigInt(right))
})

it('takeOffer_failsForAnyOtherValue', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right)
  for (const value of [0n, 4_999n, 5_001n]) {
    await refuses(world, () => take(world.other, value), 'WrongValue', 5_000, value)
  }
})

it('takeOffer_failsForNobody', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right)
  const taking = () => take(world.other, 5_000n, ZERO)
  await refuses(world, taking, 'ERC721InvalidReceiver', ZERO)
})

it('takeOffer_ofAPriceThatNobodyHasFails', async (world) => {
  const { right } = await world.sold({ royaltyBps: 1_000 })
  const { take } = await signOffer(world, right, { price: 2n ** 256n - 1n })
  await refuses(world, () => take(world.other, 0n), 'WrongValue', 2n ** 256n - 1n, 0)
})

it('cancel_endsEverySignedMessage', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right)

  const receipt = await world.call(world.buyer, 'cancel', [right])

  assert.deepEqual(eventNames(receipt), ['Moved'])
  assert.equal((await wordOf(world, right)).nonce, 1)
  await refuses(world, () => take(world.other, 5_000n), 'SignatureInvalid', world.buyer)
})

it('cancel_failsForAnyoneElseAndUnlessTheRightIsHeld', async (world) => {
  const { right } = await world.sold()
  const stranger = () => world.call(world.other, 'cancel', [right])
  await refuses(world, stranger, 'NotHolder', BigInt(right), world.other)
  await list(world, right)
  const listed = () => world.call(world.buyer, 'cancel', [right])
  await refuses(world, listed, 'WrongState', BigInt(right), 2)
})

it('takeOffer_failsWhenTheNonceIsExhausted', async (world) => {
  const { right } = await world.sold()
  await setNonce(world, right, 2 ** 23 - 1)
  const { take } = await signOffer(world, right)
  await refuses(world, () => take(world.other, 5_000n), 'NonceExhausted', BigInt(right))
})

/** A right whose holder is a contract with an owner's key. */
async function heldByWallet(world: World) {
  const { right } = await world.sold()
  const wallet = await puppetThat(world, 'accept')
  const owner = claimKey('owner')
  const ownersAccount = computeAddress(owner)
  await world.callOn(world.deployer, wallet, 'signWith', [ownersAccount, manner.accept])
  await world.call(world.buyer, 'transferFrom', [world.buyer, wallet.at, right])
  return { right, wallet, owner, ownersAccount }
}

it('takeOffer_asksAHolderWithCode', async (world) => {
  const { right, wallet, owner } = await heldByWallet(world)
  const { take } = await signOffer(world, right, { holder: wallet.at, key: owner })
  await take(world.other, 5_000n)
  assert.equal(await world.balance(wallet.at), 5_000n)
})

it('takeOffer_failsForAnyAnswerButYesOfAHolderWithCode', async (world) => {
  const { right, wallet, owner, ownersAccount } = await heldByWallet(world)
  const { take } = await signOffer(world, right, { holder: wallet.at, key: owner })
  for (const answer of ['refuse', 'wrongWord', 'nothing', 'bomb', 'burnGas'] as const) {
    await world.callOn(world.deployer, wallet, 'signWith', [ownersAccount, manner[answer]])
    await refuses(world, () => take(world.other, 5_000n), 'SignatureInvalid', wallet.at)
  }
})

it('takeOffer_takesTheKeyOfAPersonWhoseAccountHasCode', async (world) => {
  const { right } = await world.sold()
  await giveCode(world, world.buyer, await puppetThat(world, 'accept'))
  const { take } = await signOffer(world, right)
  await take(world.other, 5_000n)
})

it('takeOffer_failsWithoutASignature', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right)
  for (const signature of ['0x', ZERO_HASH + ZERO_HASH.slice(2), ZERO_HASH]) {
    const taking = () => take(world.other, 5_000n, world.other, signature)
    await refuses(world, taking, 'SignatureInvalid', world.buyer)
  }
})
