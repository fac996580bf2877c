import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { AbiCoder, id } from 'ethers'
import type { TxHash } from '../../src/domain/ids.ts'
import { approveCall, buyCall, rightsInterface } from '../../src/domain/rights-calls.ts'
import { SALT } from '../contracts/world.ts'
import { buyer, buyerAt, hasCode, openStage, other, REFERENCE } from './stage.ts'

const stage = await openStage()
const { chain, client, coin, publish, reader, rights, sendAs, sendRaw } = stage
after(stage.close)

test('a transaction is reported with its call', async () => {
  const { series, terms } = await publish()
  const call = buyCall(rights, { series, terms, quantity: 1, buyer: buyerAt }, REFERENCE)

  const report = await chain().transaction(await sendAs(buyer, call))

  assert.ok(report.type === 'included')
  assert.deepEqual(report.call, { from: buyerAt, ...call })
  assert.deepEqual([report.succeeded, report.reason], [true, null])
  assert.deepEqual(await chain().transaction(id('nothing') as TxHash), { type: 'unknown' })
})

test('a failed transaction is reported with its reason', async () => {
  const { series, terms } = await publish({ supply: 1 })
  const call = buyCall(rights, { series, terms, quantity: 2, buyer: buyerAt })

  const report = await chain().transaction(await sendRaw(buyer, call))

  assert.ok(report.type === 'included')
  assert.deepEqual([report.succeeded, report.reason], [false, 'SoldOut'])
})

/** A node that gives one fixed answer to each method. */
async function fakeNode(answers: Record<string, unknown>) {
  const server = createServer(async (request, response) => {
    const { id: asked, method } = JSON.parse(await text(request))
    const answer = answers[method] instanceof Object ? answers[method] : { result: answers[method] }
    response.end(JSON.stringify({ jsonrpc: '2.0', id: asked, ...answer }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

for (const [what, blockHash] of [
  ['waits for a block', null],
  ['lost its block between two questions', SALT],
]) {
  test(`a transaction that ${what} is pending`, async () => {
    const sent = { from: buyerAt, to: other, input: '0x', value: '0x5', blockHash }
    const node = await fakeNode({
      eth_chainId: '0x7a69',
      eth_getTransactionByHash: { result: sent },
      eth_getTransactionReceipt: null,
    })

    const report = await chain({ rpcUrl: node.url }).transaction(SALT as TxHash)
    node.close()

    assert.deepEqual(report, {
      type: 'pending',
      call: { from: buyerAt, to: other, data: '0x', value: 5n },
    })
  })
}

const refusals: [string, object, string][] = [
  [
    'the code and data of most nodes',
    {
      code: 3,
      message: 'execution reverted',
      data: rightsInterface.encodeErrorResult('SoldOut', [`0x${'01'.repeat(24)}`, 0]),
    },
    'SoldOut',
  ],
  [
    'data inside data',
    {
      code: -32603,
      message: 'x',
      data: { data: rightsInterface.encodeErrorResult('GoodsIncomplete') },
    },
    'GoodsIncomplete',
  ],
  [
    'a text',
    {
      code: 3,
      message: 'x',
      data: `0x08c379a0${AbiCoder.defaultAbiCoder().encode(['string'], ['too late']).slice(2)}`,
    },
    'too late',
  ],
  [
    'unknown data',
    { code: 3, message: 'execution reverted', data: '0x12345678' },
    'execution reverted',
  ],
  [
    'words only',
    { code: -32000, message: 'insufficient funds for gas * price + value' },
    'insufficient funds for gas * price + value',
  ],
]
for (const [how, error, reason] of refusals) {
  test(`a refusal of a call with ${how} is understood`, async () => {
    const node = await fakeNode({ eth_chainId: '0x7a69', eth_estimateGas: { error } })

    const tried = await chain({ rpcUrl: node.url }).simulate({
      from: buyerAt,
      to: other,
      data: '0x',
      value: 0n,
    })
    node.close()

    assert.deepEqual(tried, { type: 'reverted', error: reason })
  })
}

test('balances, allowances and coins', async () => {
  await sendAs(buyer, approveCall({ coin, rights, amount: 7n }))

  assert.equal(await chain().balance(buyerAt, coin), 100_000_000n)
  assert.equal(await chain().balance(other, null), 0n)
  assert.equal(await chain().allowance(buyerAt, coin), 7n)
  assert.deepEqual(await chain().currency(coin), { address: coin, symbol: 'USDC', decimals: 6 })
  assert.deepEqual(await chain({ nativeSymbol: 'POL' }).currency(null), {
    address: null,
    symbol: 'POL',
    decimals: 18,
  })
  for (const noCoin of [rights, other]) {
    await assert.rejects(
      chain()
        .balance(buyerAt, noCoin)
        .then(() => chain().currency(noCoin)),
      hasCode('CALL_REVERTED'),
    )
  }
})

test('a call is tried without sending it', async () => {
  const { series, terms } = await publish({ supply: 1 })
  const one = buyCall(rights, { series, terms, quantity: 1, buyer: buyerAt })
  const two = buyCall(rights, { series, terms, quantity: 2, buyer: buyerAt })

  const fine = await chain().simulate({ from: buyerAt, ...one })

  assert.ok(fine.type === 'ok' && fine.gas > 60_000n)
  assert.deepEqual(await chain().simulate({ from: buyerAt, ...two }), {
    type: 'reverted',
    error: 'SoldOut',
  })
})

for (const kind of ['error', 'timeout', 'drop'] as const) {
  test(`every question says that the chain is out of reach after a fault of kind ${kind}`, async () => {
    const port = chain({ timeoutMs: 150 })
    await port.head()
    const call = { from: buyerAt, to: coin, data: '0x', value: 0n }
    const questions: [string, () => Promise<unknown>][] = [
      ['eth_getBlockByNumber', () => port.head()],
      ['eth_getTransactionByHash', () => port.transaction(id('x') as TxHash)],
      ['eth_getBalance', () => port.balance(buyerAt, null)],
      ['eth_estimateGas', () => port.simulate(call)],
      ['eth_getCode', () => port.hasSigned(buyerAt, 'x', '0x12')],
    ]
    for (const [method, question] of questions) {
      await client.fault({ method, times: 1, kind })
      await assert.rejects(question(), hasCode('CHAIN_UNREACHABLE'), method)
    }
    assert.ok((await port.head()).number > 0)
  })
}

test('a sent transaction whose answer was lost is on the chain all the same', async () => {
  const { series, terms } = await publish()
  await client.fault({ method: 'eth_sendRawTransaction', times: 1, kind: 'drop', late: true })

  const { number } = await reader().head()
  await assert.rejects(
    sendAs(buyer, buyCall(rights, { series, terms, quantity: 1, buyer: buyerAt })),
  )

  assert.equal((await reader().block(number + 1))?.events[0]?.type, 'minted')
})

test('a node of another chain counts as out of reach', async () => {
  await assert.rejects(chain({ chainId: 1 }).head(), hasCode('CHAIN_UNREACHABLE'))
  await assert.rejects(chain({ rpcUrl: 'http://127.0.0.1:1' }).head(), hasCode('CHAIN_UNREACHABLE'))
})
