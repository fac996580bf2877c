import assert from 'node:assert/strict'
import { computeAddress } from 'ethers'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { manner, publishAs, puppetThat } from './helpers/accounts-with-code.ts'
import { peopleOf } from './helpers/people.ts'
import {
  coinsOf,
  DELIVERY,
  datedTerms,
  fund,
  handOver,
  inDays,
  leaveUnserved,
  list,
  soldForCoin,
  soldForDelivery,
} from './helpers/scenes.ts'
import { signAcceptance } from './helpers/signed.ts'
import { setNonce, stateOf, wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { claimKey, keyOf } from './sign.ts'
import { eventNames, ZERO } from './world.ts'

const it = worldTests()

it('requestAccepted_goesStraightToAccepted', async (world) => {
  const { right } = await world.sold()
  const commitment = world.commitTo(right, world.buyer)
  const { request } = await signAcceptance(world, right, { commitment })

  const receipt = await request()

  assert.deepEqual(eventNames(receipt), ['Moved'])
  const word = await wordOf(world, right)
  assert.deepEqual(
    [word.state, word.auxLive, word.nonce, word.until],
    ['accepted-pick-up', true, 1, receipt.blockTime + 7 * DAY_SECONDS],
  )
  await handOver(world, right)
})

it('requestAccepted_byDeliveryPaysTheFeeToTheIssuer', async (world) => {
  const { right } = await soldForDelivery(world)
  const before = await world.balance(world.issuer)
  const { request } = await signAcceptance(world, right, { way: DELIVERY, fee: 900n })
  await request()
  assert.equal((await world.balance(world.issuer)) - before, 900n)
  assert.equal((await wordOf(world, right)).state, 'accepted-delivery')
})

it('requestAccepted_paysTheFeeInACoin', async (world) => {
  const { right } = await soldForCoin(world)
  const before = await coinsOf(world, world.issuer)
  const terms = { fee: 900n, currency: world.coin.at }
  const { request } = await signAcceptance(world, right, terms)
  await refuses(world, () => request(world.buyer, 900n), 'WrongValue', 0, 900)
  await request(world.buyer, 0n)
  assert.equal((await coinsOf(world, world.issuer)) - before, 900n)
})

it('requestAccepted_failsWithoutTheCoinsForTheFee', async (world) => {
  const { right } = await soldForCoin(world)
  await fund(world, world.buyer, 0n)
  const terms = { fee: 900n, currency: world.coin.at }
  const { request } = await signAcceptance(world, right, terms)
  await refuses(world, () => request(world.buyer, 0n), 'CoinRefused', world.coin.at)
})

it('requestAccepted_failsForAnyOtherValue', async (world) => {
  const { right } = await world.sold()
  const { request } = await signAcceptance(world, right, { fee: 900n })
  for (const value of [0n, 899n, 901n]) {
    await refuses(world, () => request(world.buyer, value), 'WrongValue', 900, value)
  }
})

it('requestAccepted_ofStaffCountsUntilTheyAreDismissed', async (world) => {
  const { staff } = peopleOf(world)
  const { right } = await world.sold()
  const { request } = await signAcceptance(world, right, { by: staff })
  await refuses(world, () => request(), 'NotDesk', BigInt(right), staff)
  await world.call(world.issuer, 'setStaff', [staff, true])
  await request()
})

it('requestAccepted_failsForSomebodyElsesSignature', async (world) => {
  const { right } = await world.sold()
  const { request } = await signAcceptance(world, right, { key: keyOf(world, world.other) })
  await refuses(world, () => request(), 'SignatureInvalid', world.issuer)
})

const differences: [string, Record<string, unknown>][] = [
  ['holder', { holder: '0x00000000000000000000000000000000000000aa' }],
  ['nonce', { nonce: 1 }],
  ['way', { way: 1 }],
  ['commitment', { commitment: `0x${'01'.repeat(32)}` }],
  ['currency', { currency: '0x00000000000000000000000000000000000000aa' }],
  ['fee', { fee: 1n }],
  ['expiry', { expiry: 1 }],
  ['right', { id: 7n }],
]
for (const [what, signed] of differences) {
  it(`requestAccepted_failsFor another ${what} than was signed`, async (world) => {
    const { right } = await world.sold()
    const { request } = await signAcceptance(world, right, { signed })
    await refuses(world, () => request(), 'SignatureInvalid', world.issuer)
  })
}

it('requestAccepted_failsForAnyoneButTheHolderAndUnlessHeld', async (world) => {
  const { right } = await world.sold()
  const { request } = await signAcceptance(world, right)
  const stranger = () => request(world.other)
  await refuses(world, stranger, 'NotHolder', BigInt(right), world.other)
  await list(world, right)
  await refuses(world, () => request(), 'WrongState', BigInt(right), 2)
})

it('requestAccepted_worksInTheLastSecondAndNotAfter', async (world) => {
  const { right } = await world.sold()
  const expiry = await inDays(world, 1)
  const { request } = await signAcceptance(world, right, { expiry })
  const snapshot = await world.ask('evm_snapshot')
  await world.nextAt(expiry - 1)
  await request()
  await world.ask('evm_revert', [snapshot])
  await world.nextAt(expiry)
  await refuses(world, () => request(), 'SignatureExpired', expiry)
})

it('requestAccepted_failsForAWayThatIsNotOffered', async (world) => {
  const { right } = await world.sold()
  const { request } = await signAcceptance(world, right, { way: DELIVERY })
  await refuses(world, () => request(), 'WayNotOffered', BigInt(right), 1)
})

it('requestAccepted_endsAtTheRedeemByDayUnlessTheRightWasLeftUnserved', async (world) => {
  const dated = await datedTerms(world)
  const { right, series, terms } = await world.sold(dated)
  await world.buy(series, terms)
  const late = packRightId(series, 2n)
  await leaveUnserved(world, right)
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  const second = await signAcceptance(world, late)
  await refuses(world, () => second.request(), 'PastRedeemBy', BigInt(late))
  await (await signAcceptance(world, right)).request()
  assert.equal((await wordOf(world, right)).unserved, true)
})

it('requestAccepted_failsWhenTheNonceIsExhausted', async (world) => {
  const { right } = await world.sold()
  await setNonce(world, right, 2 ** 23 - 1)
  const { request } = await signAcceptance(world, right)
  await refuses(world, () => request(), 'NonceExhausted', BigInt(right))
})

it('requestAccepted_asksAnIssuerWithCodeAndCreditsTheFeeThatItRefuses', async (world) => {
  const desk = await puppetThat(world, 'refuse')
  const key = claimKey('desk')
  await world.callOn(world.deployer, desk, 'signWith', [computeAddress(key), manner.accept])
  const { series, terms } = await publishAs(world, desk)
  await world.buy(series, terms)
  const right = packRightId(series, 1n)
  const { request } = await signAcceptance(world, right, { by: desk.at, key, fee: 900n })

  const receipt = await request()

  assert.deepEqual(eventNames(receipt), ['Moved', 'Credited'])
  assert.equal(await world.read('creditIn', ZERO, desk.at), 12_900n)
})

it('requestAccepted_thatRanOutLeavesTheRightUnserved', async (world) => {
  const { right } = await world.sold()
  const receipt = await (await signAcceptance(world, right)).request()
  await world.goTo(receipt.blockTime + 7 * DAY_SECONDS)
  const state = await stateOf(world, right)
  assert.deepEqual([state?.state, state?.unserved], ['held', true])
})
