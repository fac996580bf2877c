import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { Account } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { approveCall } from '../../src/domain/rights-calls.ts'
import type { Terms } from '../../src/domain/terms.ts'
import { seriesOf } from './helpers/words-of.ts'
import { createWorld, failsWith, type World } from './world.ts'

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

/** A series in the test coin, and a buyer with coins and an allowance of exactly `allowed`. */
async function coinSeries(allowed: bigint, terms: Partial<Terms> = {}) {
  const { coin, buyer, rights } = world
  const published = await world.publish({
    terms: { currency: coin.at, price: 12_000_000n, ...terms },
  })
  await world.callOn(world.deployer, coin, 'mint', [buyer, 100_000_000n])
  await world.send(buyer, approveCall({ coin: coin.at, rights: rights.at, amount: allowed }))
  return published
}

test('buy_withACoinByAllowance', async () => {
  const { series, terms } = await coinSeries(36_000_000n)

  await world.buy(series, terms)
  await world.buy(series, terms, { quantity: 2 })

  const balanceOf = async (who: Account) => (await world.readOf(world.coin, 'balanceOf', [who]))[0]
  assert.equal(await balanceOf(world.issuer), 36_000_000n)
  assert.equal(await balanceOf(world.buyer), 64_000_000n)
  assert.equal(await balanceOf(world.rights.at), 0n)
  assert.equal(await world.read('balanceOf', world.buyer), 3n)
})

test('buy_withACoinFailsWithoutAllowance', async () => {
  const { series, terms } = await coinSeries(11_999_999n)

  await assert.rejects(world.buy(series, terms), failsWith('CoinRefused', world.coin.at))
  assert.equal((await seriesOf(world, series)).sold, 0)
})

test('buy_withACoinFailsWhenTheChainsOwnCoinIsSentToo', async () => {
  const { series } = await coinSeries(12_000_000n)

  await assert.rejects(
    world.call(world.buyer, 'buyRight', [series], 1n),
    failsWith('WrongValue', 0, 1),
  )
})

test('buy_pullsOnlyTheCallersCoins', async () => {
  const { series, terms } = await coinSeries(100_000_000n)

  const buying = world.buy(series, terms, { from: world.stranger, recipient: world.buyer })

  await assert.rejects(buying, failsWith('CoinRefused', world.coin.at))
})

async function oddSeries() {
  const odd = await world.oddCoin()
  const published = await world.publish({ terms: { currency: odd.at } })
  await world.callOn(world.deployer, odd, 'mint', [world.buyer, 100_000n])
  await world.callOn(world.buyer, odd, 'approve', [world.rights.at, 100_000n])
  return { odd, ...published }
}

const manners: [string, number, boolean][] = [
  ['true', 0, true],
  ['nothing', 1, true],
  ['false', 2, false],
  ['a number that is not one', 3, false],
  ['fewer bytes than a word', 4, false],
  ['by reverting', 6, false],
]
for (const [answer, manner, works] of manners) {
  test(`buy_${works ? 'works' : 'fails'}WithACoinThatAnswers ${answer}`, async () => {
    const { odd, series, terms } = await oddSeries()
    await world.callOn(world.deployer, odd, 'behave', [manner])

    const buying = world.buy(series, terms)

    if (works) assert.equal((await buying).status, 1)
    else await assert.rejects(buying, failsWith('CoinRefused', odd.at))
  })
}

test('buy_copiesNoLongAnswerOfACoin', async () => {
  const { odd, series, terms } = await oddSeries()
  const plain = await world.buy(series, terms)
  await world.callOn(world.deployer, odd, 'behave', [5])

  const bombed = await world.buy(series, terms)

  // The coin pays for making 200 kB (about 98,000 gas); copying them would cost the buyer as much again.
  assert.ok(bombed.gasUsed - plain.gasUsed < 120_000, `${bombed.gasUsed - plain.gasUsed} more gas`)
})

test('buy_failsWhenTheCoinShutsTheIssuerOut', async () => {
  const { odd, series, terms } = await oddSeries()
  await world.callOn(world.deployer, odd, 'shut', [world.issuer])

  await assert.rejects(world.buy(series, terms), failsWith('CoinRefused', odd.at))
  assert.equal((await world.readOf(odd, 'balanceOf', [world.buyer]))[0], 100_000n)
})

test('buy_failsWhenTheCurrencyHasLostItsCode', async () => {
  const { odd, series, terms } = await oddSeries()
  await world.ask('hardhat_setCode', [odd.at, '0x'])

  await assert.rejects(world.buy(series, terms), failsWith('CoinRefused', odd.at))
})

test('buy_cannotBeEnteredAgainFromTheCoin', async () => {
  const { odd, series } = await oddSeries()
  const inner = world.rights.encode('buyRight', [series])
  await world.callOn(world.deployer, odd, 'callBack', [world.rights.at, inner])

  await world.call(world.buyer, 'buyRight', [series])

  assert.equal((await world.readOf(odd, 'calledBack'))[0], false)
  const answer = (await world.readOf(odd, 'answer'))[0]
  assert.equal(world.rights.abi.parseError(answer)?.name, 'Reentered')
  assert.equal((await seriesOf(world, series)).sold, 1)
})

test('buy_letsTheCoinMoveTheNewRightOnlyWithTheHoldersWord', async () => {
  const { odd, series } = await oddSeries()
  const right = packRightId(series, 1n)
  const grab = world.rights.encode('transferFrom', [world.buyer, odd.at, right])
  await world.callOn(world.deployer, odd, 'callBack', [world.rights.at, grab])

  await world.call(world.buyer, 'buyRight', [series])

  const answer = (await world.readOf(odd, 'answer'))[0]
  assert.equal(world.rights.abi.parseError(answer)?.name, 'ERC721InsufficientApproval')
  assert.equal(await world.read('ownerOf', right), world.buyer)
})
