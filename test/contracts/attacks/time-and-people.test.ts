import assert from 'node:assert/strict'
import { packRightId } from '../../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../../src/domain/terms.ts'
import { act, behave, giveCode, publishAs, puppetThat } from '../helpers/accounts-with-code.ts'
import { peopleOf } from '../helpers/people.ts'
import { buy, buyThrough, purchaseOf } from '../helpers/purchase.ts'
import {
  datedTerms,
  dispute,
  escrowTerms,
  inDays,
  leaveUnserved,
  list,
  packed,
  SOME_HASH,
  sendRight,
  ship,
  soldInEscrow,
} from '../helpers/scenes.ts'
import { signClaim, signOffer, signRedemption } from '../helpers/signed.ts'
import { stateOf, wordOf } from '../helpers/words-of.ts'
import { refuses, worldTests } from '../helpers/world-tests.ts'
import { type World, ZERO } from '../world.ts'

const it = worldTests()
const BLOCK_GAS = 16_777_216

/** Which of two calls work in a block of that time, tried each on its own. */
async function which(world: World, time: number, calls: readonly (() => Promise<unknown>)[]) {
  const outcomes: boolean[] = []
  for (const call of calls) {
    const snapshot = await world.ask('evm_snapshot')
    await world.nextAt(time)
    outcomes.push(
      await call()
        .then(() => true)
        .catch(() => false),
    )
    await world.ask('evm_revert', [snapshot])
  }
  return outcomes
}

it('attack 43: at each second a send is claimed or free again, never both', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  await sendRight(world, right, { until })
  const { claim } = await signClaim(world, right, { deadline: until + DAY_SECONDS })
  const { buyer, other } = world
  const calls = [
    () => claim(world.stranger),
    () => world.call(buyer, 'transferFrom', [buyer, other, right]),
  ]
  assert.deepEqual(await which(world, until - 1, calls), [true, false])
  assert.deepEqual(await which(world, until, calls), [false, true])
  assert.deepEqual(await which(world, until + 1, calls), [false, true])
})

it('attack 43: at each second a request is answered or left unserved, and never lapses', async (world) => {
  const terms = await escrowTerms(world)
  const { right } = await world.sold(terms)
  const day = (terms.redeemByDay as number) * DAY_SECONDS
  await world.nextAt(day - 7 * DAY_SECONDS)
  await world.request(right)
  const calls = [
    () => world.call(world.issuer, 'accept', [right, 0]),
    () => world.call(world.buyer, 'refund', [right]),
    () => world.call(world.stranger, 'lapse', [right]),
  ]
  assert.deepEqual(await which(world, day - 1, calls), [true, false, false])
  assert.deepEqual(await which(world, day, calls), [false, true, false])
  assert.deepEqual(await which(world, day + 1, calls), [false, true, false])
})

it('attack 43: at each second a delivery is disputed or completed', async (world) => {
  const { right } = await soldInEscrow(world)
  const { blockTime } = await ship(world, right)
  const until = blockTime + 21 * DAY_SECONDS
  const calls = [
    () => world.call(world.buyer, 'dispute', [right, SOME_HASH]),
    () => world.call(world.stranger, 'complete', [right]),
  ]
  assert.deepEqual(await which(world, until - 1, calls), [true, false])
  assert.deepEqual(await which(world, until, calls), [false, true])
  assert.deepEqual(await which(world, until + 1, calls), [false, true])
})

it('attack 43: at each second a dispute is ruled on or refunded', async (world) => {
  const { right } = await soldInEscrow(world)
  const { blockTime } = await dispute(world, right)
  const until = blockTime + 21 * DAY_SECONDS
  const calls = [
    () => world.call(peopleOf(world).arbiter, 'rule', [right, 0]),
    () => world.call(world.stranger, 'refund', [right]),
  ]
  assert.deepEqual(await which(world, until - 1, calls), [true, false])
  assert.deepEqual(await which(world, until, calls), [false, true])
  assert.deepEqual(await which(world, until + 1, calls), [false, true])
})

