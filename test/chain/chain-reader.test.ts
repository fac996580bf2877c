import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { id } from 'ethers'
import { commitment } from '../../src/domain/commitment.ts'
import type { DealId, TxHash } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { unpackRightWord } from '../../src/domain/right-word.ts'
import { buyCall, handOverCall, requestCall, transferCall } from '../../src/domain/rights-calls.ts'
import { SECRET, tea } from '../contracts/world.ts'
import {
  buyer,
  buyerAt,
  CHAIN_ID,
  hasCode,
  openStage,
  other,
  REFERENCE,
  seller,
  sellerAt,
} from './stage.ts'

const stage = await openStage()
const { chain, client, eventsOf, publish, reader, rights, sendAs } = stage
after(stage.close)

test('the reader gives a published series with its typed terms and goods', async () => {
  const { series, terms, txHash } = await publish()

  assert.deepEqual(await eventsOf(txHash), [
    { type: 'published', series, issuer: sellerAt, terms, goods: tea, limit: 10, txHash },
  ])
})

test('the reader gives each mint with the reference behind its call', async () => {
  const { series, terms } = await publish()
  const input = { series, terms, quantity: 2, buyer: buyerAt }

  const txHash = await sendAs(buyer, buyCall(rights, input, REFERENCE))
  const plain = await sendAs(buyer, buyCall(rights, { ...input, quantity: 1 }))

  const minted = (serial: bigint, hash: TxHash, reference: DealId | null) => ({
    type: 'minted',
    right: packRightId(series, serial),
    holder: buyerAt,
    txHash: hash,
    reference,
  })
  assert.deepEqual(await eventsOf(txHash), [
    minted(1n, txHash, REFERENCE),
    minted(2n, txHash, REFERENCE),
  ])
  assert.deepEqual(await eventsOf(plain), [minted(3n, plain, null)])
})

test('the reader gives transfers, requests and burns', async () => {
  const { series, terms } = await publish()
  const right = packRightId(series, 1n)
  await sendAs(buyer, buyCall(rights, { series, terms, quantity: 2, buyer: buyerAt }))
  const second = packRightId(series, 2n)
  const moved = await sendAs(
    buyer,
    transferCall(rights, { right: second, from: buyerAt, to: other }),
  )
  assert.deepEqual(await eventsOf(moved), [
    { type: 'transferred', right: second, from: buyerAt, to: other, txHash: moved },
  ])

  const secret = commitment({ chainId: CHAIN_ID, rights, right, holder: buyerAt, secret: SECRET })
  const asked = await eventsOf(
    await sendAs(buyer, requestCall(rights, { right, way: 'pick-up', commitment: secret })),
  )
  const burned = await eventsOf(
    await sendAs(seller, handOverCall(rights, { right, secret: SECRET })),
  )

  assert.equal(asked?.length, 1)
  const [event] = asked ?? []
  assert.ok(event?.type === 'moved')
  assert.equal(unpackRightWord(event.word).state, 'requested-pick-up')
  assert.deepEqual(
    burned?.map(({ type }) => type),
    ['burned'],
  )
})

test('the reader knows no block above the head, and one by its hash', async () => {
  const head = await reader().head()

  assert.equal(await reader().block(head.number + 1), null)
  assert.equal(await reader().block(id('no such block')), null)
  assert.equal((await reader().block(head.hash))?.number, head.number)
  assert.equal((await reader().block(head.number))?.time, head.time)
})

test('a block is not half read when its logs cannot be had', async () => {
  const { txHash } = await publish()
  await client.fault({ method: 'eth_getLogs', times: 1, kind: 'error' })
  await assert.rejects(eventsOf(txHash), hasCode('CHAIN_UNREACHABLE'))
  assert.equal((await eventsOf(txHash))?.length, 1)
})

test('a block that is taken back between two questions is no block', async () => {
  const { txHash } = await publish()
  const report = await chain().transaction(txHash)
  assert.ok(report.type === 'included')
  const original = globalThis.fetch
  // The reorganisation comes just before the logs are asked for.
  globalThis.fetch = async (input, init) => {
    if (String(init?.body).includes('eth_getLogs')) {
      globalThis.fetch = original
      await client.reorganise({ depth: 1, keepTransactions: true })
    }
    return original(input, init)
  }
  const lost = reader()

  assert.equal(await lost.block(report.blockNumber), null)
  assert.deepEqual((await lost.block(report.blockNumber))?.events, [])
})
