import assert from 'node:assert/strict'
import type { RightId } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { act, answerTo, callBack, publishAs, puppetThat } from './helpers/accounts-with-code.ts'
import {
  coinsOf,
  datedTerms,
  dispute,
  escrowTerms,
  fund,
  leaveUnserved,
  list,
  sendRight,
  ship,
  soldForCoin,
  soldInEscrow,
} from './helpers/scenes.ts'
import { stateOf, wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, type World, ZERO } from './world.ts'

const it = worldTests()
const PRICE = 12_000n
const refund = (world: World, right: string, from = world.issuer, value = 0n) =>
  world.call(from, 'refund', [right], value)

it('refund_byTheIssuerOfADirectSeriesPaysWithTheCall', async (world) => {
  const { right } = await world.sold()
  const before = await world.balance(world.buyer)

  const receipt = await refund(world, right, world.issuer, PRICE)

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Moved'])
  assert.equal(receipt.events[1]!.args['word'], await world.read('wordOf', right))
  assert.equal((await world.balance(world.buyer)) - before, PRICE)
  const state = await stateOf(world, right)
  assert.deepEqual(
    [state?.state, state?.holder, state?.until],
    ['refunded', world.buyer, receipt.blockTime],
  )
  const again = () => refund(world, right, world.issuer, PRICE)
  await refuses(world, again, 'ERC721NonexistentToken', BigInt(right))
})

it('refund_ofADirectSeriesFailsForAnyOtherValue', async (world) => {
  const { right } = await world.sold()
  for (const value of [0n, PRICE - 1n, PRICE + 1n]) {
    await refuses(
      world,
      () => refund(world, right, world.issuer, value),
      'WrongValue',
      PRICE,
      value,
    )
  }
})

it('refund_ofADirectSeriesInACoinIsPulledFromTheIssuer', async (world) => {
  const { right } = await soldForCoin(world)
  const value = () => refund(world, right, world.issuer, 1n)
  await refuses(world, value, 'WrongValue', 0, 1)
  await refuses(world, () => refund(world, right), 'CoinRefused', world.coin.at)
  await fund(world, world.issuer, 12_000_000n)
  await refund(world, right)
  assert.equal(await coinsOf(world, world.buyer), 100_000_000n)
})

it('refund_ofADirectSeriesInACoinThatShutsTheHolderOutWaitsHere', async (world) => {
  const odd = await world.oddCoin()
  for (const who of [world.buyer, world.issuer]) {
    await world.callOn(world.deployer, odd, 'mint', [who, PRICE])
    await world.callOn(who, odd, 'approve', [world.rights.at, PRICE])
  }
  const { right } = await world.sold({ currency: odd.at })
  await world.callOn(world.deployer, odd, 'shut', [world.buyer])

  const receipt = await refund(world, right)

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Moved', 'Credited'])
  assert.equal(await world.read('creditIn', odd.at, world.buyer), PRICE)
})

const moments: [string, (world: World, right: RightId) => Promise<unknown>][] = [
  ['held', async () => {}],
  ['listed', (world, right) => list(world, right)],
  ['sent', (world, right) => sendRight(world, right)],
  ['requested', (world, right) => world.request(right)],
  ['shipped', (world, right) => ship(world, right)],
  ['disputed', (world, right) => dispute(world, right)],
]
for (const [state, bring] of moments) {
  it(`refund_byTheIssuerFromEscrowWhile ${state}`, async (world) => {
    const { right } = await soldInEscrow(world)
    await bring(world, right)
    const before = await world.balance(world.buyer)
    await refund(world, right)
    assert.equal((await world.balance(world.buyer)) - before, PRICE)
    assert.equal((await stateOf(world, right))?.state, 'refunded')
  })
}

it('refund_fromEscrowTakesNoMoneyWithTheCall', async (world) => {
  const { right } = await soldInEscrow(world)
  const paying = () => refund(world, right, world.issuer, PRICE)
  await refuses(world, paying, 'WrongValue', 0, PRICE)
})

it('refund_byTheHolderOnlyWhenAnEscrowRightWasLeftUnserved', async (world) => {
  const { right } = await soldInEscrow(world)
  const own = () => refund(world, right, world.buyer)
  await refuses(world, own, 'NotRefundable', BigInt(right), world.buyer)
  await leaveUnserved(world, right)
  const stranger = () => refund(world, right, world.stranger)
  await refuses(world, stranger, 'NotRefundable', BigInt(right), world.stranger)
  await list(world, right)
  await refuses(world, own, 'NotRefundable', BigInt(right), world.buyer)
  await world.call(world.buyer, 'unlist', [right])

  await own()

  assert.equal(await world.balance(world.rights.at), 0n)
})

