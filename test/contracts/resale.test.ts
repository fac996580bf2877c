import assert from 'node:assert/strict'
import type { Account, RightId } from '../../src/domain/ids.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import {
  coinsOf,
  datedTerms,
  fund,
  inDays,
  leaveUnserved,
  list,
  packed,
  soldForCoin,
  soldInEscrow,
} from './helpers/scenes.ts'
import { stateOf, wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, type World, ZERO } from './world.ts'

const it = worldTests()

/** Takes a listing at the price it was listed for. */
async function take(
  world: World,
  right: RightId,
  given: { from?: Account; to?: Account; value?: bigint; max?: bigint; nonce?: number } = {},
) {
  const { from = world.other, to = from, value = 5_000n, max = 5_000n } = given
  const nonce = given.nonce ?? (await wordOf(world, right)).nonce
  return world.call(from, 'take', [right, nonce, max, to], value)
}

it('list_entersListedAndStaysTransferable', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)

  const receipt = await list(world, right, { until })

  assert.deepEqual(eventNames(receipt), ['Moved'])
  const word = await wordOf(world, right)
  assert.deepEqual(
    [word.owner, word.state, word.price, word.until, word.nonce, word.auxLive],
    [world.buyer, 'listed', 5_000n, until, 1, false],
  )
  assert.equal(await world.read('locked', right), false)
  await world.call(world.buyer, 'transferFrom', [world.buyer, world.other, right])
  assert.equal((await stateOf(world, right))?.state, 'held')
})

it('list_againChangesTheOfferAndItsNonce', async (world) => {
  const { right } = await world.sold()
  await list(world, right, { taker: world.other })

  await list(world, right, { price: 6_000n })

  const word = await wordOf(world, right)
  assert.deepEqual([word.price, word.nonce, word.auxLive], [6_000n, 2, false])
  const stale = () => take(world, right, { nonce: 1, max: 9_000n, value: 6_000n })
  await refuses(world, stale, 'NonceStale', BigInt(right), 2)
  await take(world, right, { from: world.stranger, value: 6_000n, max: 6_000n })
})

it('take_paysTheHolderAndMovesTheRight', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  const before = await world.balance(world.buyer)

  const receipt = await take(world, right)

  assert.deepEqual(eventNames(receipt), ['Transfer'])
  assert.equal(await world.read('ownerOf', right), world.other)
  assert.equal((await world.balance(world.buyer)) - before, 5_000n)
  const word = await wordOf(world, right)
  assert.deepEqual([word.state, word.nonce, word.until, word.price], ['held', 2, 0, 0n])
  await refuses(world, () => take(world, right, { nonce: 2 }), 'WrongState', BigInt(right), 1)
})

it('take_forSomebodyElseAsksThem', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  const puppet = await world.puppet()
  await world.callOn(world.deployer, puppet, 'behave', [0, 1])
  const taking = () => take(world, right, { to: puppet.at })
  await refuses(world, taking, 'ERC721InvalidReceiver', puppet.at)
  await take(world, right, { to: world.stranger })
  assert.equal(await world.read('ownerOf', right), world.stranger)
})

it('take_byTheHolderHimselfChangesNothingButTheNonce', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  await take(world, right, { from: world.buyer })
  assert.equal(await world.read('balanceOf', world.buyer), 1n)
  assert.equal((await wordOf(world, right)).nonce, 2)
})

it('take_ofAPrivateListingIsTheTakersAlone', async (world) => {
  const { right } = await world.sold()
  await list(world, right, { taker: world.other })
  assert.equal(BigInt(await world.read('auxiliaryOf', right)), BigInt(world.other))
  const taking = () => take(world, right, { from: world.stranger })
  await refuses(world, taking, 'NotTaker', BigInt(right), world.stranger)

  await take(world, right, { from: world.stranger, to: world.other })

  assert.equal(await world.read('ownerOf', right), world.other)
})

it('take_failsForMoreThanTheMaximum', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  await refuses(world, () => take(world, right, { max: 4_999n }), 'PriceAboveMaximum', 5_000)
})

it('take_failsForAnyOtherValue', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  for (const value of [0n, 4_999n, 5_001n]) {
    const taking = () => take(world, right, { value, max: 9_000n })
    await refuses(world, taking, 'WrongValue', 5_000, value)
  }
})

it('take_failsForNobody', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  await refuses(world, () => take(world, right, { to: ZERO }), 'ERC721InvalidReceiver', ZERO)
})

it('take_paysTheRoyaltyToTheIssuerAndTheRestToTheHolder', async (world) => {
  const { right } = await world.sold({ royaltyBps: 333 })
  await list(world, right, { price: 5_001n })
  const { buyer, issuer } = world
  const before = [await world.balance(buyer), await world.balance(issuer)] as const

  await take(world, right, { value: 5_001n, max: 5_001n })

  assert.equal((await world.balance(issuer)) - before[1], 166n)
  assert.equal((await world.balance(buyer)) - before[0], 4_835n)
})

