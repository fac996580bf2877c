import assert from 'node:assert/strict'
import type { SeriesId } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { peopleOf } from './helpers/people.ts'
import { datedTerms, escrowTerms } from './helpers/scenes.ts'
import { seriesOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, type World } from './world.ts'

const it = worldTests()
const UNKNOWN = `0x${'01'.repeat(24)}` as SeriesId

const attested = async (world: World) =>
  world.publish({ terms: { attestor: peopleOf(world).attestor }, limit: 0 })

it('close_endsTheSaleForGood', async (world) => {
  const { series, terms } = await world.sold()

  const receipt = await world.call(world.issuer, 'close', [series])

  assert.deepEqual(eventNames(receipt), ['Closed'])
  assert.deepEqual([...receipt.events[0]!.args], [series, 1n])
  const kept = await seriesOf(world, series)
  assert.deepEqual([kept.sold, kept.limit, kept.flags], [1, 1, 1 | 4])
  await refuses(world, () => world.buy(series, terms), 'SoldOut', series, 0)
  const raising = () => world.call(world.issuer, 'raiseLimit', [series, 10])
  await refuses(world, raising, 'SeriesClosed', series)
})

it('close_leavesWhatWasSoldAsItIs', async (world) => {
  const { series, right } = await world.sold()
  await world.call(world.issuer, 'close', [series])
  await world.request(right)
})

it('close_failsTwice', async (world) => {
  const { series } = await world.publish()
  await world.call(world.issuer, 'close', [series])
  await refuses(world, () => world.call(world.issuer, 'close', [series]), 'SeriesClosed', series)
})

it('close_failsForAnyoneButTheIssuer', async (world) => {
  const { staff, attestor } = peopleOf(world)
  const { series } = await attested(world)
  await world.call(world.issuer, 'setStaff', [staff, true])
  for (const caller of [staff, attestor, world.buyer]) {
    await refuses(world, () => world.call(caller, 'close', [series]), 'NotIssuer', series, caller)
  }
})

it('close_raiseLimit_extend_failForAnUnknownSeries', async (world) => {
  const calls = { close: [UNKNOWN], raiseLimit: [UNKNOWN, 5], extend: [UNKNOWN, 30_000] }
  for (const [name, args] of Object.entries(calls)) {
    await refuses(world, () => world.call(world.issuer, name, args), 'SeriesUnknown', UNKNOWN)
  }
})

it('raiseLimit_letsMoreBeSold', async (world) => {
  const { series, terms } = await world.publish({ limit: 1 })
  await world.buy(series, terms)

  const receipt = await world.call(world.issuer, 'raiseLimit', [series, 3])

  assert.deepEqual(eventNames(receipt), ['LimitRaised'])
  assert.deepEqual([...receipt.events[0]!.args], [series, 3n])
  await world.buy(series, terms, { quantity: 2 })
  await refuses(world, () => world.buy(series, terms), 'SoldOut', series, 0)
})

it('raiseLimit_failsUnlessItGrowsWithinTheSupply', async (world) => {
  const { series } = await world.publish({ limit: 4 })
  for (const limit of [0n, 3n, 4n, 11n, 2n ** 20n, 2n ** 256n - 1n]) {
    const raising = () => world.call(world.issuer, 'raiseLimit', [series, limit])
    await refuses(world, raising, 'LimitOutOfBounds', limit)
  }
  await world.call(world.issuer, 'raiseLimit', [series, 10])
})

it('raiseLimit_failsForAnyoneButTheIssuer', async (world) => {
  const { series } = await world.publish({ limit: 4 })
  const { staff } = peopleOf(world)
  await world.call(world.issuer, 'setStaff', [staff, true])
  for (const caller of [staff, world.buyer]) {
    const raising = () => world.call(caller, 'raiseLimit', [series, 5])
    await refuses(world, raising, 'NotIssuer', series, caller)
  }
})

it('raiseLimit_isTheAttestorsAloneWhereThereIsOne', async (world) => {
  const { series, terms } = await attested(world)
  const { attestor } = peopleOf(world)
  const { issuer, buyer } = world
  for (const caller of [issuer, buyer]) {
    const raising = () => world.call(caller, 'raiseLimit', [series, 5])
    await refuses(world, raising, 'NotAttestor', series, caller)
  }

  await world.call(attestor, 'raiseLimit', [series, 2])

  await world.buy(series, terms, { quantity: 2 })
})

