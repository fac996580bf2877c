import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { mintedWord } from '../../src/domain/effective-state.ts'
import type { Account, DealId } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { buyCall, referenceOf } from '../../src/domain/rights-calls.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { act, publishAs, puppetThat } from './helpers/accounts-with-code.ts'
import { purchaseOf } from './helpers/purchase.ts'
import { seriesOf } from './helpers/words-of.ts'
import { createWorld, eventNames, failsWith, teaTerms, type World, ZERO } from './world.ts'

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

const ACCEPT = 0
const REFUSE = 1
const UNKNOWN = `0x${'01'.repeat(24)}`

test('buy_paysTheIssuerAndMintsInOneStep', async () => {
  const { series, terms } = await world.publish()
  const before = await world.balance(world.issuer)

  const receipt = await world.buy(series, terms)

  const right = packRightId(series, 1n)
  assert.equal((await world.balance(world.issuer)) - before, 12_000n)
  assert.equal(await world.read('ownerOf', right), world.buyer)
  assert.equal(await world.read('balanceOf', world.buyer), 1n)
  assert.equal(await world.read('wordOf', right), mintedWord(world.buyer, terms))
  assert.deepEqual(eventNames(receipt), ['Transfer'])
  assert.deepEqual([...receipt.events[0]!.args], [ZERO, world.buyer, BigInt(right)])
  assert.equal(await world.balance(world.rights.at), 0n)
})

test('buy_numbersRightsInTheOrderOfSale', async () => {
  const { series, terms } = await world.publish()

  await world.buy(series, terms, { quantity: 3 })
  await world.buy(series, terms, { from: world.other })

  for (const serial of [1n, 2n, 3n]) {
    assert.equal(await world.read('ownerOf', packRightId(series, serial)), world.buyer)
  }
  assert.equal(await world.read('ownerOf', packRightId(series, 4n)), world.other)
  assert.equal((await seriesOf(world, series)).sold, 4)
  const missing = packRightId(series, 5n)
  await assert.rejects(
    world.read('ownerOf', missing),
    failsWith('ERC721NonexistentToken', BigInt(missing)),
  )
})

test('buy_forSomebodyElse', async () => {
  const { series, terms } = await world.publish()

  await world.buy(series, terms, { quantity: 2, recipient: world.other })

  assert.equal(await world.read('balanceOf', world.other), 2n)
  assert.equal(await world.read('balanceOf', world.buyer), 0n)
})

test('buy_withAReferenceBehindTheCall', async () => {
  const { series, terms } = await world.publish()
  const reference = '00ff00ff00ff00ff' as DealId
  const short = buyCall(
    world.rights.at,
    { series, terms, quantity: 1, buyer: world.buyer },
    reference,
  )
  const full = buyCall(
    world.rights.at,
    { series, terms, quantity: 2, buyer: world.buyer },
    reference,
  )

  await world.send(world.buyer, short)
  await world.send(world.buyer, full)

  assert.equal(await world.read('balanceOf', world.buyer), 3n)
  assert.equal(referenceOf(short.data), reference)
  assert.equal(referenceOf(full.data), reference)
})

test('buy_failsWhenSoldOut', async () => {
  const { series, terms } = await world.publish({ limit: 3 })
  await world.buy(series, terms, { quantity: 2 })

  await assert.rejects(world.buy(series, terms, { quantity: 2 }), failsWith('SoldOut', series, 1))
  await world.buy(series, terms)
  await assert.rejects(world.buy(series, terms), failsWith('SoldOut', series, 0))
})

test('buy_failsForAnUnknownSeries', async () => {
  await assert.rejects(
    world.call(world.buyer, 'buyRight', [UNKNOWN]),
    failsWith('SeriesUnknown', UNKNOWN),
  )
})

test('buy_failsForQuantityOutOfBounds', async () => {
  const { series } = await world.publish()
  const buy = (quantity: bigint) =>
    world.call(world.buyer, 'buy', [purchaseOf(world, series, { quantity })])

  for (const quantity of [0n, 501n, 2n ** 256n - 1n]) {
    await assert.rejects(buy(quantity), failsWith('QuantityOutOfBounds', quantity))
  }
})

test('buy_failsForNobody', async () => {
  const { series, terms } = await world.publish()
  await assert.rejects(
    world.buy(series, terms, { recipient: ZERO }),
    failsWith('ERC721InvalidReceiver', ZERO),
  )
})

test('buy_isOpenUntilTheSaleEndDayBeginsAndNotAfter', async () => {
  const day = Math.floor((await world.now()) / DAY_SECONDS) + 2
  const { series, terms } = await world.publish({ terms: { saleEndDay: day } })

  await world.nextAt(day * DAY_SECONDS - 1)
  await world.buy(series, terms)
  await world.nextAt(day * DAY_SECONDS)
  await assert.rejects(world.buy(series, terms), failsWith('SaleEnded', series))
})

test('buy_failsForAnyOtherValueThanTheWholePrice', async () => {
  const { series } = await world.publish()
  const buy = (value: bigint) =>
    world.call(world.buyer, 'buy', [purchaseOf(world, series, { quantity: 3 })], value)

  // A loop that looked at the value once per right would take the price of one for three.
  for (const value of [0n, 12_000n, 35_999n, 36_001n]) {
    await assert.rejects(buy(value), failsWith('WrongValue', 36_000, value))
  }
  await buy(36_000n)
})

