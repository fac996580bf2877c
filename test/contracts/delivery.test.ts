import assert from 'node:assert/strict'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { peopleOf } from './helpers/people.ts'
import {
  handOver,
  leaveUnserved,
  list,
  SOME_HASH,
  ship,
  soldForDelivery,
  soldInEscrow,
  ZERO_HASH,
} from './helpers/scenes.ts'
import { stateOf, wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, ZERO } from './world.ts'

const it = worldTests()

it('accept_promisesTheHandOverForTheWholePeriod', async (world) => {
  const { right } = await world.sold()
  await world.request(right)

  const receipt = await world.call(world.issuer, 'accept', [right, 0])

  assert.deepEqual(eventNames(receipt), ['Moved'])
  const word = await wordOf(world, right)
  assert.deepEqual(
    [word.state, word.auxLive, word.nonce, word.until],
    ['accepted-pick-up', true, 2, receipt.blockTime + 7 * DAY_SECONDS],
  )
  await handOver(world, right)
})

it('accept_promisesAnEarlierTimeButNoneThatIsOverOrTooLate', async (world) => {
  const { right } = await soldForDelivery(world)
  await world.request(right, world.buyer, 'delivery')
  const now = (await world.now()) + 60
  await world.nextAt(now)
  for (const until of [1, now - 1, now, now + 7 * DAY_SECONDS + 1, 2n ** 256n - 1n]) {
    const accepting = () => world.call(world.issuer, 'accept', [right, until])
    await refuses(world, accepting, 'UntilOutOfBounds', until)
  }
  const { staff } = peopleOf(world)
  await world.call(world.issuer, 'setStaff', [staff, true])
  await world.nextAt(now + 60)
  await world.call(staff, 'accept', [right, now + 61])
  assert.equal((await wordOf(world, right)).state, 'accepted-delivery')
})

it('accept_failsAwayFromTheDeskAndUnlessRequested', async (world) => {
  const { right } = await world.sold()
  const held = () => world.call(world.issuer, 'accept', [right, 0])
  await refuses(world, held, 'WrongState', BigInt(right), 1)
  await world.request(right)
  for (const caller of [world.buyer, world.stranger]) {
    const accepting = () => world.call(caller, 'accept', [right, 0])
    await refuses(world, accepting, 'NotDesk', BigInt(right), caller)
  }
  await world.call(world.issuer, 'accept', [right, 0])
  await refuses(world, held, 'WrongState', BigInt(right), 6)
})

it('refuse_leavesTheRightHeldAndUnserved', async (world) => {
  const { right } = await world.sold()

  const receipt = await leaveUnserved(world, right)

  assert.deepEqual(eventNames(receipt), ['Refused', 'Moved'])
  assert.deepEqual([...receipt.events[0]!.args], [BigInt(right), 3n])
  const word = await wordOf(world, right)
  assert.deepEqual(
    [word.state, word.unserved, word.auxLive, word.until, word.nonce],
    ['held', true, false, 0, 2],
  )
  assert.equal(await world.read('auxiliaryOf', right), ZERO_HASH)
})

it('refuse_takesAnAcceptanceBackAndARequestWithoutACommitment', async (world) => {
  const { right } = await world.sold()
  await world.call(world.buyer, 'request', [right, 0, ZERO_HASH])
  await world.call(world.issuer, 'refuse', [right, 255])
  await world.request(right)
  await world.call(world.issuer, 'accept', [right, 0])
  await world.call(world.issuer, 'refuse', [right, 0])
  assert.equal((await wordOf(world, right)).unserved, true)
})

it('refuse_failsAwayFromTheDeskAndUnlessRequestedOrAccepted', async (world) => {
  const { right } = await soldForDelivery(world)
  const refusing = () => world.call(world.issuer, 'refuse', [right, 0])
  await refuses(world, refusing, 'WrongState', BigInt(right), 1)
  await ship(world, right)
  await refuses(world, refusing, 'WrongState', BigInt(right), 8)
  const stranger = () => world.call(world.buyer, 'refuse', [right, 0])
  await refuses(world, stranger, 'NotDesk', BigInt(right), world.buyer)
})

it('ship_givesTheHolderTheDisputePeriod', async (world) => {
  const { right } = await soldForDelivery(world)

  const receipt = await ship(world, right)

  assert.deepEqual(eventNames(receipt), ['Shipped', 'Moved'])
  assert.deepEqual([...receipt.events[0]!.args], [BigInt(right), SOME_HASH])
  const word = await wordOf(world, right)
  assert.deepEqual(
    [word.state, word.auxLive, word.until],
    ['shipped', true, receipt.blockTime + 21 * DAY_SECONDS],
  )
})

