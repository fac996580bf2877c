import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createIndexer } from '../../src/indexer/indexer.ts'
import { startFollowing } from '../../src/jobs/follow-chain.ts'
import { block, blockHash, minted, published, right, series } from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

const tea = series('tea')
const chain = [block(1, [published(tea)]), block(2, [minted(right(tea, 1))])]
for (let number = 3; number <= 40; number += 1) chain.push(block(number))
const { projections, dump, close } = await openSqliteStore()
after(close)

/** A node that says its head is `top` and has the blocks up to `has`. */
function follow(top: number, has = top) {
  let asked = 0
  const at = (number: number) => chain[number - 1] ?? assert.fail()
  const reader = {
    head: async () => {
      asked += 1
      return at(top)
    },
    block: async (number: number | string) => {
      asked += 1
      return chain.find((each) => each.number === number && each.number <= has) ?? null
    },
  }
  const indexer = createIndexer({ reader, projections, startBlock: 1, finalDepth: 3 })
  return { indexer, asked: () => asked }
}
const height = async () => (await projections.head())?.number

// A first sync of hours could not be stopped: closing the bot waited for its end.
test('a long way is stopped between two blocks, and gone on with', async () => {
  const { indexer, asked } = follow(20)
  const stopping = new AbortController()
  const turn = indexer.catchUp(stopping.signal)
  while (asked() < 10) await Promise.resolve()
  stopping.abort()
  await turn
  const reached = (await height()) ?? 0
  assert.ok(reached < 20, `${reached} blocks`)

  await indexer.catchUp()
  assert.equal(await height(), 20)
})

test('stopping to follow ends the turn', async () => {
  const following = startFollowing({
    catchUp: (signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    everyMs: 1,
    onError: (error) => assert.fail(String(error)),
  })
  await following.stop()
})

// A head whose block was not there yet was asked for again at once, hundreds of times a second.
test('a block that is not there yet is left for the next turn', async () => {
  const { indexer, asked } = follow(21, 20)
  await indexer.catchUp()

  assert.equal(await height(), 20)
  assert.ok(asked() < 40)
})

// One of several nodes that lagged behind took purchases off their cards, or stopped the index when it lagged far.
test('a node that is behind takes nothing back', async () => {
  const before = await dump()
  for (const top of [19, 2, 1]) await follow(top).indexer.catchUp()

  assert.deepEqual(await dump(), before)
})

test('a node that is behind on another branch takes back what differs, and no more', async () => {
  const other = block(18, [], 'b', 'a')
  const reader = {
    head: async () => other,
    block: async (number: number | string) =>
      number === 18 ? other : (chain.find((each) => each.number === number && number < 18) ?? null),
  }
  await createIndexer({ reader, projections, startBlock: 1, finalDepth: 3 }).catchUp()

  assert.equal((await projections.head())?.hash, blockHash(18, 'b'))
  assert.equal((await projections.block(17))?.hash, blockHash(17))
})
