import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { effectiveState, redeemedWord } from '../../src/domain/effective-state.ts'
import type { RightId } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { createWorld, eventNames, failsWith, SECRET, type World, ZERO } from './world.ts'

let world: World
let snapshot: string
before(async () => {
  world = await createWorld()
})
after(() => world.close())
beforeEach(async () => {
  snapshot = await world.ask('evm_snapshot')
})
afterEach(() => world.ask('evm_revert', [snapshot]))

const NO_COMMITMENT = `0x${'00'.repeat(32)}`
const stateOf = async (right: RightId) =>
  effectiveState(await world.read('wordOf', right), await world.now())
const handOver = (right: RightId, secret = SECRET, from = world.stranger) =>
  world.call(from, 'handOver', [secret, right])

test('request_locksTheRightUntilTheAnswerPeriodIsOver', async () => {
  const { right } = await world.sold()

  const receipt = await world.request(right)

  assert.deepEqual(eventNames(receipt), ['Moved'])
  assert.equal(receipt.events[0]!.args['word'], await world.read('wordOf', right))
  const until = receipt.blockTime + 7 * DAY_SECONDS
  assert.deepEqual(await stateOf(right), {
    state: 'requested',
    holder: world.buyer,
    way: 'pick-up',
    nonce: 1,
    until,
    price: null,
    unserved: false,
    transferable: false,
    burned: false,
  })
  assert.equal(await world.read('locked', right), true)
  assert.equal(await world.read('auxiliaryOf', right), world.commitTo(right, world.buyer))
  assert.equal(await world.read('ownerOf', right), world.buyer)
})

test('request_byDelivery', async () => {
  const { right } = await world.sold({ ways: ['delivery'], disputeDays: 21 })

  await world.request(right, world.buyer, 'delivery')

  assert.equal((await stateOf(right))?.way, 'delivery')
  const asked = world.request(right, world.buyer, 'delivery')
  await assert.rejects(asked, failsWith('WrongState', BigInt(right), 5))
})

test('request_failsForAWayThatIsNotOffered', async () => {
  const { right } = await world.sold()
  const asking = world.request(right, world.buyer, 'delivery')
  await assert.rejects(asking, failsWith('WayNotOffered', BigInt(right), 1))
})

test('request_failsForAnyoneButTheHolder', async () => {
  const { right } = await world.sold()
  await world.call(world.buyer, 'approve', [world.other, right])
  for (const caller of [world.other, world.issuer]) {
    await assert.rejects(
      world.request(right, caller),
      failsWith('NotHolder', BigInt(right), caller),
    )
  }
})

test('request_failsTwice', async () => {
  const { right } = await world.sold()
  await world.request(right)
  await assert.rejects(world.request(right), failsWith('WrongState', BigInt(right), 4))
})

test('request_withoutACommitmentLeavesOnlyTheHoldersConfirmation', async () => {
  const { right } = await world.sold()
  await world.call(world.buyer, 'request', [right, 0, NO_COMMITMENT])

  assert.equal(await world.read('auxiliaryOf', right), NO_COMMITMENT)
  await assert.rejects(handOver(right), failsWith('SecretWrong', BigInt(right)))
  await world.call(world.buyer, 'confirm', [right])
})

test('request_failsForARightThatDoesNotExist', async () => {
  const { series } = await world.sold()
  const unsold = packRightId(series, 2n)
  await assert.rejects(world.request(unsold), failsWith('ERC721NonexistentToken', BigInt(unsold)))
})

test('withdrawRequest_givesTheRightBackToItsHolder', async () => {
  const { right } = await world.sold()
  await world.request(right)

  const receipt = await world.call(world.buyer, 'withdrawRequest', [right])

  assert.deepEqual(eventNames(receipt), ['Moved'])
  const state = await stateOf(right)
  assert.deepEqual(
    [state?.state, state?.nonce, state?.until, state?.unserved],
    ['held', 2, null, false],
  )
  assert.equal(await world.read('locked', right), false)
  await assert.rejects(handOver(right), failsWith('WrongState', BigInt(right), 1))
})

test('withdrawRequest_failsForARightThatIsNotRequested', async () => {
  const { right } = await world.sold()
  const withdrawing = world.call(world.buyer, 'withdrawRequest', [right])
  await assert.rejects(withdrawing, failsWith('WrongState', BigInt(right), 1))
})

test('handOver_burnsTheRightAndKeepsItsTombstone', async () => {
  const { series, terms, right } = await world.sold()
  await world.request(right)
  const before = await world.read('wordOf', right)

  const receipt = await handOver(right)

  assert.deepEqual(eventNames(receipt), ['Transfer'])
  assert.deepEqual([...receipt.events[0]!.args], [world.buyer, ZERO, BigInt(right)])
  assert.equal(await world.read('wordOf', right), redeemedWord(before, receipt.blockTime))
  const state = await stateOf(right)
  assert.deepEqual(
    [state?.state, state?.holder, state?.until, state?.burned],
    ['redeemed', world.buyer, receipt.blockTime, true],
  )
  assert.equal(await world.read('balanceOf', world.buyer), 0n)
  await assert.rejects(
    world.read('ownerOf', right),
    failsWith('ERC721NonexistentToken', BigInt(right)),
  )
  await assert.rejects(handOver(right), failsWith('ERC721NonexistentToken', BigInt(right)))
  await assert.rejects(world.request(right), failsWith('ERC721NonexistentToken', BigInt(right)))
  // The serial stays dead: the next sale has the next one.
  await world.buy(series, terms)
  assert.equal(await world.read('ownerOf', packRightId(series, 2n)), world.buyer)
})