it('refund_byTheHolderAfterSilence', async (world) => {
  const { right } = await soldInEscrow(world)
  const { blockTime } = await world.request(right)
  const until = blockTime + 7 * DAY_SECONDS
  const own = () => refund(world, right, world.buyer)
  await world.nextAt(until - 1)
  await refuses(world, own, 'NotRefundable', BigInt(right), world.buyer)
  await world.nextAt(until)
  await own()
})

it('refund_byTheHolderOfADirectSeriesIsNone', async (world) => {
  const { right } = await world.sold()
  await leaveUnserved(world, right)
  const own = () => refund(world, right, world.buyer, PRICE)
  await refuses(world, own, 'NotRefundable', BigInt(right), world.buyer)
})

it('refund_isAnyonesWhenADisputeWasNotRuledOnInTime', async (world) => {
  const { right } = await soldInEscrow(world)
  const { blockTime } = await dispute(world, right)
  const until = blockTime + 21 * DAY_SECONDS
  const refunding = () => refund(world, right, world.stranger)
  await world.nextAt(until - 1)
  await refuses(world, refunding, 'NotRefundable', BigInt(right), world.stranger)
  const before = await world.balance(world.buyer)
  await world.nextAt(until)
  await refunding()
  assert.equal((await world.balance(world.buyer)) - before, PRICE)
})

it('refund_goesToThePresentHolder', async (world) => {
  const { right } = await soldInEscrow(world)
  await world.call(world.buyer, 'transferFrom', [world.buyer, world.other, right])
  const before = await world.balance(world.other)
  await refund(world, right)
  assert.equal((await world.balance(world.other)) - before, PRICE)
})

it('refund_failsForARightThatDoesNotExist', async (world) => {
  await refuses(world, () => refund(world, '7'), 'ERC721NonexistentToken', 7)
})

it('refund_cannotBeEnteredAgainFromTheHolder', async (world) => {
  const { series, terms, right } = await soldInEscrow(world)
  await world.buy(series, terms)
  const puppet = await world.puppet()
  await world.call(world.buyer, 'transferFrom', [world.buyer, puppet.at, right])
  await callBack(world, puppet, 'withdraw', [ZERO, puppet.at])
  await refund(world, right)
  assert.equal(await answerTo(world, puppet), 'Reentered')
})

it('refund_byAnIssuerWithCode', async (world) => {
  const puppet = await puppetThat(world, 'accept')
  const { series, terms } = await publishAs(world, puppet)
  await world.buy(series, terms)
  const right = packRightId(series, 1n)
  await act(world, puppet, 'refund', [right], PRICE)
  assert.equal((await stateOf(world, right))?.state, 'refunded')
})

it('lapse_isAnyonesOnTheRedeemByDayAndNotBefore', async (world) => {
  const terms = await escrowTerms(world)
  const { right } = await world.sold(terms)
  const day = terms.redeemByDay as number
  const lapsing = () => world.call(world.stranger, 'lapse', [right])
  await world.nextAt(day * DAY_SECONDS - 1)
  await refuses(world, lapsing, 'NotLapsed', BigInt(right))
  const before = await world.balance(world.buyer)
  await world.nextAt(day * DAY_SECONDS)

  const receipt = await lapsing()

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Moved'])
  assert.equal((await world.balance(world.buyer)) - before, PRICE)
  assert.equal((await stateOf(world, right))?.state, 'lapsed')
})

it('lapse_ofADirectSeriesMovesNoMoney', async (world) => {
  const dated = await datedTerms(world)
  const { right } = await world.sold(dated)
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  await world.call(world.stranger, 'lapse', [right])
  assert.equal((await wordOf(world, right)).state, 'lapsed')
})

for (const state of ['listed', 'sent'] as const) {
  it(`lapse_ends a ${state} right too`, async (world) => {
    const dated = await datedTerms(world)
    const { right } = await world.sold(dated)
    const until = (dated.redeemByDay + 9) * DAY_SECONDS
    await (state === 'listed' ? list(world, right, { until }) : sendRight(world, right, { until }))
    await world.goTo(dated.redeemByDay * DAY_SECONDS)
    await world.call(world.stranger, 'lapse', [right])
    assert.equal(await world.read('balanceOf', world.buyer), 0n)
  })
}

it('lapse_neverEndsARightThatWasLeftUnserved', async (world) => {
  const terms = await escrowTerms(world)
  const { right } = await world.sold(terms)
  await leaveUnserved(world, right)
  await world.goTo((terms.redeemByDay as number) * DAY_SECONDS)
  const lapsing = () => world.call(world.stranger, 'lapse', [right])
  await refuses(world, lapsing, 'NotLapsed', BigInt(right))
})

it('lapse_failsWithoutARedeemByDayAndWhileAskedFor', async (world) => {
  const { right } = await world.sold()
  const lapsing = () => world.call(world.stranger, 'lapse', [right])
  await refuses(world, lapsing, 'NotLapsed', BigInt(right))
  await world.request(right)
  await refuses(world, lapsing, 'WrongState', BigInt(right), 4)
})
