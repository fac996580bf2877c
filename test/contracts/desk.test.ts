import assert from 'node:assert/strict'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { peopleOf } from './helpers/people.ts'
import {
  DELIVERY,
  datedTerms,
  leaveUnserved,
  list,
  soldForDelivery,
  soldInEscrow,
} from './helpers/scenes.ts'
import { signRedemption } from './helpers/signed.ts'
import { setNonce, stateOf, wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, SECRET, type World, ZERO } from './world.ts'

const it = worldTests()

it('redeem_burnsAHeldRightOnItsHoldersSignature', async (world) => {
  const { right } = await world.sold()
  const { redeem } = await signRedemption(world, right)

  const receipt = await redeem()

  assert.deepEqual(eventNames(receipt), ['Transfer'])
  assert.deepEqual([...receipt.events[0]!.args], [world.buyer, ZERO, BigInt(right)])
  assert.equal((await stateOf(world, right))?.state, 'redeemed')
})

it('redeem_byStaffPaysTheIssuerFromEscrow', async (world) => {
  const { staff } = peopleOf(world)
  await world.call(world.issuer, 'setStaff', [staff, true])
  const { right } = await soldInEscrow(world)
  const before = await world.balance(world.issuer)
  await (await signRedemption(world, right)).redeem(staff)
  assert.equal((await world.balance(world.issuer)) - before, 12_000n)
})

it('redeem_failsAwayFromTheDesk', async (world) => {
  const { right } = await world.sold()
  const { redeem } = await signRedemption(world, right)
  for (const from of [world.buyer, world.stranger]) {
    await refuses(world, () => redeem(from), 'NotDesk', BigInt(right), from)
  }
})

it('redeem_failsUnlessTheRightIsHeld', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  const { redeem } = await signRedemption(world, right)
  await refuses(world, () => redeem(), 'WrongState', BigInt(right), 2)
})

it('redeem_takesSignaturesOfAtMostTenMinutes', async (world) => {
  const { right } = await world.sold()
  const now = (await world.now()) + 60
  await world.nextAt(now)
  for (const expiry of [0, now - 1, now, now + 601]) {
    const { redeem } = await signRedemption(world, right, { expiry })
    await refuses(world, () => redeem(), 'SignatureExpired', expiry)
  }
  await (await signRedemption(world, right, { expiry: now + 600 })).redeem()
})

const differences: [string, Record<string, unknown>][] = [
  ['holder', { holder: '0x00000000000000000000000000000000000000aa' }],
  ['issuer', { issuer: '0x00000000000000000000000000000000000000aa' }],
  ['nonce', { nonce: 1 }],
  ['way', { way: 1 }],
  ['right', { id: 7n }],
  ['expiry', { expiry: 1 }],
]
for (const [what, signed] of differences) {
  it(`redeem_failsFor another ${what} than was signed`, async (world) => {
    const { right } = await world.sold()
    const { redeem } = await signRedemption(world, right, { signed })
    await refuses(world, () => redeem(), 'SignatureInvalid', world.buyer)
  })
}

it('redeem_failsWhenTheNonceIsExhausted', async (world) => {
  const { right } = await world.sold()
  await setNonce(world, right, 2 ** 23 - 1)
  const { redeem } = await signRedemption(world, right)
  await refuses(world, () => redeem(), 'NonceExhausted', BigInt(right))
})

it('redeem_endsAtTheRedeemByDayUnlessTheRightWasLeftUnserved', async (world) => {
  const dated = await datedTerms(world)
  const { right, series, terms } = await world.sold(dated)
  await world.buy(series, terms)
  const late = packRightId(series, 2n)
  await leaveUnserved(world, right)
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  const second = await signRedemption(world, late)
  await refuses(world, () => second.redeem(), 'PastRedeemBy', BigInt(late))
  await (await signRedemption(world, right)).redeem()
})

/** Two requested rights of the buyer's, with one secret. */
async function twoRequested(world: World) {
  const { series, terms, right } = await soldForDelivery(world)
  await world.buy(series, terms)
  const rights = [right, packRightId(series, 2n)] as const
  const commitments = rights.map((each) => world.commitTo(each, world.buyer))
  const receipt = await world.call(world.buyer, 'requestMany', [rights, DELIVERY, commitments])
  return { rights, commitments, receipt }
}

it('requestMany_andHandOverMany_takeOneSecretForAll', async (world) => {
  const { rights, receipt } = await twoRequested(world)
  assert.deepEqual(eventNames(receipt), ['Moved', 'Moved'])
  for (const right of rights) {
    assert.equal((await wordOf(world, right)).state, 'requested-delivery')
  }

  const handed = await world.call(world.stranger, 'handOverMany', [SECRET, rights])

  assert.deepEqual(eventNames(handed), ['Transfer', 'Transfer'])
  assert.equal(await world.read('balanceOf', world.buyer), 0n)
})

it('requestMany_failsForNoneAndForListsThatDiffer', async (world) => {
  const { right } = await world.sold()
  const one = world.commitTo(right, world.buyer)
  for (const [ids, commitments] of [
    [[], []],
    [[right], []],
    [[right], [one, one]],
  ]) {
    const asking = () => world.call(world.buyer, 'requestMany', [ids, 0, commitments])
    await refuses(world, asking, 'ListsDiffer')
  }
})

it('requestMany_requestsAllOrNone', async (world) => {
  const { right } = await world.sold()
  const one = world.commitTo(right, world.buyer)
  const twice = () => world.call(world.buyer, 'requestMany', [[right, right], 0, [one, one]])
  await refuses(world, twice, 'WrongState', BigInt(right), 4)
})

it('handOverMany_failsForNone', async (world) => {
  const handing = () => world.call(world.stranger, 'handOverMany', [SECRET, []])
  await refuses(world, handing, 'ListsDiffer')
})

it('handOverMany_handsOverAllOrNone', async (world) => {
  const { rights } = await twoRequested(world)
  const twice = [rights[0], rights[1], rights[0]]
  const handing = () => world.call(world.stranger, 'handOverMany', [SECRET, twice])
  await refuses(world, handing, 'ERC721NonexistentToken', BigInt(rights[0]))
})