test('handOver_hasTheSameEffectWhoeverSendsTheSecret', async () => {
  const words = new Set<bigint>()
  const { right } = await world.sold()
  const { blockTime } = await world.request(right)
  for (const from of [world.buyer, world.issuer, world.stranger]) {
    const snapshot = await world.ask('evm_snapshot')
    await world.nextAt(blockTime + 60)
    await handOver(right, SECRET, from)
    words.add(await world.read('wordOf', right))
    await world.ask('evm_revert', [snapshot])
  }

  assert.equal(words.size, 1)
})

test('handOver_failsForAnotherSecret', async () => {
  const { right } = await world.sold()
  await world.request(right)
  for (const secret of [`0x${'00'.repeat(16)}`, `0x${'ab'.repeat(15)}ac`]) {
    await assert.rejects(handOver(right, secret), failsWith('SecretWrong', BigInt(right)))
  }
})

test('handOver_failsForASecretOfAnotherRightOrHolder', async () => {
  const { series, terms, right } = await world.sold()
  await world.buy(series, terms)
  const second = packRightId(series, 2n)
  await world.call(world.buyer, 'request', [second, 0, world.commitTo(right, world.buyer)])
  await assert.rejects(handOver(second), failsWith('SecretWrong', BigInt(second)))

  await world.call(world.buyer, 'request', [right, 0, world.commitTo(right, world.other)])
  await assert.rejects(handOver(right), failsWith('SecretWrong', BigInt(right)))
})

test('handOver_failsWithoutARequest', async () => {
  const { right } = await world.sold()
  await assert.rejects(handOver(right), failsWith('WrongState', BigInt(right), 1))
})

for (const [when, offset, works] of [
  ['oneSecondBefore', -1, true],
  ['at', 0, false],
  ['oneSecondAfter', 1, false],
] as const) {
  test(`request_isStillOpen_${works}_${when}_itsAnswerBy`, async () => {
    const { right } = await world.sold()
    const { blockTime } = await world.request(right)
    const time = blockTime + 7 * DAY_SECONDS + offset

    await world.goTo(time)
    assert.equal(await world.read('locked', right), works)
    assert.equal((await stateOf(right))?.state, works ? 'requested' : 'held')
    assert.equal((await world.read('auxiliaryOf', right)) === NO_COMMITMENT, !works)
    // The next block would be a second later: `handOver_worksInTheLastSecond` sends in the last one.
    if (works) return
    await assert.rejects(handOver(right), failsWith('WrongState', BigInt(right), 1))
    const withdrawing = world.call(world.buyer, 'withdrawRequest', [right])
    await assert.rejects(withdrawing, failsWith('WrongState', BigInt(right), 1))
  })
}

test('handOver_worksInTheLastSecond', async () => {
  const { right } = await world.sold()
  const { blockTime } = await world.request(right)
  await world.nextAt(blockTime + 7 * DAY_SECONDS - 1)

  assert.equal((await handOver(right)).status, 1)
})

test('request_thatRanOutLeavesTheRightUnservedAndFree', async () => {
  const { right } = await world.sold()
  const { blockTime } = await world.request(right)
  await world.goTo(blockTime + 7 * DAY_SECONDS)

  const state = await stateOf(right)
  assert.deepEqual(
    [state?.state, state?.nonce, state?.unserved, state?.transferable],
    ['held', 2, true, true],
  )

  await world.call(world.buyer, 'transferFrom', [world.buyer, world.other, right])
  const moved = await stateOf(right)
  assert.deepEqual([moved?.holder, moved?.nonce, moved?.unserved], [world.other, 3, true])
  // Yesterday's commitment is dead with its request.
  await world.request(right, world.other)
  assert.equal((await handOver(right)).status, 1)
  assert.equal((await stateOf(right))?.unserved, false)
})

test('request_failsPastRedeemByUnlessTheRightWasLeftUnserved', async () => {
  const saleEndDay = Math.floor((await world.now()) / DAY_SECONDS) + 2
  const redeemByDay = saleEndDay + 14
  const { series, terms, right } = await world.sold({ saleEndDay, redeemByDay })
  await world.buy(series, terms)
  const late = packRightId(series, 2n)
  await world.nextAt(redeemByDay * DAY_SECONDS - 1)
  await world.request(right)

  await world.nextAt(redeemByDay * DAY_SECONDS)
  await assert.rejects(world.request(late), failsWith('PastRedeemBy', BigInt(late)))
  await world.nextAt((redeemByDay + 8) * DAY_SECONDS)
  await world.request(right)
})