it('attack 44: after a long silence of the chain a request is the holders to refund', async (world) => {
  const { right } = await soldInEscrow(world)
  await world.request(right)
  await world.goTo(await inDays(world, 400))
  const lapsing = () => world.call(world.stranger, 'lapse', [right])
  await refuses(world, lapsing, 'NotLapsed', BigInt(right))
  await world.call(world.buyer, 'refund', [right])
})

it('attack 44: after a long silence of the chain an unserved right is still asked for', async (world) => {
  const { right } = await soldInEscrow(world)
  await leaveUnserved(world, right)
  await world.goTo(await inDays(world, 400))
  await world.request(right)
  await world.call(world.issuer, 'accept', [right, 0])
})

it('attack 44: after a long silence of the chain a dispute refunds the holder', async (world) => {
  const { right } = await soldInEscrow(world)
  await dispute(world, right)
  await world.goTo(await inDays(world, 400))
  const before = await world.balance(world.buyer)
  await world.call(world.stranger, 'refund', [right])
  assert.equal((await world.balance(world.buyer)) - before, 12_000n)
})

it('attack 44: no period in the terms can be shorter than a day, nor a dispute than 21', async (world) => {
  for (const terms of [
    { answerDays: 0 },
    { handOverDays: 0 },
    { ways: ['delivery'] as const, disputeDays: 20 },
  ]) {
    await refuses(world, () => world.publish({ terms }), 'PeriodOutOfBounds')
  }
})

it('attack 45: an issuer who never answers locks a right for the answer period and no longer', async (world) => {
  const { right } = await world.sold()
  const { blockTime } = await world.request(right)
  await world.goTo(blockTime + 7 * DAY_SECONDS)
  assert.equal(await world.read('locked', right), false)
})

it('attack 45: a holder who asks and takes back again and again harms nobody', async (world) => {
  const { right } = await world.sold()
  for (let turn = 0; turn < 3; turn += 1) {
    await world.request(right)
    await world.call(world.buyer, 'withdrawRequest', [right])
  }
  assert.equal((await wordOf(world, right)).nonce, 6)
  await world.request(right)
  await world.call(world.issuer, 'accept', [right, 0])
  const late = () => world.call(world.buyer, 'withdrawRequest', [right])
  await refuses(world, late, 'WrongState', BigInt(right), 6)
})

it('attack 45: an issuer cannot lock, refuse or accept what nobody asked for', async (world) => {
  const { right } = await world.sold()
  for (const [name, args] of [
    ['accept', [right, 0]],
    ['refuse', [right, 0]],
    ['ship', [right, SOME_HASH]],
  ] as const) {
    const calling = () => world.call(world.issuer, name, [...args])
    await refuses(world, calling, 'WrongState', BigInt(right), 1)
  }
  await refuses(world, () => world.request(right, world.issuer), 'NotHolder')
})

it('attack 47: a person whose account has code buys, is paid and is given rights by their own call', async (world) => {
  const { series, terms } = await world.publish()
  const puppet = await puppetThat(world, 'accept')
  const person = await giveCode(world, world.buyer, puppet)
  await behave(world, person, 'refuse', 'refuse')

  await world.buy(series, terms)

  const right = packRightId(series, 1n)
  assert.equal(await world.read('ownerOf', right), world.buyer)
  await list(world, right)
  await world.call(world.other, 'take', [right, 1, 5_000, world.other], 5_000n)
  assert.equal(await world.read('creditIn', ZERO, world.buyer), 5_000n)
  await world.call(world.buyer, 'withdrawTo', [ZERO, world.stranger])
})

it('attack 48: 500 rights fit into a transaction, 501 are refused', async (world) => {
  const { series } = await world.publish({ terms: { supply: 1_000, shareBps: 100 } })
  const { contributor } = peopleOf(world)
  const most = purchaseOf(world, series, { quantity: 500, contributor })
  const receipt = await buy(world, most, 6_000_000n)
  assert.ok(receipt.gasUsed < BLOCK_GAS, `${receipt.gasUsed} gas`)
  const more = purchaseOf(world, series, { quantity: 501 })
  await refuses(world, () => buy(world, more, 6_012_000n), 'QuantityOutOfBounds', 501)
})