test('buy_ofFiveHundredFitsIntoATransaction', async () => {
  const { series, terms } = await world.publish({ terms: { supply: 1000 } })

  const receipt = await world.buy(series, terms, { quantity: 500 })

  assert.equal(await world.read('balanceOf', world.buyer), 500n)
  assert.ok(receipt.gasUsed < 16_777_216, `${receipt.gasUsed} gas`)
})

/** A contract as issuer of a native series. */
async function puppetSeries(onMoney: 'accept' | 'refuse') {
  const puppet = await puppetThat(world, onMoney)
  const { series } = await publishAs(world, puppet)
  return { puppet, series }
}

const creditIn = (who: Account) => world.read('creditIn', ZERO, who)

test('buy_leavesACreditForAnIssuerWhoCannotReceive', async () => {
  const { puppet, series } = await puppetSeries('refuse')

  const receipt = await world.buy(series, teaTerms)

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Credited'])
  assert.deepEqual([...receipt.events[1]!.args], [puppet.at, ZERO, 12_000n])
  assert.equal(await creditIn(puppet.at), 12_000n)
  assert.equal(await world.balance(world.rights.at), 12_000n)
})

test('buy_addsUpTheCreditsOfAnIssuerWhoCannotReceive', async () => {
  const { puppet, series } = await puppetSeries('refuse')

  await world.buy(series, teaTerms)
  await world.buy(series, teaTerms, { quantity: 2 })

  assert.equal(await creditIn(puppet.at), 36_000n)
})

test('buy_copiesNoLongAnswerOfAPayee', async () => {
  const { puppet, series } = await puppetSeries('refuse')
  await world.buy(series, teaTerms)
  const plain = await world.buy(series, teaTerms)
  await world.callOn(world.deployer, puppet, 'behave', [4, ACCEPT])

  const bombed = await world.buy(series, teaTerms)

  assert.ok(bombed.gasUsed - plain.gasUsed < 120_000, `${bombed.gasUsed - plain.gasUsed} more gas`)
})

test('buy_cannotBeEnteredAgainFromThePayee', async () => {
  const { puppet, series } = await puppetSeries('accept')
  await world.ask('hardhat_setBalance', [puppet.at, '0xffffff'])
  const inner = world.rights.encode('buyRight', [series])
  await world.callOn(world.deployer, puppet, 'callBack', [world.rights.at, 12_000n, inner])

  await world.buy(series, teaTerms)

  const answer = (await world.readOf(puppet, 'answer'))[0]
  assert.equal(world.rights.abi.parseError(answer)?.name, 'Reentered')
})

test('buy_twiceInOneTransaction', async () => {
  const { series } = await world.publish()
  const puppet = await world.puppet()
  const inner = world.rights.encode('buyRight', [series])

  await world.callOn(world.deployer, puppet, 'actTwice', [world.rights.at, 12_000n, inner], 24_000n)

  assert.equal(await world.read('balanceOf', puppet.at), 2n)
})

test('buy_asksAContractThatGetsRightsFromSomebodyElse', async () => {
  const { series, terms } = await world.publish()
  const puppet = await world.puppet()

  await world.buy(series, terms, { quantity: 2, recipient: puppet.at })

  assert.equal((await world.readOf(puppet, 'received'))[0], 2n)
  for (const manner of [REFUSE, 2, 3, 4]) {
    await world.callOn(world.deployer, puppet, 'behave', [ACCEPT, manner])
    const buying = world.buy(series, terms, { recipient: puppet.at })
    await assert.rejects(buying, failsWith('ERC721InvalidReceiver', puppet.at))
  }
})

test('buy_doesNotAskWhoActsForHimself', async () => {
  const { series } = await world.publish()
  const puppet = await world.puppet()
  await world.callOn(world.deployer, puppet, 'behave', [ACCEPT, REFUSE])

  await act(world, puppet, 'buyRight', [series], 12_000n)

  assert.equal(await world.read('ownerOf', packRightId(series, 1n)), puppet.at)
})

test('buy_letsAReceiverMoveItsNewRightAtOnce', async () => {
  const { series, terms } = await world.publish()
  const puppet = await world.puppet()
  const move = world.rights.encode('transferFrom', [
    puppet.at,
    world.other,
    packRightId(series, 2n),
  ])
  await world.callOn(world.deployer, puppet, 'callBack', [world.rights.at, 0n, move])

  await world.buy(series, terms, { quantity: 3, recipient: puppet.at })

  assert.equal((await world.readOf(puppet, 'calledBack'))[0], true)
  assert.equal(await world.read('balanceOf', puppet.at), 2n)
  assert.equal(await world.read('balanceOf', world.other), 1n)
  assert.equal((await world.readOf(puppet, 'received'))[0], 3n)
})

test('buy_cannotBeEnteredAgainFromTheReceiver', async () => {
  const { series, terms } = await world.publish()
  const puppet = await world.puppet()
  await world.ask('hardhat_setBalance', [puppet.at, '0xffffff'])
  const inner = world.rights.encode('buyRight', [series])
  await world.callOn(world.deployer, puppet, 'callBack', [world.rights.at, 12_000n, inner])

  await world.buy(series, terms, { recipient: puppet.at })

  const answer = (await world.readOf(puppet, 'answer'))[0]
  assert.equal(world.rights.abi.parseError(answer)?.name, 'Reentered')
  assert.equal((await seriesOf(world, series)).sold, 1)
})

test('buy_byTheIssuerHimself', async () => {
  const { series, terms } = await world.publish()

  await world.buy(series, terms, { from: world.issuer })

  assert.equal(await world.read('ownerOf', packRightId(series, 1n)), world.issuer)
})
