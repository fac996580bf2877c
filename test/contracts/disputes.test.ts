import assert from 'node:assert/strict'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { peopleOf } from './helpers/people.ts'
import {
  coinsOf,
  dispute,
  escrowTerms,
  fund,
  handOver,
  SOME_HASH,
  ship,
  soldForDelivery,
  soldInEscrow,
} from './helpers/scenes.ts'
import { signSettlement } from './helpers/signed.ts'
import { setNonce, stateOf, wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, SECRET, type World } from './world.ts'

const it = worldTests()
const HELD = 12_000n

async function disputed(world: World) {
  const { right } = await soldInEscrow(world)
  const { blockTime } = await dispute(world, right)
  return { right, until: blockTime + 21 * DAY_SECONDS }
}

const rule = (world: World, right: string, toHolder: bigint, from = peopleOf(world).arbiter) =>
  world.call(from, 'rule', [right, toHolder])

it('dispute_givesTheArbiterThePeriodAgain', async (world) => {
  const { right } = await soldInEscrow(world)
  const receipt = await dispute(world, right)

  assert.deepEqual(eventNames(receipt), ['DisputeOpened', 'Moved'])
  assert.deepEqual([...receipt.events[0]!.args], [BigInt(right), SOME_HASH])
  const word = await wordOf(world, right)
  assert.deepEqual(
    [word.state, word.auxLive, word.escrowed, word.until],
    ['disputed', true, true, receipt.blockTime + 21 * DAY_SECONDS],
  )
})

it('dispute_worksInTheLastSecondAndNotAfter', async (world) => {
  const { right } = await soldInEscrow(world)
  const { blockTime } = await ship(world, right)
  const until = blockTime + 21 * DAY_SECONDS
  const disputing = () => world.call(world.buyer, 'dispute', [right, SOME_HASH])
  const snapshot = await world.ask('evm_snapshot')
  await world.nextAt(until - 1)
  await disputing()
  await world.ask('evm_revert', [snapshot])
  await world.nextAt(until)
  await refuses(world, disputing, 'DeadlinePassed', BigInt(right), until)
})

it('dispute_failsForADirectSeries', async (world) => {
  const { right } = await soldForDelivery(world)
  await ship(world, right)
  const disputing = () => world.call(world.buyer, 'dispute', [right, SOME_HASH])
  await refuses(world, disputing, 'NotInEscrow', BigInt(right))
})

it('dispute_failsForAnyoneButTheHolderAndUnlessShipped', async (world) => {
  const { right } = await soldInEscrow(world)
  const disputing = (from = world.buyer) => world.call(from, 'dispute', [right, SOME_HASH])
  await refuses(world, () => disputing(), 'WrongState', BigInt(right), 1)
  await ship(world, right)
  const issuers = () => disputing(world.issuer)
  await refuses(world, issuers, 'NotHolder', BigInt(right), world.issuer)
})

const outcomes: [bigint, string, string[]][] = [
  [0n, 'redeemed', ['Transfer', 'Divided']],
  [1n, 'settled', ['Transfer', 'Moved', 'Divided']],
  [HELD - 1n, 'settled', ['Transfer', 'Moved', 'Divided']],
  [HELD, 'refunded', ['Transfer', 'Moved', 'Divided']],
]
for (const [toHolder, state, events] of outcomes) {
  it(`rule_dividesWithPartOf ${toHolder} and ends ${state}`, async (world) => {
    const { right } = await disputed(world)
    const { buyer, issuer } = world
    const before = [await world.balance(buyer), await world.balance(issuer)] as const

    const receipt = await rule(world, right, toHolder)

    assert.deepEqual(eventNames(receipt), events)
    const divided = receipt.events.at(-1)!
    assert.deepEqual([...divided.args], [BigInt(right), toHolder, HELD - toHolder])
    assert.equal((await stateOf(world, right))?.state, state)
    assert.equal((await world.balance(buyer)) - before[0], toHolder)
    assert.equal((await world.balance(issuer)) - before[1], HELD - toHolder)
    assert.equal(await world.balance(world.rights.at), 0n)
  })
}

it('rule_inACoin', async (world) => {
  await fund(world, world.buyer, HELD)
  const terms = await escrowTerms(world, { currency: world.coin.at })
  const { right } = await world.sold(terms)
  await dispute(world, right)
  await rule(world, right, 5_000n)
  assert.deepEqual(
    [await coinsOf(world, world.buyer), await coinsOf(world, world.issuer)],
    [5_000n, 7_000n],
  )
})

it('rule_failsForMoreThanIsHeld', async (world) => {
  const { right } = await disputed(world)
  for (const part of [HELD + 1n, 2n ** 256n - 1n]) {
    await refuses(world, () => rule(world, right, part), 'SplitOutOfBounds', part, HELD)
  }
})

it('rule_isTheArbitersAlone', async (world) => {
  const { right } = await disputed(world)
  for (const caller of [world.buyer, world.issuer, world.stranger]) {
    const ruling = () => rule(world, right, 0n, caller)
    await refuses(world, ruling, 'NotArbiter', BigInt(right), caller)
  }
})