it('attack 49: an end in the past or beyond a year binds nobody', async (world) => {
  const { right } = await world.sold()
  const now = await world.now()
  for (const until of [0n, 1n, BigInt(now), 2n ** 32n - 1n, 2n ** 32n, 2n ** 40n]) {
    const listing = () => world.call(world.buyer, 'list', [right, packed(1n), ZERO, until])
    await refuses(world, listing, 'UntilOutOfBounds', until)
    const sending = () => world.call(world.buyer, 'send', [right, world.other, 0, until])
    await refuses(world, sending, 'UntilOutOfBounds', until)
  }
})

it('attack 49: an offer without an end in sight ends at the redeem-by day', async (world) => {
  const dated = await datedTerms(world)
  const { right } = await world.sold(dated)
  const { take } = await signOffer(world, right, { until: 2 ** 32 - 1 })
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  await refuses(world, () => take(world.other, 5_000n), 'PastRedeemBy', BigInt(right))
})

it('attack 49: a redeem-by day is never before the last buyer could be served, and only grows', async (world) => {
  const dated = await datedTerms(world)
  const early = { ...dated, redeemByDay: dated.redeemByDay - 1 }
  await refuses(world, () => world.publish({ terms: early }), 'RedeemByTooEarly')
  const { series } = await world.publish({ terms: dated })
  const back = () => world.call(world.issuer, 'extend', [series, dated.redeemByDay - 1])
  await refuses(world, back, 'RedeemByFixed', series)
})

it('attack 50: an issuer who buys from himself through himself gains and loses nothing', async (world) => {
  const { issuer } = world
  const { series, terms } = await world.publish({ terms: { shareBps: 5_000, royaltyBps: 1_000 } })
  const right = packRightId(series, 1n)
  await world.call(
    issuer,
    'buy',
    [purchaseOf(world, series, { to: issuer, contributor: issuer })],
    12_000n,
  )
  await list(world, right, { from: issuer })
  await world.call(issuer, 'take', [right, 1, 5_000, issuer], 5_000n)
  await sendRight(world, right, { from: issuer })
  await (await signClaim(world, right, { recipient: issuer })).claim(issuer)
  const { redeem } = await signRedemption(world, right, { holder: issuer })
  await redeem()
  assert.equal((await stateOf(world, right))?.state, 'redeemed')
  assert.equal(await world.balance(world.rights.at), 0n)
  await buyThrough(world, series, terms, issuer)
})

it('attack 50: an issuer is never his own arbiter or attestor, and the holder may be the arbiter', async (world) => {
  const { issuer } = world
  const arbiter = await escrowTerms(world, { arbiter: issuer })
  await refuses(world, () => world.publish({ terms: arbiter }), 'ArbiterOutOfForm', issuer)
  const attested = () => world.publish({ terms: { attestor: issuer }, limit: 0 })
  await refuses(world, attested, 'AttestorOutOfForm', issuer)
  const { right } = await world.sold(await escrowTerms(world, { arbiter: world.buyer }))
  await dispute(world, right)
  await world.call(world.buyer, 'rule', [right, 12_000])
  assert.equal((await stateOf(world, right))?.state, 'refunded')
})

it('attack 50: an issuer with code does all of it from one account', async (world) => {
  const puppet = await puppetThat(world, 'accept')
  const { series } = await publishAs(world, puppet)
  const right = packRightId(series, 1n)
  await act(world, puppet, 'buyRight', [series], 12_000n)
  await act(world, puppet, 'request', [right, 0, SOME_HASH])
  await act(world, puppet, 'accept', [right, 0])
  await act(world, puppet, 'refuse', [right, 0])
  await act(world, puppet, 'refund', [right], 12_000n)
  assert.equal(await world.read('balanceOf', puppet.at), 0n)
})
