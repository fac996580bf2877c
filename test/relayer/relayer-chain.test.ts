import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import type { TxHash } from '../../src/domain/ids.ts'
import type { Relayer } from '../../src/ports/relayer.ts'
import { ben, GWEI, Killed, openRelayers, openRelayStage } from './stage.ts'

const stage = await openRelayStage()
after(stage.close)
afterEach(() => stage.automine(true))

const hashOf = (sent: Awaited<ReturnType<Relayer['relay']>>): TxHash => {
  assert.equal(sent.type, 'sent')
  return sent.type === 'sent' ? sent.hash : ('' as TxHash)
}

test('a block that is taken back gets its transaction again', async () => {
  const { account, start, ledger } = await openRelayers(stage)
  const [one, two] = [await stage.work(), await stage.work()]
  const before = await stage.ask('evm_snapshot')
  const relayer = start()
  const first = await relayer.relay({ key: 'one', person: ben, call: one.call })
  await relayer.relay({ key: 'two', person: ben, call: two.call })
  await relayer.tend()
  assert.equal((await ledger.unsettled())[0]?.included, hashOf(first))

  await stage.ask('evm_revert', before)
  assert.equal(await stage.countOf(account), 0)
  await relayer.tend()
  await stage.mine(4)
  await relayer.tend()

  assert.deepEqual(await ledger.unsettled(), [])
  assert.equal(await stage.countOf(account), 2)
  assert.ok((await stage.isBurned(one.right)) && (await stage.isBurned(two.right)))
  assert.deepEqual(await relayer.relay({ key: 'one', person: ben, call: one.call }), first)
})

test('a reorganisation below what was final opens the key again', async () => {
  const { start, ledger } = await openRelayers(stage)
  const { right, call } = await stage.work()
  const before = await stage.ask('evm_snapshot')
  const relayer = start()
  await relayer.relay({ key: 'k', person: ben, call })
  await stage.mine(4)
  await relayer.tend()
  assert.deepEqual(await ledger.unsettled(), [])

  await stage.ask('evm_revert', before)
  await relayer.tend()

  assert.ok(await stage.isBurned(right))
  assert.equal((await ledger.unsettled()).length, 1)
})

test('a transaction that the node dropped is sent again, as it was', async () => {
  const { start } = await openRelayers(stage)
  const { right, call } = await stage.work()
  await stage.automine(false)
  const relayer = start()
  const hash = hashOf(await relayer.relay({ key: 'k', person: ben, call }))
  await stage.ask('hardhat_dropTransaction', hash)
  assert.equal(await stage.ask('eth_getTransactionByHash', hash), null)

  await relayer.tend()
  await stage.mine()

  assert.ok(await stage.isBurned(right))
  assert.equal(hashOf(await relayer.relay({ key: 'k', person: ben, call })), hash)
})

test('a stuck transaction is replaced under its nonce, in time and within the limit', async () => {
  const { account, start, clock, ledger } = await openRelayers(stage)
  const { right, call } = await stage.work()
  await stage.automine(false)
  const relayer = start()
  const first = hashOf(await relayer.relay({ key: 'k', person: ben, call }))
  await stage.baseFee(30n * GWEI)
  await stage.mine()
  assert.ok(!(await stage.isBurned(right)))

  clock.ms += 59_000
  await relayer.tend()
  assert.equal((await ledger.unsettled())[0]?.signed.length, 1)
  clock.ms += 2000
  await start(null, { mostFeeWei: GWEI }).tend()
  assert.equal((await ledger.unsettled())[0]?.signed.length, 1)
  await start(null, { dailyWei: 1n }).tend()
  assert.equal((await ledger.unsettled())[0]?.signed.length, 1)
  await relayer.tend()
  const second = hashOf(await relayer.relay({ key: 'k', person: ben, call }))
  await stage.mine()

  assert.notEqual(second, first)
  assert.ok(await stage.isBurned(right))
  assert.equal(await stage.countOf(account), 1)
  const [entry] = await ledger.unsettled()
  const most = (entry?.gas ?? 0n) * (entry?.signed[1]?.maxFeeWei ?? 0n)
  assert.equal(await ledger.spentWithout(''), most)
  assert.deepEqual(
    entry?.signed.map(({ hash }) => hash),
    [first, second],
  )
})

