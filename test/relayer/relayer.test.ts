import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Wallet } from 'ethers'
import { createRelayer } from '../../src/chain/relayer/create-relayer.ts'
import type { Account } from '../../src/domain/ids.ts'
import { ann, ben, openRelayers, openRelayStage, secret } from './stage.ts'

const stage = await openRelayStage()
after(stage.close)
const nobody = Wallet.createRandom().address as Account

test('somebody without any coin gets a gift, and it costs the relayer one transaction', async () => {
  const { account, start, ledger } = await openRelayers(stage)
  const right = await stage.sendRight()
  const call = await stage.claimOf(right, nobody)
  const relayer = start()

  assert.deepEqual(await relayer.quote({ person: ben, call }), { type: 'pays' })
  const first = await relayer.relay({ key: 'claim:1', person: ben, call })
  const second = await relayer.relay({ key: 'claim:1', person: ben, call })

  assert.equal(first.type, 'sent')
  assert.deepEqual(second, first)
  assert.equal((await stage.wordOf(right)).owner, nobody)
  assert.equal(await stage.countOf(account), 1)
  assert.equal((await ledger.unsettled()).length, 1)
})

test('one and many rights are handed over against their secret', async () => {
  const { account, start } = await openRelayers(stage)
  const [one, two, three] = [
    await stage.requested(),
    await stage.requested(),
    await stage.requested(),
  ]
  const relayer = start()

  await relayer.relay({ key: 'a', person: ben, call: stage.handOver(one) })
  const many = stage.call('handOverMany', [secret, [two, three]])
  await relayer.relay({ key: 'b', person: ben, call: many })

  for (const right of [one, two, three]) assert.ok(await stage.isBurned(right))
  assert.equal(await stage.countOf(account), 2)
})

test('a desk’s calls work where the gas account is staff, and are told to fail where not', async () => {
  const { account, start } = await openRelayers(stage)
  const right = await stage.sendRight()
  const gift = await stage.giftHandOver(right)
  const { right: signedFor, call: redeem } = await stage.redemption()
  const relayer = start()

  const refused = { type: 'refused', reason: 'would-fail', error: 'NotDesk' }
  assert.deepEqual(await relayer.relay({ key: 'g', person: ben, call: gift }), refused)
  assert.deepEqual(await relayer.quote({ person: ben, call: redeem }), {
    ...refused,
    type: 'refuses',
  })
  await stage.sendAs(stage.seller, stage.call('setStaff', [account, true]))
  // A refusal leaves the key unused.
  assert.equal((await relayer.relay({ key: 'g', person: ben, call: gift })).type, 'sent')
  assert.equal((await relayer.relay({ key: 'r', person: ben, call: redeem })).type, 'sent')
  assert.ok(await stage.isBurned(right))
  assert.ok(await stage.isBurned(signedFor))
})

test('nothing else is relayed', async () => {
  const { account, start, ledger } = await openRelayers(stage)
  const { call, handOver, rights, seller, holder } = stage
  const right = await stage.requested()
  const priced = await stage.sendRight({ price: 5n })
  // A send for which the gas account itself is the claim key would be claimed, and paid, in its name.
  const own = await stage.sendRight({ claimKeyAt: account })
  const zero = `0x${'00'.repeat(32)}`
  const good = handOver(right)
  const calls = {
    'a transfer': call('transferFrom', [holder, seller, right]),
    'a withdrawal': call('withdraw', [seller, seller]),
    'a purchase': call('buyRight', [right.slice(0, 50)]),
    'another contract': { ...good, to: seller },
    'the contract, spelt otherwise': { ...good, to: rights.toLowerCase() as Account },
    'no call': { to: rights, data: '0x' },
    'half a call': { to: rights, data: good.data.slice(0, -2) },
    'bytes behind the call': { to: rights, data: `${good.data}${'00'.repeat(64)}` },
    'a claim with a price': await stage.claimOf(priced, nobody, 5n),
    'a claim without a signature': call('claim', [own, nobody, 2 ** 40, zero, zero]),
  }
  const relayer = start()

  for (const [what, each] of Object.entries(calls)) {
    await assert.rejects(relayer.quote({ person: ben, call: each }), RangeError, what)
    await assert.rejects(relayer.relay({ key: what, person: ben, call: each }), RangeError, what)
  }
  assert.equal(await stage.countOf(account), 0)
  assert.deepEqual(await ledger.unsettled(), [])
  const withReference = { to: rights, data: `${good.data}0123456789abcdef` }
  assert.equal((await relayer.relay({ key: 'k', person: ben, call: withReference })).type, 'sent')
  await assert.rejects(relayer.relay({ key: 'k', person: ben, call: good }), RangeError)
})

