import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inspect } from 'node:util'
import { createRelayer } from '../../src/chain/relayer/create-relayer.ts'
import { commitment } from '../../src/domain/commitment.ts'
import type { SeriesId } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { buyCall, requestCall } from '../../src/domain/rights-calls.ts'
import { buyer, buyerAt, CHAIN_ID, hasCode, openStage } from '../chain/stage.ts'
import { ben, GWEI, Killed, openRelayers, openRelayStage, secret } from './stage.ts'

const stage = await openRelayStage()
after(stage.close)

const sending = ['relay:before-write', 'relay:in-write', 'relay:written', 'relay:sent']

for (const place of sending) {
  test(`killed at ${place} and asked again, it sends exactly one`, async () => {
    const { account, start } = await openRelayers(stage)
    const { right, call } = await stage.work()
    await assert.rejects(start(place).relay({ key: 'k', person: ben, call }), Killed)

    const relayer = start()
    await relayer.tend()
    const first = await relayer.relay({ key: 'k', person: ben, call })
    await relayer.tend()

    assert.equal(first.type, 'sent')
    assert.deepEqual(await relayer.relay({ key: 'k', person: ben, call }), first)
    assert.equal(await stage.countOf(account), 1)
    assert.ok(await stage.isBurned(right))
  })
}

test('what was written before the kill is sent by the next start, though nobody asks again', async () => {
  const { account, start } = await openRelayers(stage)
  const { right, call } = await stage.work()
  await assert.rejects(start('relay:written').relay({ key: 'k', person: ben, call }), Killed)
  assert.equal(await stage.countOf(account), 0)

  await start().tend()

  assert.ok(await stage.isBurned(right))
})

test('killed before settling, it settles at the next start', async () => {
  const { start, ledger } = await openRelayers(stage)
  const { call } = await stage.work()
  await start().relay({ key: 'k', person: ben, call })
  await stage.mine(3)
  await assert.rejects(start('relay:before-settle').tend(), Killed)
  assert.equal((await ledger.unsettled()).length, 1)

  await start().tend()

  assert.deepEqual(await ledger.unsettled(), [])
})

test('what waits for three blocks above it is not settled before', async () => {
  const { start, ledger } = await openRelayers(stage)
  const { call } = await stage.work()
  const sent = await start().relay({ key: 'k', person: ben, call })
  await stage.mine(2)
  await start().tend()

  const [entry] = await ledger.unsettled()
  assert.equal(entry?.included, sent.type === 'sent' && sent.hash)
  await stage.mine(1)
  await start().tend()
  assert.deepEqual(await ledger.unsettled(), [])
})

test('killed between writing a replacement and sending it, whichever gets into a block is named', async () => {
  const { account, clock, start } = await openRelayers(stage)
  const { right, call } = await stage.work()
  await stage.automine(false)
  const first = await start().relay({ key: 'k', person: ben, call })
  clock.ms += 61_000
  await assert.rejects(start('relay:replaced').tend(), Killed)
  await stage.mine()
  await stage.automine(true)
  const relayer = start()
  // Until somebody has looked, the newest is named; then the one in the block.
  await relayer.tend()

  assert.deepEqual(await relayer.relay({ key: 'k', person: ben, call }), first)
  assert.equal(await stage.countOf(account), 1)
  assert.ok(await stage.isBurned(right))
})

for (const late of [true, false]) {
  const when = late ? 'after' : 'before'
  test(`a node whose answer is lost ${when} it took the transaction sends one`, async (t) => {
    const local = await openStage()
    t.after(local.close)
    const { client, rights, post } = local
    const { account, privateKey, ledger, clock } = await openRelayers(stage)
    await client.fund({ account, native: 10n ** 18n })
    const { series, terms } = await local.publish()
    await local.sendAs(buyer, buyCall(rights, { series, terms, quantity: 1, buyer: buyerAt }))
    const right = packRightId(series, 1n)
    const tied = commitment({ chainId: CHAIN_ID, rights, right, holder: buyerAt, secret })
    await local.sendAs(buyer, requestCall(rights, { right, way: 'pick-up', commitment: tied }))
    const troubles: unknown[] = []
    const relayer = createRelayer({
      rpcUrl: local.url,
      chainId: CHAIN_ID,
      chain: local.chain(),
      ledger,
      limits: { privateKey, dailyWei: 10n ** 18n, perPerson: 9, mostFeeWei: 100n * GWEI },
      finalDepth: 3,
      now: () => clock.ms,
      failpoint: () => {},
      onTrouble: (thrown) => troubles.push(thrown),
    })
    const call = stage.handOver(right)
    const count = async () => Number(await post('eth_getTransactionCount', [account, 'latest']))

    await client.fault({ method: 'eth_sendRawTransaction', times: 1, kind: 'drop', late })
    const sent = await relayer.relay({ key: 'k', person: ben, call })
    assert.equal(sent.type, 'sent')
    assert.equal(troubles.length, 1)
    assert.ok(!inspect(troubles, { depth: 9 }).includes(privateKey.slice(2)))
    assert.equal(await count(), late ? 1 : 0)
    await relayer.tend()
    await relayer.tend()

    assert.equal(await count(), 1)
    assert.deepEqual(await relayer.relay({ key: 'k', person: ben, call }), sent)
  })
}

test('a chain that cannot be reached before anything is written is an error', async () => {
  const local = await openStage()
  const { ledger, clock, privateKey } = await openRelayers(stage)
  const relayer = createRelayer({
    rpcUrl: local.url,
    chainId: CHAIN_ID,
    chain: local.chain(),
    ledger,
    limits: { privateKey, dailyWei: 10n ** 18n, perPerson: 9, mostFeeWei: 100n * GWEI },
    finalDepth: 3,
    now: () => clock.ms,
    failpoint: () => {},
    onTrouble: () => {},
  })
  await local.close()
  const call = stage.handOver(packRightId(`0x${'00'.repeat(24)}` as SeriesId, 1n))

  const unreachable = hasCode('CHAIN_UNREACHABLE')
  await assert.rejects(relayer.relay({ key: 'k', person: ben, call }), unreachable)
  await assert.rejects(relayer.quote({ person: ben, call }), unreachable)
  await assert.rejects(relayer.tend(), unreachable)
  assert.deepEqual(await ledger.unsettled(), [])
})
