import assert from 'node:assert/strict'
import type { Account } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { act, answerTo, behave, callBack, puppetThat } from './helpers/accounts-with-code.ts'
import { peopleOf } from './helpers/people.ts'
import { dispute, escrowTerms, handOver, list, sendRight, soldInEscrow } from './helpers/scenes.ts'
import { signClaim } from './helpers/signed.ts'
import { wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { type Deployed, eventNames, type World, ZERO } from './world.ts'

const it = worldTests()
const PRICE = 12_000n

/** A right in escrow in a coin that can shut accounts out. */
async function soldForOddCoin(world: World) {
  const odd = await world.oddCoin()
  await world.callOn(world.deployer, odd, 'mint', [world.buyer, PRICE])
  await world.callOn(world.buyer, odd, 'approve', [world.rights.at, PRICE])
  const sold = await world.sold(await escrowTerms(world, { currency: odd.at }))
  const shut = (who: Account) => world.callOn(world.deployer, odd, 'shut', [who])
  return { ...sold, odd, shut }
}

const creditIn = (world: World, who: Account, coin?: Deployed) =>
  world.read('creditIn', coin?.at ?? ZERO, who)

it('handOver_creditsAnIssuerWhomTheCoinShutsOutAndStillBurns', async (world) => {
  const { right, odd, shut } = await soldForOddCoin(world)
  await world.request(right)
  await shut(world.issuer)

  const receipt = await handOver(world, right)

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Credited'])
  assert.deepEqual([...receipt.events[1]!.args], [world.issuer, odd.at, PRICE])
  assert.equal(await creditIn(world, world.issuer, odd), PRICE)
  assert.equal((await world.readOf(odd, 'balanceOf', [world.rights.at]))[0], PRICE)
})

it('withdraw_ofACoinPaysOnceTheOwnerIsLetInAgain', async (world) => {
  const { right, odd, shut } = await soldForOddCoin(world)
  await world.request(right)
  await shut(world.issuer)
  await handOver(world, right)
  const withdrawing = () => world.call(world.stranger, 'withdraw', [odd.at, world.issuer])
  await refuses(world, withdrawing, 'PayeeRefused', world.issuer)

  await world.call(world.issuer, 'withdrawTo', [odd.at, world.other])

  assert.equal((await world.readOf(odd, 'balanceOf', [world.other]))[0], PRICE)
  assert.equal(await creditIn(world, world.issuer, odd), 0n)
  await shut(ZERO)
  await refuses(world, withdrawing, 'NothingToWithdraw', world.issuer, odd.at)
})

it('rule_creditsAHolderWhoCannotReceiveAndPaysTheIssuer', async (world) => {
  const { right } = await soldInEscrow(world)
  await dispute(world, right)
  const puppet = await puppetThat(world, 'refuse')
  const code = await world.ask('eth_getCode', [puppet.at, 'latest'])
  await world.ask('hardhat_setCode', [world.buyer, code])
  await behave(world, { ...puppet, at: world.buyer }, 'refuse')
  const before = await world.balance(world.issuer)

  await world.call(peopleOf(world).arbiter, 'rule', [right, 5_000n])

  assert.equal(await creditIn(world, world.buyer), 5_000n)
  assert.equal((await world.balance(world.issuer)) - before, 7_000n)
})

it('take_creditsAHolderWhoCannotReceive', async (world) => {
  const puppet = await puppetThat(world, 'refuse')
  const { right } = await world.sold()
  await world.call(world.buyer, 'transferFrom', [world.buyer, puppet.at, right])
  const until = (await world.now()) + 1_000
  await act(world, puppet, 'list', [right, 5, ZERO, until])
  const { nonce } = await wordOf(world, right)

  const receipt = await world.call(world.other, 'take', [right, nonce, 5, world.other], 5n)

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Credited'])
  assert.equal(await creditIn(world, puppet.at), 5n)
})

it('take_creditsAnIssuerWhoCannotReceiveTheRoyalty', async (world) => {
  const { right } = await world.sold({ royaltyBps: 1_000 })
  const puppet = await puppetThat(world, 'refuse')
  const code = await world.ask('eth_getCode', [puppet.at, 'latest'])
  await list(world, right)
  await world.ask('hardhat_setCode', [world.issuer, code])
  await behave(world, { ...puppet, at: world.issuer }, 'refuse')
  await world.call(world.other, 'take', [right, 1, 5_000, world.other], 5_000n)
  assert.equal(await creditIn(world, world.issuer), 500n)
})

it('claim_inACoinThatShutsTheSenderOutFailsAndTheSenderTakesBack', async (world) => {
  const odd = await world.oddCoin()
  for (const who of [world.buyer, world.other]) {
    await world.callOn(world.deployer, odd, 'mint', [who, PRICE])
    await world.callOn(who, odd, 'approve', [world.rights.at, PRICE])
  }
  const { right } = await world.sold({ currency: odd.at })
  await sendRight(world, right, { price: 5n })
  await world.callOn(world.deployer, odd, 'shut', [world.buyer])
  const { claim } = await signClaim(world, right, { price: 5n, currency: odd.at })
  await refuses(world, () => claim(world.other), 'CoinRefused', odd.at)
  await world.call(world.buyer, 'takeBack', [right])
})

it('credits_ofOneCoinAreNeverPaidInAnother', async (world) => {
  const { right, odd, shut } = await soldForOddCoin(world)
  await world.request(right)
  await shut(world.issuer)
  await handOver(world, right)
  await world.ask('hardhat_setBalance', [world.rights.at, '0xffffff'])
  await world.callOn(world.deployer, world.coin, 'mint', [world.rights.at, 10n * PRICE])
  for (const currency of [ZERO, world.coin.at]) {
    const withdrawing = () => world.call(world.issuer, 'withdraw', [currency, world.issuer])
    await refuses(world, withdrawing, 'NothingToWithdraw', world.issuer, currency)
  }
  assert.equal(await creditIn(world, world.issuer, odd), PRICE)
})

it('handOver_paidFromEscrowCannotBeEnteredAgainForTheSameRight', async (world) => {
  const puppet = await puppetThat(world, 'accept')
  const { right, series, terms } = await soldInEscrow(world)
  await world.buy(series, terms)
  const second = packRightId(series, 2n)
  const code = await world.ask('eth_getCode', [puppet.at, 'latest'])
  for (const each of [right, second]) await world.request(each)
  await world.ask('hardhat_setCode', [world.issuer, code])
  await callBack(world, { ...puppet, at: world.issuer }, 'handOver', [
    `0x${'ab'.repeat(16)}`,
    right,
  ])

  await handOver(world, right)

  assert.equal(await answerTo(world, { ...puppet, at: world.issuer }), 'ERC721NonexistentToken')
  assert.equal(await world.balance(world.rights.at), PRICE)
})