test('without a key it refuses everything', async () => {
  const { ledger, clock } = await openRelayers(stage)
  const { call } = await stage.work()
  const { options, chain } = stage
  const relayer = createRelayer({
    ...options,
    chain,
    ledger,
    limits: null,
    finalDepth: 3,
    now: () => clock.ms,
    failpoint: () => {},
    onTrouble: () => {},
  })

  const reason = { reason: 'off', error: null } as const
  assert.deepEqual(await relayer.quote({ person: ben, call }), { type: 'refuses', ...reason })
  const answer = await relayer.relay({ key: 'k', person: ben, call })
  assert.deepEqual(answer, { type: 'refused', ...reason })
})

test('a call that the chain would refuse is not paid for', async () => {
  const { account, start } = await openRelayers(stage)
  const right = await stage.requested()
  const call = stage.call('handOver', [`0x${'cd'.repeat(16)}`, right])

  const answer = await start().relay({ key: 'k', person: ben, call })

  assert.deepEqual(answer, { type: 'refused', reason: 'would-fail', error: 'SecretWrong' })
  assert.equal(await stage.countOf(account), 0)
})

test('a network that asks more than the operator allows is not paid', async () => {
  const { start } = await openRelayers(stage, { mostFeeWei: 1n })
  const { call } = await stage.work()

  const answer = await start().quote({ person: ben, call })

  assert.deepEqual(answer, { type: 'refuses', reason: 'too-expensive', error: null })
})

test('a call that burns too much gas is not paid for', async () => {
  const { start } = await openRelayers(stage)
  const rights: string[] = []
  for (let count = 0; count < 90; count += 1) rights.push(await stage.requested())
  const many = (count: number) => stage.call('handOverMany', [secret, rights.slice(0, count)])

  const answer = await start().quote({ person: ben, call: many(90) })

  assert.deepEqual(answer, { type: 'refuses', reason: 'too-expensive', error: null })
  assert.deepEqual(await start().quote({ person: ben, call: many(24) }), { type: 'pays' })
})

test('a person’s calls of a day are counted, and the next day is a new one', async () => {
  const { start, clock } = await openRelayers(stage, { perPerson: 1 })
  const [one, two] = [await stage.work(), await stage.work()]
  const relayer = start()
  await relayer.relay({ key: 'one', person: ben, call: one.call })

  const answer = await relayer.relay({ key: 'two', person: ben, call: two.call })
  assert.deepEqual(answer, { type: 'refused', reason: 'person-budget', error: null })
  // What was promised before stays promised, and others have a share of their own.
  assert.equal((await relayer.relay({ key: 'one', person: ben, call: one.call })).type, 'sent')
  assert.deepEqual(await relayer.quote({ person: ann, call: two.call }), { type: 'pays' })
  clock.ms += 86_400_000
  assert.equal((await relayer.relay({ key: 'two', person: ben, call: two.call })).type, 'sent')
})

