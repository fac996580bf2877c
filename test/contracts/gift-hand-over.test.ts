import assert from 'node:assert/strict'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { peopleOf } from './helpers/people.ts'
import {
  datedTerms,
  inDays,
  keyAccount,
  leaveUnserved,
  sendRight,
  soldInEscrow,
} from './helpers/scenes.ts'
import { signClaim, signGiftHandOver } from './helpers/signed.ts'
import { stateOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, type World, ZERO } from './world.ts'

const it = worldTests()

async function gift(world: World, price = 0n) {
  const { right } = await world.sold()
  await sendRight(world, right, { price })
  return right
}

it('handOverGift_burnsAGiftOnItsKeysSignature', async (world) => {
  const right = await gift(world)
  const { handOver } = await signGiftHandOver(world, right)

  const receipt = await handOver()

  assert.deepEqual(eventNames(receipt), ['Transfer'])
  assert.deepEqual([...receipt.events[0]!.args], [world.buyer, ZERO, BigInt(right)])
  assert.equal((await stateOf(world, right))?.state, 'redeemed')
})

it('handOverGift_byStaffPaysTheIssuerFromEscrow', async (world) => {
  const { staff } = peopleOf(world)
  await world.call(world.issuer, 'setStaff', [staff, true])
  const { right } = await soldInEscrow(world)
  await sendRight(world, right)
  const before = await world.balance(world.issuer)
  await (await signGiftHandOver(world, right)).handOver(staff)
  assert.equal((await world.balance(world.issuer)) - before, 12_000n)
})

it('handOverGift_failsAwayFromTheDesk', async (world) => {
  const right = await gift(world)
  const { handOver } = await signGiftHandOver(world, right)
  for (const from of [world.buyer, world.stranger]) {
    await refuses(world, () => handOver(from), 'NotDesk', BigInt(right), from)
  }
})

it('handOverGift_failsForASendWithAPrice', async (world) => {
  const right = await gift(world, 700n)
  const { handOver } = await signGiftHandOver(world, right)
  await refuses(world, handOver, 'NotAGift', BigInt(right))
})

it('handOverGift_failsUnlessTheRightIsSent', async (world) => {
  const { right } = await world.sold()
  const { handOver } = await signGiftHandOver(world, right)
  await refuses(world, handOver, 'WrongState', BigInt(right), 1)
})

it('handOverGift_takesSignaturesOfAtMostTenMinutes', async (world) => {
  const right = await gift(world)
  const now = (await world.now()) + 60
  await world.nextAt(now)
  for (const expiry of [0, now - 1, now, now + 601]) {
    const { handOver } = await signGiftHandOver(world, right, { expiry })
    await refuses(world, handOver, 'SignatureExpired', expiry)
  }
  await (await signGiftHandOver(world, right, { expiry: now + 600 })).handOver()
})

const differences: [string, Record<string, unknown>][] = [
  ['issuer', { issuer: '0x00000000000000000000000000000000000000aa' }],
  ['nonce', { nonce: 0 }],
  ['right', { id: 7n }],
  ['expiry', { expiry: 1 }],
]
for (const [what, signed] of differences) {
  it(`handOverGift_failsFor another ${what} than was signed`, async (world) => {
    const right = await gift(world)
    const { handOver } = await signGiftHandOver(world, right, { signed })
    await refuses(world, handOver, 'SignatureInvalid', keyAccount('link'))
  })
}

it('handOverGift_failsForAClaimOfTheSameKey', async (world) => {
  const right = await gift(world)
  const { handOver } = await signGiftHandOver(world, right)
  const { signature } = await signClaim(world, right)
  await refuses(world, () => handOver(world.issuer, signature), 'SignatureInvalid')
})

it('handOverGift_endsAtTheRedeemByDayUnlessTheRightWasLeftUnserved', async (world) => {
  const dated = await datedTerms(world)
  const { right, series, terms } = await world.sold(dated)
  await world.buy(series, terms, { from: world.other })
  await sendRight(world, right, { until: await inDays(world, 100) })
  const snapshot = await world.ask('evm_snapshot')
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  const late = await signGiftHandOver(world, right)
  await refuses(world, late.handOver, 'PastRedeemBy', BigInt(right))
  await world.ask('evm_revert', [snapshot])

  await world.call(world.buyer, 'takeBack', [right])
  await leaveUnserved(world, right)
  await sendRight(world, right, { until: await inDays(world, 100) })
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  await (await signGiftHandOver(world, right)).handOver()
})