it('take_inACoin', async (world) => {
  const { right } = await soldForCoin(world, { royaltyBps: 1_000 })
  await list(world, right, { price: 2_000_000n })
  await fund(world, world.other, 2_000_000n)
  const before = [await coinsOf(world, world.buyer), await coinsOf(world, world.issuer)] as const

  await take(world, right, { value: 0n, max: 2_000_000n })

  assert.equal((await coinsOf(world, world.buyer)) - before[0], 1_800_000n)
  assert.equal((await coinsOf(world, world.issuer)) - before[1], 200_000n)
})

it('take_inACoinFailsWithoutTheTakersAllowanceAndWithValue', async (world) => {
  const { right } = await soldForCoin(world)
  await list(world, right)
  const poor = () => take(world, right, { value: 0n })
  await refuses(world, poor, 'CoinRefused', world.coin.at)
  await refuses(world, () => take(world, right, { value: 1n }), 'WrongValue', 0, 1)
})

it('take_leavesTheEscrowWithTheRight', async (world) => {
  const { right } = await soldInEscrow(world)
  await list(world, right)
  await take(world, right)
  assert.equal((await wordOf(world, right)).escrowed, true)
  assert.equal(await world.balance(world.rights.at), 12_000n)
})

it('take_keepsAnUnservedRightUnserved', async (world) => {
  const { right } = await world.sold()
  await leaveUnserved(world, right)
  await list(world, right)
  assert.equal((await wordOf(world, right)).unserved, true)
  await take(world, right)
  assert.equal((await wordOf(world, right)).unserved, true)
})

it('take_worksInTheLastSecondAndNotAfter', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  await list(world, right, { until })
  const snapshot = await world.ask('evm_snapshot')
  await world.nextAt(until - 1)
  await take(world, right)
  await world.ask('evm_revert', [snapshot])
  await world.goTo(until)
  await refuses(world, () => take(world, right, { nonce: 1 }), 'WrongState', BigInt(right), 1)
})

it('take_endsAtTheRedeemByDay', async (world) => {
  const dated = await datedTerms(world)
  const { right } = await world.sold(dated)
  await list(world, right, { until: await inDays(world, 100) })
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  await refuses(world, () => take(world, right), 'PastRedeemBy', BigInt(right))
})

it('list_failsForAPriceOutOfForm', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  for (const price of [0, 10, 120, 5 * 2 ** 27]) {
    const listing = () => world.call(world.buyer, 'list', [right, price, ZERO, until])
    await refuses(world, listing, 'PriceOutOfForm', price)
  }
})

it('list_failsForAnEndThatIsNotAhead', async (world) => {
  const { right } = await world.sold()
  const now = (await world.now()) + 50
  await world.nextAt(now)
  for (const until of [0n, now, now - 1, now + 366 * DAY_SECONDS + 1, 2n ** 32n, 2n ** 256n - 1n]) {
    const listing = () => world.call(world.buyer, 'list', [right, packed(1n), ZERO, until])
    await refuses(world, listing, 'UntilOutOfBounds', until)
  }
  await list(world, right, { until: now + 366 * DAY_SECONDS })
})

it('list_failsForAnyoneButTheHolderAndWhileTheRightIsLocked', async (world) => {
  const { right } = await world.sold()
  await world.call(world.buyer, 'setApprovalForAll', [world.other, true])
  const stranger = () => list(world, right, { from: world.other })
  await refuses(world, stranger, 'NotHolder', BigInt(right), world.other)
  await world.request(right)
  await refuses(world, () => list(world, right), 'WrongState', BigInt(right), 4)
})

it('unlist_takesTheOfferBack', async (world) => {
  const { right } = await world.sold()
  await leaveUnserved(world, right)
  await list(world, right, { taker: world.other })
  await refuses(
    world,
    () => world.call(world.other, 'unlist', [right]),
    'NotHolder',
    BigInt(right),
    world.other,
  )

  const receipt = await world.call(world.buyer, 'unlist', [right])

  assert.deepEqual(eventNames(receipt), ['Moved'])
  const word = await wordOf(world, right)
  assert.deepEqual([word.state, word.unserved, word.auxLive], ['held', true, false])
  const again = () => world.call(world.buyer, 'unlist', [right])
  await refuses(world, again, 'WrongState', BigInt(right), 1)
})

it('royaltyInfo_tellsTheIssuersPart', async (world) => {
  const { right } = await world.sold({ royaltyBps: 333 })
  const info = async (price: bigint) => [
    ...(await world.readOf(world.rights, 'royaltyInfo', [right, price])),
  ]
  assert.deepEqual(await info(10_000n), [world.issuer, 333n])
  assert.deepEqual(await info(10_033n), [world.issuer, 334n])
  assert.deepEqual(await info(0n), [world.issuer, 0n])
  const most = 2n ** 256n - 1n
  assert.deepEqual(await info(most), [world.issuer, (most / 10_000n) * 333n])
})

it('royaltyInfo_isNothingWithoutARoyaltyAndFailsForAnUnknownSeries', async (world) => {
  const { right } = await world.sold()
  const [who, amount] = await world.readOf(world.rights, 'royaltyInfo', [right, 10_000n])
  assert.deepEqual([who, amount], [world.issuer, 0n])
  await refuses(world, () => world.read('royaltyInfo', 7n, 1n), 'SeriesUnknown')
})