it('rule_isNobodysInASeriesWithoutArbiter', async (world) => {
  const { right } = await soldForDelivery(world)
  await ship(world, right)
  const { arbiter } = peopleOf(world)
  await refuses(world, () => rule(world, right, 0n), 'NotArbiter', BigInt(right), arbiter)
})

it('rule_failsUnlessDisputed', async (world) => {
  const { right } = await soldInEscrow(world)
  await ship(world, right)
  await refuses(world, () => rule(world, right, 0n), 'WrongState', BigInt(right), 8)
})

it('rule_worksInTheLastSecondAndNotAfter', async (world) => {
  const { right, until } = await disputed(world)
  const snapshot = await world.ask('evm_snapshot')
  await world.nextAt(until - 1)
  await rule(world, right, 0n)
  await world.ask('evm_revert', [snapshot])
  await world.nextAt(until)
  await refuses(world, () => rule(world, right, 0n), 'DeadlinePassed', BigInt(right), until)
})

it('handOver_worksWhileDisputedUntilTheRulingPeriodIsOver', async (world) => {
  const { right, until } = await disputed(world)
  const snapshot = await world.ask('evm_snapshot')
  await world.nextAt(until - 1)
  await handOver(world, right)
  await world.ask('evm_revert', [snapshot])
  await world.nextAt(until)
  const late = () => world.call(world.issuer, 'handOver', [SECRET, right])
  await refuses(world, late, 'DeadlinePassed', BigInt(right), until)
})

it('settle_dividesOnBothSignaturesWhoeverSubmits', async (world) => {
  const { right } = await disputed(world)
  const { settle } = await signSettlement(world, right)
  const receipt = await settle(world.stranger)
  assert.deepEqual(eventNames(receipt), ['Transfer', 'Moved', 'Divided'])
  assert.deepEqual([...receipt.events[2]!.args], [BigInt(right), 5_000n, 7_000n])
  assert.equal((await stateOf(world, right))?.state, 'settled')
})

it('settle_needsNoSignatureOfThePartyWhoCalls', async (world) => {
  const { right } = await disputed(world)
  const { settle } = await signSettlement(world, right)
  const snapshot = await world.ask('evm_snapshot')
  await settle(world.buyer, { byHolder: '0x' })
  await world.ask('evm_revert', [snapshot])
  await settle(world.issuer, { byIssuer: '0x' })
})

it('settle_failsWithoutBothParties', async (world) => {
  const { right } = await disputed(world)
  const { settle, byHolder, byIssuer } = await signSettlement(world, right)
  const refused = (from: typeof world.buyer, by: object, signer: string) =>
    refuses(world, () => settle(from, by), 'SignatureInvalid', signer)
  await refused(world.stranger, { byHolder: '0x' }, world.buyer)
  await refused(world.stranger, { byIssuer: '0x' }, world.issuer)
  await refused(world.stranger, { byHolder: byIssuer, byIssuer: byHolder }, world.buyer)
  await refused(world.buyer, { byIssuer: byHolder }, world.issuer)
  await refused(world.issuer, { byHolder: byIssuer }, world.buyer)
})

const differences: [string, Record<string, unknown>][] = [
  ['right', { id: 7n }],
  ['nonce', { nonce: 0 }],
  ['holder', { holder: '0x00000000000000000000000000000000000000aa' }],
  ['issuer', { issuer: '0x00000000000000000000000000000000000000aa' }],
  ['currency', { currency: '0x00000000000000000000000000000000000000aa' }],
  ["holder's part", { toHolder: 4_999n }],
  ["issuer's part", { toIssuer: 7_001n }],
  ['expiry', { expiry: 1 }],
]
for (const [what, signed] of differences) {
  it(`settle_failsFor another ${what} than was signed`, async (world) => {
    const { right } = await disputed(world)
    const { settle } = await signSettlement(world, right, { signed })
    await refuses(world, () => settle(world.stranger), 'SignatureInvalid', world.buyer)
  })
}

it('settle_failsUnlessDisputedAndForMoreThanIsHeld', async (world) => {
  const { right } = await soldInEscrow(world)
  const early = await signSettlement(world, right)
  await refuses(world, () => early.settle(world.buyer), 'WrongState', BigInt(right), 1)
  await dispute(world, right)
  const more = await signSettlement(world, right, { toHolder: HELD + 1n, held: 2n * HELD })
  await refuses(world, () => more.settle(world.buyer), 'SplitOutOfBounds', HELD + 1n, HELD)
})

it('settle_failsPastItsExpiryAndPastTheRulingPeriod', async (world) => {
  const { right, until } = await disputed(world)
  const short = await signSettlement(world, right, { expiry: until - 5 })
  const long = await signSettlement(world, right, { expiry: until + 5 })
  await world.nextAt(until - 5)
  await refuses(world, () => short.settle(world.buyer), 'SignatureExpired', until - 5)
  await world.nextAt(until)
  await refuses(world, () => long.settle(world.buyer), 'DeadlinePassed', BigInt(right), until)
})

it('settle_failsWhenTheNonceIsExhausted', async (world) => {
  const { right } = await disputed(world)
  await setNonce(world, right, 2 ** 23 - 1)
  const { settle } = await signSettlement(world, right)
  await refuses(world, () => settle(world.stranger), 'NonceExhausted', BigInt(right))
  await rule(world, right, 5_000n)
})
