import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { createIndexer } from '../../src/indexer/indexer.ts'
import type { ChainBlock, ChainReader } from '../../src/ports/chain-reader.ts'
import { block, blockHash, minted, moved, published, right, series } from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

const FINAL_DEPTH = 3
const tea = series('tea')
const one = right(tea, 1)

let chain: ChainBlock[]
/** Runs before every answer of the node: a chain can change while it is read. */
let meanwhile: () => void
let stored: Awaited<ReturnType<typeof openSqliteStore>>
let catchUp: () => Promise<void>

beforeEach(async () => {
  chain = []
  meanwhile = () => {}
  stored = await openSqliteStore()
  catchUp = follower(1)
})
afterEach(() => stored.close())

function follower(startBlock: number): () => Promise<void> {
  const reader: ChainReader = {
    async head() {
      meanwhile()
      const top = chain.at(-1) ?? block(0)
      return { number: top.number, hash: top.hash, time: top.time }
    },
    async block(at) {
      meanwhile()
      return chain.find(({ number, hash }) => number === at || hash === at) ?? null
    },
  }
  const deps = { reader, projections: stored.projections, startBlock, finalDepth: FINAL_DEPTH }
  return createIndexer(deps).catchUp
}

/** Puts blocks of a branch on the chain after cutting it above `fork`. */
function grow(fork: number, branch: string, ...contents: Parameters<typeof block>[1][]): void {
  chain = chain.filter(({ number }) => number <= fork)
  for (const events of contents) {
    const number = (chain.at(-1)?.number ?? 0) + 1
    const parentHash = chain.at(-1)?.hash ?? blockHash(0)
    chain.push({ ...block(number, events, branch), parentHash })
  }
}

const head = async () => (await stored.projections.head())?.hash ?? null
const theRight = () => stored.store.transaction(({ index }) => index.right(one))
const finalNumber = () =>
  stored.store.transaction(async ({ index }) => (await index.head()).finalNumber)

test('an empty chain is nothing to follow', async () => {
  await catchUp()

  assert.equal(await head(), null)
})

test('a whole chain is caught up with in one go, and the deep part is final', async () => {
  grow(0, 'a', [published(tea)], [minted(one)], [], [], [])
  await catchUp()

  assert.equal(await head(), blockHash(5))
  assert.equal((await theRight())?.mintedBlock, 2)
  assert.equal(await finalNumber(), 5 - FINAL_DEPTH)
})

test('what lies before the start block is left alone', async () => {
  grow(0, 'a', [published(series('old'))], [published(tea)], [])
  await follower(2)()

  assert.equal(await stored.projections.block(1), null)
  assert.notEqual(await stored.store.transaction(({ index }) => index.series(tea)), null)
})

test('a chain that ends before the start block is waited for', async () => {
  grow(0, 'a', [])
  await follower(5)()

  assert.equal(await head(), null)
})

test('looking again when nothing happened writes nothing', async () => {
  grow(0, 'a', [published(tea)], [minted(one)])
  await catchUp()
  const before = await stored.dump()
  await catchUp()

  assert.deepEqual(await stored.dump(), before)
})

test('another block of the same height takes the place of ours', async () => {
  grow(0, 'a', [published(tea)], [minted(one)])
  await catchUp()
  grow(1, 'b', [])
  await catchUp()

  assert.equal(await head(), blockHash(2, 'b'))
  assert.equal(await theRight(), null)
})

test('reorganisations of every unfinal depth end in the new chain', async () => {
  for (let depth = 1; depth <= FINAL_DEPTH; depth++) {
    const branch = `depth ${depth}`
    chain = []
    await stored.close()
    stored = await openSqliteStore()
    catchUp = follower(1)
    grow(0, 'a', [published(tea)], [], [minted(one)], [moved(one, 'requested-pick-up')], [])
    await catchUp()
    const again = Array.from({ length: depth + 1 }, () => [])
    grow(5 - depth, branch, ...again)
    await catchUp()

    assert.equal(await head(), blockHash(6, branch), branch)
    assert.equal((await theRight()) === null, depth === FINAL_DEPTH, branch)
  }
})

test('blocks that the node has no longer stay until another stands in their place', async () => {
  grow(0, 'a', [published(tea)], [minted(one)], [])
  await catchUp()
  chain = chain.slice(0, 1)
  await catchUp()
  assert.equal(await head(), blockHash(3))

  grow(1, 'b', [])
  await catchUp()
  assert.equal(await head(), blockHash(2, 'b'))
  assert.equal(await theRight(), null)
})

test('a block that is final for us is never taken back, whatever the chain says', async () => {
  grow(0, 'a', [published(tea)], [minted(one)], [], [], [])
  await catchUp()
  const before = await stored.dump()
  grow(1, 'b', [], [], [], [], [], [])

  await assert.rejects(catchUp(), /block 2, which was final/)
  assert.deepEqual(await stored.dump(), before)
})

test('a chain that changes while it is read leaves no mixture', async () => {
  grow(0, 'a', [published(tea)], [minted(one)], [])
  let reads = 0
  meanwhile = () => {
    reads += 1
    if (reads === 4) grow(1, 'b', [], [], [])
  }
  await catchUp()

  assert.ok(reads > 4)
  assert.equal(await head(), blockHash(4, 'b'))
  assert.equal(await theRight(), null)
})

test('a node that fails in the middle loses nothing', async () => {
  grow(0, 'a', [published(tea)], [minted(one)], [])
  let reads = 0
  meanwhile = () => {
    reads += 1
    if (reads === 4) throw new Error('the node is gone')
  }
  await assert.rejects(catchUp(), /the node is gone/)
  await catchUp()

  assert.equal(await head(), blockHash(3))
  assert.equal((await theRight())?.mintedBlock, 2)
})
