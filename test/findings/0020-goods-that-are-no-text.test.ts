import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { concat, hexlify, toUtf8Bytes } from 'ethers'
import { createChainReader } from '../../src/chain/create-chain-reader.ts'
import { publishCall, rightsInterface } from '../../src/domain/rights-calls.ts'
import { createIndexer } from '../../src/indexer/indexer.ts'
import { CHAIN_ID, openStage, seller } from '../chain/stage.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'
import { tea, teaTerms } from '../contracts/world.ts'

const stage = await openStage()
after(stage.close)

const hexOf = (text: string) => hexlify(toUtf8Bytes(text)).slice(2)

/** Puts a series on chain whose name is these bytes, as long as `XXXX`. */
async function publishNamed(bytes: string) {
  const input = { terms: teaTerms, goods: { ...tea, name: 'XXXX' }, salt: `0x${'77'.repeat(32)}` }
  const call = publishCall(stage.rights, input)
  const data = call.data.replace(hexOf('XXXX'), bytes)
  const fields = { to: stage.rights, data, value: 0n, gasLimit: 3_000_000n }
  const report = await stage.chain().transaction(await stage.sendRaw(seller, fields))
  assert.ok(report.type === 'included' && report.succeeded)
  return report
}

// The contract takes any bytes as text. Decoding a name that is no UTF-8 threw, and the index stood still for everybody.
test('a series whose name is no text is indexed, what cannot be read of it replaced', async () => {
  const { blockNumber } = await publishNamed(`${hexOf('ab')}fffe`)
  const { projections, rows } = await openSqliteStore()
  const indexer = createIndexer({
    reader: stage.reader(),
    projections,
    startBlock: blockNumber,
    finalDepth: 12,
  })

  await indexer.catchUp()

  const [series] = await rows('series')
  assert.match(String(series?.['body']), /"name":"ab\ufffd\ufffd"/)
})

test('a log that nobody can read is left out and told, and the rest of its block is read', async () => {
  const { txHash } = await stage.publish()
  const original = globalThis.fetch
  const { topicHash } = rightsInterface.getEvent('Published') ?? assert.fail()
  globalThis.fetch = async (input, init) => {
    const response = await original(input, init)
    if (!String(init?.body).includes('eth_getLogs')) return response
    const answer = (await response.json()) as { result: { topics: string[] }[] }
    const [log] = answer.result
    const broken = {
      ...log,
      topics: [topicHash, ...(log?.topics.slice(1) ?? [])],
      data: concat(['0x00']),
    }
    return Response.json({ ...answer, result: [broken, ...answer.result] })
  }
  after(() => {
    globalThis.fetch = original
  })
  const told: unknown[] = []
  const { url: rpcUrl, rights } = stage
  const reader = createChainReader({
    rpcUrl,
    rights,
    chainId: CHAIN_ID,
    onOddLog: (error) => told.push(error),
  })
  const report = await stage.chain().transaction(txHash)
  assert.ok(report.type === 'included')

  const block = await reader.block(report.blockHash)

  assert.deepEqual(
    block?.events.map(({ type }) => type),
    ['published'],
  )
  assert.equal(told.length, 1)
})
