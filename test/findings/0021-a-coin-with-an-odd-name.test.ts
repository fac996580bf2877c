import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { AbiCoder, encodeBytes32String, id, toBeHex, toUtf8Bytes } from 'ethers'
import { createChain } from '../../src/chain/create-chain.ts'
import type { Account } from '../../src/domain/ids.ts'

type Answer = { status?: number; result?: unknown; error?: { code: number; message: string } }

const coin = '0x1111111111111111111111111111111111111111' as Account
const SYMBOL = id('symbol()').slice(0, 10)
const DECIMALS = { result: toBeHex(6, 32) }

let answer: (view: string) => Answer = () => DECIMALS
let asked = 0
const server = createServer(async (request, response) => {
  const { method, params } = await new Response(request as unknown as ReadableStream).json()
  const isCall = method === 'eth_call'
  if (isCall) asked += 1
  const { status = 200, ...body } = isCall ? answer(params[0].data) : { result: '0x1' }
  response.statusCode = status
  response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, ...body }))
})
await new Promise<void>((resolve) => server.listen(0, resolve))
after(() => server.close())

const { port } = server.address() as AddressInfo
const chain = () =>
  createChain({ rpcUrl: `http://127.0.0.1:${port}`, chainId: 1, rights: coin, timeoutMs: 500 })

const bytes = (given: Uint8Array) => AbiCoder.defaultAbiCoder().encode(['bytes'], [given])
const text = (given: string) => bytes(toUtf8Bytes(given))
/** A coin of six decimals that answers this when asked for its name. */
const named = (name: Answer) => (view: string) => (view.startsWith(SYMBOL) ? name : DECIMALS)
const revert = { error: { code: 3, message: 'execution reverted' } }

// A name that could not be decoded counted as a node out of reach, for ever; a name was cut through the middle of a sign.
for (const [what, name, shown] of [
  ['is no text', { result: bytes(Uint8Array.of(0xff, 0xfe)) }, '0x1111…1111'],
  ['fills 32 bytes', { result: encodeBytes32String('MKR') }, 'MKR'],
  ['is not there', revert, '0x1111…1111'],
  ['is cut short', { result: '0x12' }, '0x1111…1111'],
  ['is long', { result: text('A'.repeat(5000)) }, 'A'.repeat(16)],
  ['ends in the middle of a sign', { result: text(`x${'𝐀'.repeat(8)}`) }, `x${'𝐀'.repeat(7)}`],
] as const) {
  test(`a coin whose name ${what} is a coin`, async () => {
    answer = named(name)
    assert.deepEqual(await chain().currency(coin), { address: coin, symbol: shown, decimals: 6 })
  })
}

// Any refusal of the node counted as "no coin": six decimals became none until the next start.
for (const [what, trouble] of [
  ['limits us', { error: { code: -32005, message: 'rate limit exceeded' } }],
  ['limits us by status', { status: 429, error: { code: 429, message: 'too many requests' } }],
  ['is broken', { status: 502 }],
  ['lacks the state', { error: { code: -32000, message: 'missing trie node' } }],
  ['answers nothing', { result: null }],
] as const) {
  test(`a node that ${what} says nothing about a coin`, async () => {
    answer = () => trouble
    await assert.rejects(chain().currency(coin), { code: 'CHAIN_UNREACHABLE' })
  })
}

for (const [what, said] of [
  ['fails', revert],
  ['says nothing', { result: '0x' }],
  ['has no end', { error: { code: -32000, message: 'out of gas' } }],
] as const) {
  test(`what ${what} when asked for its decimals is no coin`, async () => {
    answer = () => said
    await assert.rejects(chain().currency(coin), { code: 'CALL_REVERTED' })
  })
}

test('what failed just now is not asked of the node again', async () => {
  answer = () => revert
  const once = chain()
  asked = 0
  for (let turn = 0; turn < 3; turn += 1) {
    await assert.rejects(once.currency(coin), { code: 'CALL_REVERTED' })
  }
  assert.equal(asked, 1)
})