it('raiseLimit_findsTheAttestorBehindAnArbiter', async (world) => {
  const { attestor } = peopleOf(world)
  const terms = await escrowTerms(world, { attestor })
  const { series } = await world.publish({ terms, limit: 0 })
  await world.call(attestor, 'raiseLimit', [series, 2])
  assert.equal((await seriesOf(world, series)).limit, 2)
})

it('extend_movesTheRedeemByDayOfEveryRightLater', async (world) => {
  const dated = await datedTerms(world)
  const { series, right } = await world.sold(dated)
  const later = dated.redeemByDay + 1

  const receipt = await world.call(world.issuer, 'extend', [series, later])

  assert.deepEqual(eventNames(receipt), ['Extended'])
  assert.deepEqual([...receipt.events[0]!.args], [series, BigInt(later)])
  await world.nextAt(later * DAY_SECONDS - 1)
  await world.request(right)
})

it('extend_changesNothingElseOfTheTerms', async (world) => {
  const dated = await datedTerms(world)
  const { series } = await world.publish({ terms: { ...dated, royaltyBps: 700, answerDays: 7 } })
  const before = await seriesOf(world, series)

  await world.call(world.issuer, 'extend', [series, 65_535])

  assert.deepEqual(await seriesOf(world, series), { ...before, redeemByDay: 65_535 })
})

it('extend_failsUnlessItMovesLater', async (world) => {
  const dated = await datedTerms(world)
  const { series } = await world.publish({ terms: dated })
  for (const day of [0, dated.redeemByDay - 1, dated.redeemByDay]) {
    const extending = () => world.call(world.issuer, 'extend', [series, day])
    await refuses(world, extending, 'RedeemByFixed', series)
  }
})

it('extend_failsWithoutARedeemByDay', async (world) => {
  const { series } = await world.publish()
  const extending = () => world.call(world.issuer, 'extend', [series, 65_535])
  await refuses(world, extending, 'RedeemByFixed', series)
})

it('extend_failsWithMoneyInEscrow', async (world) => {
  const { series } = await world.publish({ terms: await escrowTerms(world) })
  const extending = () => world.call(world.issuer, 'extend', [series, 65_535])
  await refuses(world, extending, 'RedeemByFixed', series)
})

it('extend_failsForAnyoneButTheIssuer', async (world) => {
  const { series } = await world.publish({ terms: await datedTerms(world) })
  const extending = () => world.call(world.buyer, 'extend', [series, 65_535])
  await refuses(world, extending, 'NotIssuer', series, world.buyer)
})

it('setStaff_namesAndDismisses', async (world) => {
  const { staff } = peopleOf(world)
  const { right } = await world.sold()
  await world.request(right)

  const receipt = await world.call(world.issuer, 'setStaff', [staff, true])

  assert.deepEqual(eventNames(receipt), ['StaffSet'])
  assert.deepEqual([...receipt.events[0]!.args], [world.issuer, staff, true])
  assert.equal(await world.read('isStaff', world.issuer, staff), true)
  await world.call(world.issuer, 'setStaff', [staff, false])
  assert.equal(await world.read('isStaff', world.issuer, staff), false)
  const accepting = () => world.call(staff, 'accept', [right, 0])
  await refuses(world, accepting, 'NotDesk', BigInt(right), staff)
})

it('setStaff_servesNoOtherIssuersDesk', async (world) => {
  const { staff } = peopleOf(world)
  await world.call(world.other, 'setStaff', [staff, true])
  const { right } = await world.sold()
  await world.request(right)
  const accepting = () => world.call(staff, 'accept', [right, 0])
  await refuses(world, accepting, 'NotDesk', BigInt(right), staff)
})

it('staff_neverRefundsOrSells', async (world) => {
  const { staff } = peopleOf(world)
  await world.call(world.issuer, 'setStaff', [staff, true])
  const { series, right } = await world.sold()
  const refunding = () => world.call(staff, 'refund', [right], 12_000n)
  await refuses(world, refunding, 'NotRefundable', BigInt(right), staff)
  const extending = () => world.call(staff, 'extend', [series, 65_535])
  await refuses(world, extending, 'NotIssuer', series, staff)
  assert.equal(packRightId(series, 1n), right)
})
