import assert from 'node:assert/strict'
import { answerTo, callBack, puppetThat } from './helpers/accounts-with-code.ts'
import { peopleOf } from './helpers/people.ts'
import { buyThrough } from './helpers/purchase.ts'
import { coinSeries, coinsOf, escrowTerms } from './helpers/scenes.ts'
import { worldTests } from './helpers/world-tests.ts'
import { eventNames, ZERO } from './world.ts'

const it = worldTests()

it('buy_throughSomebodyPaysTheirShareAtOnce', async (world) => {
  const { contributor } = peopleOf(world)
  const { series, terms } = await world.publish({ terms: { shareBps: 1_000 } })
  const before = [await world.balance(contributor), await world.balance(world.issuer)] as const

  const receipt = await buyThrough(world, series, terms, contributor, 2)

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Transfer', 'Contributed'])
  assert.deepEqual([...receipt.events[2]!.args], [series, contributor, 2n, 2_400n])
  assert.equal((await world.balance(contributor)) - before[0], 2_400n)
  assert.equal((await world.balance(world.issuer)) - before[1], 21_600n)
})

it('buy_throughSomebodyCountsWithoutAPromisedShareToo', async (world) => {
  const { contributor } = peopleOf(world)
  const { series, terms } = await world.publish()
  const before = await world.balance(contributor)

  const receipt = await buyThrough(world, series, terms, contributor)

  assert.deepEqual([...receipt.events[1]!.args], [series, contributor, 1n, 0n])
  assert.equal(await world.balance(contributor), before)
})

it('buy_throughNobodyGivesTheIssuerAll', async (world) => {
  const { series, terms } = await world.publish({ terms: { shareBps: 5_000 } })
  const before = await world.balance(world.issuer)
  const receipt = await world.buy(series, terms, { quantity: 2 })
  assert.deepEqual(eventNames(receipt), ['Transfer', 'Transfer'])
  assert.equal((await world.balance(world.issuer)) - before, 24_000n)
})

it('buy_roundsTheShareInTheIssuersFavour', async (world) => {
  const { contributor } = peopleOf(world)
  const { series, terms } = await world.publish({ terms: { shareBps: 3_333, price: 7n } })
  const before = [await world.balance(contributor), await world.balance(world.issuer)] as const

  await buyThrough(world, series, terms, contributor)

  assert.equal((await world.balance(contributor)) - before[0], 2n)
  assert.equal((await world.balance(world.issuer)) - before[1], 5n)
})

it('buy_paysAShareThatRoundsToNothingByNoCall', async (world) => {
  const puppet = await puppetThat(world, 'refuse')
  const { series, terms } = await world.publish({ terms: { shareBps: 1, price: 7n } })
  const receipt = await buyThrough(world, series, terms, puppet.at)
  assert.deepEqual(eventNames(receipt), ['Transfer', 'Contributed'])
})

it('buy_leavesACreditForAContributorWhoCannotReceive', async (world) => {
  const puppet = await puppetThat(world, 'refuse')
  const { series, terms } = await world.publish({ terms: { shareBps: 1_000 } })

  const receipt = await buyThrough(world, series, terms, puppet.at)

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Contributed', 'Credited'])
  assert.equal(await world.read('creditIn', ZERO, puppet.at), 1_200n)
})

it('buy_withACoinPaysTheShareFromTheBuyer', async (world) => {
  const { contributor } = peopleOf(world)
  const { series, terms } = await coinSeries(world, { shareBps: 1_000 })

  await buyThrough(world, series, terms, contributor)

  assert.equal(await coinsOf(world, contributor), 1_200_000n)
  assert.equal(await coinsOf(world, world.issuer), 10_800_000n)
  assert.equal(await coinsOf(world, world.rights.at), 0n)
})

it('buy_withACoinThatShutsTheContributorOutTakesTheShareIn', async (world) => {
  const { contributor } = peopleOf(world)
  const odd = await world.oddCoin()
  const { series, terms } = await world.publish({ terms: { currency: odd.at, shareBps: 1_000 } })
  await world.callOn(world.deployer, odd, 'mint', [world.buyer, 12_000n])
  await world.callOn(world.buyer, odd, 'approve', [world.rights.at, 12_000n])
  await world.callOn(world.deployer, odd, 'shut', [contributor])

  const receipt = await buyThrough(world, series, terms, contributor)

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Contributed', 'Credited'])
  assert.equal(await world.read('creditIn', odd.at, contributor), 1_200n)
  assert.equal((await world.readOf(odd, 'balanceOf', [world.rights.at]))[0], 1_200n)
})

it('buy_throughSomebodyInEscrowCountsAndPaysNobody', async (world) => {
  const { contributor } = peopleOf(world)
  const { series, terms } = await world.publish({ terms: await escrowTerms(world) })
  const receipt = await buyThrough(world, series, terms, contributor)
  assert.deepEqual([...receipt.events[1]!.args], [series, contributor, 1n, 0n])
  assert.equal(await world.balance(world.rights.at), 12_000n)
})

it('buy_cannotBeEnteredAgainFromTheContributor', async (world) => {
  const puppet = await puppetThat(world, 'accept')
  await world.ask('hardhat_setBalance', [puppet.at, '0xffffff'])
  const { series, terms } = await world.publish({ terms: { shareBps: 1_000 } })
  await callBack(world, puppet, 'buyRight', [series], 12_000n)
  await buyThrough(world, series, terms, puppet.at)
  assert.equal(await answerTo(world, puppet), 'Reentered')
})
