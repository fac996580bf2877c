import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { Account } from '../../src/domain/ids.ts'
import { withdrawCall } from '../../src/domain/rights-calls.ts'
import { act, behave, publishAs, puppetThat } from './helpers/accounts-with-code.ts'
import { createWorld, type Deployed, eventNames, failsWith, type World, ZERO } from './world.ts'

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

const creditIn = (who: Account) => world.read('creditIn', ZERO, who)

/** An issuer with code that could not be paid for one right, and so has a credit of its price. */
async function creditedIssuer(): Promise<Deployed> {
  const puppet = await puppetThat(world, 'refuse')
  const { series, terms } = await publishAs(world, puppet)
  await world.buy(series, terms)
  return puppet
}

test('withdraw_paysTheOwnerWhoeverCalls', async () => {
  const puppet = await creditedIssuer()
  await behave(world, puppet, 'accept')

  const receipt = await world.send(world.stranger, withdrawCall(world.rights.at, null, puppet.at))

  assert.deepEqual(eventNames(receipt), ['Withdrawn'])
  assert.deepEqual([...receipt.events[0]!.args], [puppet.at, ZERO, puppet.at, 12_000n])
  assert.equal(await world.balance(puppet.at), 12_000n)
  assert.equal(await creditIn(puppet.at), 0n)
})

test('withdraw_failsWhileTheOwnerCannotReceiveAndKeepsTheCredit', async () => {
  const puppet = await creditedIssuer()

  const withdrawing = world.send(world.stranger, withdrawCall(world.rights.at, null, puppet.at))

  await assert.rejects(withdrawing, failsWith('PayeeRefused', puppet.at))
  assert.equal(await creditIn(puppet.at), 12_000n)
})

test('withdrawTo_letsTheOwnerNameAnotherAddress', async () => {
  const puppet = await creditedIssuer()
  const before = await world.balance(world.other)

  await act(world, puppet, 'withdrawTo', [ZERO, world.other])

  assert.equal((await world.balance(world.other)) - before, 12_000n)
})

test('withdrawTo_givesNobodyElsesMoney', async () => {
  await creditedIssuer()
  const withdrawing = world.call(world.stranger, 'withdrawTo', [ZERO, world.stranger])
  await assert.rejects(withdrawing, failsWith('NothingToWithdraw', world.stranger, ZERO))
})

test('withdraw_failsTheSecondTimeAndInAnotherCoin', async () => {
  const puppet = await creditedIssuer()
  const { coin } = world
  const other = world.send(world.stranger, withdrawCall(world.rights.at, coin.at, puppet.at))
  await assert.rejects(other, failsWith('NothingToWithdraw', puppet.at, coin.at))
  await behave(world, puppet, 'accept')
  await world.send(world.stranger, withdrawCall(world.rights.at, null, puppet.at))

  const again = world.send(world.stranger, withdrawCall(world.rights.at, null, puppet.at))
  await assert.rejects(again, failsWith('NothingToWithdraw', puppet.at, ZERO))
})

test('withdraw_cannotBeEnteredAgainFromThePayee', async () => {
  const puppet = await creditedIssuer()
  await behave(world, puppet, 'accept')
  const inner = world.rights.encode('withdraw', [ZERO, puppet.at])
  await world.callOn(world.deployer, puppet, 'callBack', [world.rights.at, 0n, inner])

  await world.send(world.stranger, withdrawCall(world.rights.at, null, puppet.at))

  const answer = (await world.readOf(puppet, 'answer'))[0]
  assert.equal(world.rights.abi.parseError(answer)?.name, 'Reentered')
  assert.equal(await world.balance(puppet.at), 12_000n)
})

test('withdraw_isNotConfusedByForcedMoney', async () => {
  const puppet = await creditedIssuer()
  await world.ask('hardhat_setBalance', [world.rights.at, '0xffffff'])
  await behave(world, puppet, 'accept')

  await world.send(world.stranger, withdrawCall(world.rights.at, null, puppet.at))

  assert.equal(await world.balance(world.rights.at), 0xffffffn - 12_000n)
})

test('rights_takesNoMoneyWithoutAPurchase', async () => {
  await assert.rejects(world.send(world.buyer, { to: world.rights.at, value: 1n }))
  const paying = world.call(world.buyer, 'withdraw', [ZERO, world.buyer], 1n)
  await assert.rejects(paying)
})

test('push_movesBothKindsOfMoneyAndSaysWhetherItDid', async () => {
  const words = await world.words()
  await world.ask('hardhat_setBalance', [words.at, '0x64'])
  await world.callOn(world.deployer, world.coin, 'mint', [words.at, 100n])
  const tryPush = async (currency: Account, amount: bigint) =>
    (await world.readOf(words, 'push', [currency, world.other, amount]))[0]

  assert.equal(await tryPush(ZERO, 100n), true)
  assert.equal(await tryPush(ZERO, 101n), false)
  assert.equal(await tryPush(world.coin.at, 100n), true)
  assert.equal(await tryPush(world.coin.at, 101n), false)
  assert.equal(await tryPush(world.stranger, 1n), false)
})