it('ship_failsAwayFromTheDeskAndUnlessADeliveryIsAccepted', async (world) => {
  const { right } = await soldForDelivery(world)
  const shipping = () => world.call(world.issuer, 'ship', [right, SOME_HASH])
  await refuses(world, shipping, 'WrongState', BigInt(right), 1)
  await world.request(right)
  await world.call(world.issuer, 'accept', [right, 0])
  await refuses(world, shipping, 'WrongState', BigInt(right), 6)
  const stranger = () => world.call(world.buyer, 'ship', [right, SOME_HASH])
  await refuses(world, stranger, 'NotDesk', BigInt(right), world.buyer)
})

it('confirm_burnsTheRightFromEveryStateSinceTheRequest', async (world) => {
  const { right } = await soldForDelivery(world)
  const snapshots = [await world.ask('evm_snapshot')]
  for (const step of ['request', 'accept', 'ship']) {
    if (step === 'request') await world.request(right, world.buyer, 'delivery')
    if (step === 'accept') await world.call(world.issuer, 'accept', [right, 0])
    if (step === 'ship') await world.call(world.issuer, 'ship', [right, SOME_HASH])
    snapshots.push(await world.ask('evm_snapshot'))
    const receipt = await world.call(world.buyer, 'confirm', [right])
    assert.deepEqual(eventNames(receipt), ['Transfer'], step)
    await world.ask('evm_revert', [snapshots.pop()])
  }
})

it('confirm_paysTheIssuerFromEscrow', async (world) => {
  const { right } = await soldInEscrow(world)
  await ship(world, right)
  const before = await world.balance(world.issuer)
  await world.call(world.buyer, 'confirm', [right])
  assert.equal((await world.balance(world.issuer)) - before, 12_000n)
  assert.equal(await world.balance(world.rights.at), 0n)
})

it('confirm_failsForAnyoneButTheHolderAndUnlessAskedFor', async (world) => {
  const { right } = await world.sold()
  const confirming = () => world.call(world.buyer, 'confirm', [right])
  await refuses(world, confirming, 'WrongState', BigInt(right), 1)
  await list(world, right)
  await refuses(world, confirming, 'WrongState', BigInt(right), 2)
  await world.call(world.buyer, 'unlist', [right])
  await world.request(right)
  const issuers = () => world.call(world.issuer, 'confirm', [right])
  await refuses(world, issuers, 'NotHolder', BigInt(right), world.issuer)
})

it('complete_isAnyonesPastTheDisputePeriodAndNotBefore', async (world) => {
  const { right } = await soldInEscrow(world)
  const { blockTime } = await ship(world, right)
  const until = blockTime + 21 * DAY_SECONDS
  const completing = () => world.call(world.stranger, 'complete', [right])
  await world.nextAt(until - 1)
  await refuses(world, completing, 'DeadlineAhead', BigInt(right), until)
  const before = await world.balance(world.issuer)
  await world.nextAt(until)

  const receipt = await completing()

  assert.deepEqual(eventNames(receipt), ['Transfer'])
  assert.deepEqual([...receipt.events[0]!.args], [world.buyer, ZERO, BigInt(right)])
  assert.equal((await world.balance(world.issuer)) - before, 12_000n)
})

it('complete_failsUnlessShipped', async (world) => {
  const { right } = await soldForDelivery(world)
  await world.request(right, world.buyer, 'delivery')
  const completing = () => world.call(world.stranger, 'complete', [right])
  await refuses(world, completing, 'WrongState', BigInt(right), 5)
})

it('handOver_worksWhileShipped', async (world) => {
  const { right } = await soldForDelivery(world)
  await ship(world, right)
  await handOver(world, right)
  assert.equal((await stateOf(world, right))?.state, 'redeemed')
})

it('accept_thatRanOutLeavesTheRightUnserved', async (world) => {
  const { right } = await soldForDelivery(world)
  await world.request(right, world.buyer, 'delivery')
  const { blockTime } = await world.call(world.issuer, 'accept', [right, 0])
  const until = blockTime + 7 * DAY_SECONDS
  const snapshot = await world.ask('evm_snapshot')
  await world.nextAt(until - 1)
  await world.call(world.issuer, 'ship', [right, SOME_HASH])
  await world.ask('evm_revert', [snapshot])
  await world.goTo(until)
  const shipping = () => world.call(world.issuer, 'ship', [right, SOME_HASH])
  await refuses(world, shipping, 'WrongState', BigInt(right), 1)
  assert.equal((await wordOf(world, right)).unserved, true)
})