test('a day’s budget counts the most that can be spent, then what was', async () => {
  const { start, ledger } = await openRelayers(stage)
  const [one, two] = [await stage.work(), await stage.work()]
  await start().relay({ key: 'one', person: ben, call: one.call })
  const [entry] = await ledger.unsettled()
  const most = (entry?.gas ?? 0n) * (entry?.signed[0]?.maxFeeWei ?? 0n)
  const tight = start(null, { dailyWei: most + most / 2n })

  const answer = await tight.quote({ person: ben, call: two.call })
  assert.deepEqual(answer, { type: 'refuses', reason: 'budget', error: null })
  await stage.mine(4)
  await tight.tend()
  // Settled, it counts with its true cost, which leaves room for as much again.
  assert.ok((await ledger.spentWithout('')) < most / 2n + most / 4n)
  const generous = start(null, { dailyWei: (await ledger.spentWithout('')) + most * 2n })
  assert.deepEqual(await generous.quote({ person: ben, call: two.call }), { type: 'pays' })
})

test('the next day has a budget of its own', async () => {
  const { start, ledger, clock } = await openRelayers(stage)
  const [one, two] = [await stage.work(), await stage.work()]
  await start().relay({ key: 'one', person: ben, call: one.call })
  const spentWei = await ledger.spentWithout('')
  assert.ok(spentWei > 0n)
  assert.equal(await ledger.spentWithout('one'), 0n)
  const tight = start(null, { dailyWei: spentWei + 1n })
  assert.equal((await tight.quote({ person: ben, call: two.call })).type, 'refuses')

  clock.ms += 86_400_000

  assert.equal(await ledger.spentWithout(''), 0n)
  assert.deepEqual(await tight.quote({ person: ben, call: two.call }), { type: 'pays' })
})

test('what is under way counts against what the gas account has', async () => {
  const { account, start, ledger } = await openRelayers(stage)
  const [one, two] = [await stage.work(), await stage.work()]
  await stage.automine(false)
  await start().relay({ key: 'one', person: ben, call: one.call })
  const most = await ledger.spentWithout('')
  await stage.ask('hardhat_setBalance', account, `0x${((most * 3n) / 2n).toString(16)}`)

  const answer = await start().quote({ person: ben, call: two.call })
  await stage.mine()
  await stage.automine(true)

  assert.deepEqual(answer, { type: 'refuses', reason: 'budget', error: null })
})

test('an empty gas account is an empty budget', async () => {
  const { start } = await openRelayers(stage, { fundWei: 0n })
  const { call } = await stage.work()

  const answer = await start().relay({ key: 'k', person: ben, call })

  assert.deepEqual(answer, { type: 'refused', reason: 'budget', error: null })
})

test('many at once get one nonce each, and one key asked for thrice gets one', async () => {
  const { account, start } = await openRelayers(stage)
  const work = []
  for (let count = 0; count < 6; count += 1) work.push(await stage.work())
  const relayer = start()

  const asked = work.flatMap(({ call }, at) =>
    [1, 2, 3].map(() => relayer.relay({ key: `k${at}`, person: ben, call })),
  )
  const answers = await Promise.all(asked)

  const hashes = new Set(answers.map((each) => (each.type === 'sent' ? each.hash : null)))
  assert.equal(hashes.size, 6)
  assert.ok(!hashes.has(null))
  assert.equal(await stage.countOf(account), 6)
  for (const { right } of work) assert.ok(await stage.isBurned(right))
})

test('two processes on one ledger send a key once', async () => {
  const { account, start } = await openRelayers(stage)
  const work = [await stage.work(), await stage.work()]

  const answers = await Promise.all(
    [start(), start()].flatMap((relayer) =>
      work.map(({ call }, at) => relayer.relay({ key: `k${at}`, person: ben, call })),
    ),
  )

  const hashes = new Set(answers.map((each) => (each.type === 'sent' ? each.hash : each.reason)))
  assert.equal(hashes.size, 2)
  assert.equal(await stage.countOf(account), 2)
})

test('the key is not in the ledger', async () => {
  const { database, privateKey, start } = await openRelayers(stage)
  const { call } = await stage.work()
  const sent = await start().relay({ key: 'k', person: ben, call })

  const rows = JSON.stringify([
    await database.selectFrom('relay_call').selectAll().execute(),
    await database.selectFrom('relay_transaction').selectAll().execute(),
  ])
  assert.ok(sent.type === 'sent' && rows.includes(sent.hash))
  assert.ok(!rows.includes(privateKey.slice(2)))
})