test('what waits behind a stuck transaction is not replaced, and goes when that goes', async () => {
  const { account, start, clock, ledger } = await openRelayers(stage)
  const [one, two] = [await stage.work(), await stage.work()]
  await stage.automine(false)
  const relayer = start()
  await relayer.relay({ key: 'one', person: ben, call: one.call })
  await stage.baseFee(2n * GWEI)
  await stage.mine(0)
  await relayer.relay({ key: 'two', person: ben, call: two.call })
  clock.ms += 61_000

  await relayer.tend()

  const signed = (await ledger.unsettled()).map((entry) => entry.signed.length)
  assert.deepEqual(signed, [2, 1])
  await stage.mine()
  assert.equal(await stage.countOf(account), 2)
})

test('an old fee that comes into a block after its replacement was signed is the one that counts', async () => {
  const { start, clock, ledger } = await openRelayers(stage)
  const { call } = await stage.work()
  await stage.automine(false)
  const first = hashOf(await start().relay({ key: 'k', person: ben, call }))
  clock.ms += 61_000
  await assert.rejects(start('relay:replaced').tend(), Killed)
  await stage.mine(4)

  const relayer = start()
  await relayer.tend()

  assert.deepEqual(await ledger.unsettled(), [])
  assert.equal(hashOf(await relayer.relay({ key: 'k', person: ben, call })), first)
})

test('when the block of the older fee is taken back, the newest transaction is sent and named', async () => {
  const { start, clock, ledger } = await openRelayers(stage)
  const { right, call } = await stage.work()
  const before = await stage.ask('evm_snapshot')
  await stage.automine(false)
  const first = hashOf(await start().relay({ key: 'k', person: ben, call }))
  clock.ms += 61_000
  await assert.rejects(start('relay:replaced').tend(), Killed)
  await stage.mine()
  const relayer = start()
  await relayer.tend()
  assert.equal((await ledger.unsettled())[0]?.included, first)

  await stage.ask('evm_revert', before)
  await stage.automine(false)
  await relayer.tend()
  const second = hashOf(await relayer.relay({ key: 'k', person: ben, call }))
  await stage.mine()

  assert.notEqual(second, first)
  assert.ok(await stage.isBurned(right))
})

test('a nonce that something else used up is given up when that is final, and not before', async () => {
  const { account, wallet, start, ledger } = await openRelayers(stage)
  const { right, call } = await stage.work()
  await stage.automine(false)
  const relayer = start()
  const first = hashOf(await relayer.relay({ key: 'k', person: ben, call }))
  await stage.ask('hardhat_dropTransaction', first)
  const foreign = await wallet.signTransaction({
    type: 2,
    chainId: 31337,
    nonce: 0,
    gasLimit: 21_000n,
    maxFeePerGas: 50n * GWEI,
    to: stage.seller,
    value: 1n,
  })
  await stage.ask('eth_sendRawTransaction', foreign)
  await stage.mine(3)
  await relayer.tend()
  assert.equal((await ledger.unsettled())[0]?.nonce, 0)

  await stage.mine(1)
  await assert.rejects(start('relay:moved').tend(), Killed)
  await relayer.tend()
  await stage.mine()

  assert.ok(await stage.isBurned(right))
  assert.equal(await stage.countOf(account), 2)
  const moved = hashOf(await relayer.relay({ key: 'k', person: ben, call }))
  assert.notEqual(moved, first)
  await stage.mine(4)
  await relayer.tend()
  assert.deepEqual(await ledger.unsettled(), [])
  assert.equal(await stage.countOf(account), 2)
})

test('an account whose key was used before begins behind what the chain has', async () => {
  const { account, wallet, start } = await openRelayers(stage)
  const { right, call } = await stage.work()
  const foreign = { type: 2, chainId: 31337, nonce: 0, gasLimit: 21_000n, to: stage.seller }
  const raw = await wallet.signTransaction({ ...foreign, maxFeePerGas: 50n * GWEI })
  await stage.ask('eth_sendRawTransaction', raw)

  await start().relay({ key: 'k', person: ben, call })

  assert.ok(await stage.isBurned(right))
  assert.equal(await stage.countOf(account), 2)
})
