import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Wallet } from 'ethers'
import { createChain } from '../../../src/chain/create-chain.ts'
import { createChainReader } from '../../../src/chain/create-chain-reader.ts'
import type { Account } from '../../../src/domain/ids.ts'
import { publishCall } from '../../../src/domain/rights-calls.ts'
import { createChainClient } from '../../../src/sandbox/chain/chain-client.ts'
import {
  type ChainProcess,
  createChainProcess,
} from '../../../src/sandbox/chain/create-chain-process.ts'
import { SALT, tea, teaTerms } from '../../contracts/world.ts'

const TOKEN = 'sandbox-token'
const seller = new Wallet(`0x${'51'.repeat(32)}`)
const account = seller.address as Account

let chain: ChainProcess
let now = 1_800_000_000
before(async () => {
  chain = await createChainProcess({ token: TOKEN, blockEveryMs: 0, nowSeconds: () => now })
})
after(() => chain.close())

const client = () => createChainClient({ url: chain.url, token: TOKEN })
const reader = () =>
  createChainReader({ rpcUrl: chain.url, chainId: 31337, rights: chain.stage.rights })
const port = () => createChain({ rpcUrl: chain.url, chainId: 31337, rights: chain.stage.rights })

async function ask(method: string, params: unknown[] = [], token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 7, method, params })
  const response = await fetch(chain.url, { method: 'POST', headers, body })
  return (await response.json()) as { id: number; result?: unknown; error?: { code: number } }
}

test('contract and coin are always at the same addresses', async () => {
  const again = await createChainProcess({ blockEveryMs: 0 })

  assert.deepEqual(again.stage, chain.stage)
  assert.deepEqual(await client().stage(), chain.stage)
  await again.close()
})

test('an account gets money of both kinds', async () => {
  await client().fund({ account, native: 10n ** 18n, coin: 100_000_000n })

  assert.equal(await port().balance(account, null), 10n ** 18n)
  assert.equal(await port().balance(account, chain.stage.coin), 100_000_000n)
})

test('the sandbox methods are nobody elses', async () => {
  for (const token of [undefined, '', 'wrong-token..', `${TOKEN}x`]) {
    assert.equal((await ask('sandbox_accounts', [], token)).error?.code, -32601)
  }
})

test('methods that change the rules of the chain exist for nobody, token or not', async () => {
  const dangerous = [
    'evm_mine',
    'evm_snapshot',
    'evm_revert',
    'hardhat_setBalance',
    'hardhat_impersonateAccount',
    'eth_sendTransaction',
    'eth_accounts',
    'eth_sign',
    'debug_traceCall',
    'toString',
  ]
  for (const method of dangerous) {
    for (const token of [undefined, TOKEN]) {
      assert.equal((await ask(method, [], token)).error?.code, -32601, method)
    }
  }
})

test('what is no request gets an answer that says so', async () => {
  for (const body of ['', 'x', '[]', '{}', '[1]', 'null', '{"method":"eth_call","params":{}}']) {
    const response = await fetch(chain.url, { method: 'POST', body })
    assert.equal((await response.json()).error.code, -32700, body)
  }
  for (const input of [{ depth: 0 }, { depth: 10_000 }, {}]) {
    assert.equal((await ask('sandbox_reorganise', [input], TOKEN)).error?.code, -32602)
  }
})

test('a batch is answered in order', async () => {
  const body = JSON.stringify([
    { jsonrpc: '2.0', id: 1, method: 'eth_chainId' },
    { jsonrpc: '2.0', id: 2, method: 'evm_mine' },
  ])
  const answers = await (await fetch(chain.url, { method: 'POST', body })).json()
  assert.deepEqual([answers[0].id, answers[0].result, answers[1].id], [1, '0x7a69', 2])
})

test('blocks carry the clocks time however many there are', async () => {
  now += 100
  for (let mined = 0; mined < 5; mined += 1) await client().mine()
  assert.equal((await reader().head()).time, now)

  now -= 50
  await client().mine()
  assert.equal((await reader().head()).time, now + 50)
  now += 60
  await client().mine()
  assert.equal((await reader().head()).time, now)
})

async function publishOne(fill: string) {
  await client().fund({ account, native: 10n ** 18n })
  const salt = `0x${fill.repeat(32)}`
  return client().send(
    seller.privateKey,
    publishCall(chain.stage.rights, { terms: teaTerms, goods: tea, salt }),
  )
}

test('a reorganisation that keeps transactions puts them into later blocks of another branch', async () => {
  const hash = await publishOne('a1')
  const before = await port().transaction(hash)
  assert.ok(before.type === 'included')
  const old = await reader().block(before.blockNumber)
  await client().mine()

  const done = await client().reorganise({ depth: 2, keepTransactions: true })

  assert.deepEqual(done.sentAgain, [hash])
  const now = await port().transaction(hash)
  assert.ok(now.type === 'included' && now.succeeded)
  assert.ok(now.blockNumber > before.blockNumber)
  const replaced = await reader().block(before.blockNumber)
  assert.notEqual(replaced?.hash, old?.hash)
  assert.equal(replaced?.parentHash, old?.parentHash)
  assert.equal(await reader().block(old?.hash ?? ''), null)
  assert.deepEqual(replaced?.events, [])
  assert.deepEqual((await reader().block(now.blockNumber))?.events, old?.events)
})

test('a reorganisation that drops transactions leaves no trace of them', async () => {
  const hash = await publishOne('b1')
  const head = await reader().head()

  const done = await client().reorganise({ depth: 1, keepTransactions: false })

  assert.ok(done.head > head.number)
  assert.deepEqual(await port().transaction(hash), { type: 'unknown' })
  // The same call can be sent again, as after a real one.
  await client().send(
    seller.privateKey,
    publishCall(chain.stage.rights, { terms: teaTerms, goods: tea, salt: SALT }),
  )
})

test('branches stay linked by parent hash through several reorganisations', async () => {
  for (const depth of [1, 3, 2]) {
    await client().mine()
    await client().mine()
    await client().mine()
    await client().reorganise({ depth, keepTransactions: true })
  }

  const { number } = await reader().head()
  for (let at = number; at > 1; at -= 1) {
    const block = await reader().block(at)
    assert.equal((await reader().block(at - 1))?.hash, block?.parentHash)
  }
})

test('the contracts themselves are never taken back', async () => {
  const { number } = await reader().head()
  const refused = client().reorganise({ depth: number, keepTransactions: true })
  await assert.rejects(refused, /no such depth/)
})

test('the clock can be moved forward for good', async () => {
  const { time } = await reader().head()

  await client().advance(86_400)

  assert.equal((await reader().head()).time, Math.max(time, now) + 86_400)
  await client().mine()
  assert.equal((await reader().head()).time, now + 86_400)
})
