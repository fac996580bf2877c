import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startFollowing } from '../../../src/jobs/follow-chain.ts'

const NEVER_MS = 60_000

/** Somebody who follows; each turn ends when the test says so. */
function setUp() {
  const turns: (() => void)[] = []
  const following = startFollowing({
    catchUp: () => new Promise((resolve) => turns.push(resolve)),
    everyMs: NEVER_MS,
    onError: (error) => assert.fail(String(error)),
  })
  const ends = async (turn: number) => {
    turns[turn]?.()
    await new Promise(setImmediate)
  }
  return { following, turns, ends }
}

test('whoever pauses is woken at once, and only once', async () => {
  const { following, turns, ends } = setUp()
  await ends(0)
  assert.equal(turns.length, 1)
  following.wake()
  following.wake()
  await ends(-1)
  assert.equal(turns.length, 2)
  await ends(1)
  assert.equal(turns.length, 2)
  await following.stop()
})

test('woken in the middle of a turn, another follows it and does not run beside it', async () => {
  const { following, turns, ends } = setUp()
  following.wake()
  await ends(-1)
  assert.equal(turns.length, 1)
  await ends(0)
  assert.equal(turns.length, 2)
  await ends(1)
  assert.equal(turns.length, 2)
  await following.stop()
})

test('a turn that failed does not end it, and after a stop nothing wakes it', async () => {
  const failures: unknown[] = []
  let count = 0
  const following = startFollowing({
    catchUp: async () => {
      count += 1
      throw new Error('away')
    },
    everyMs: NEVER_MS,
    onError: (error) => failures.push(error),
  })
  await new Promise(setImmediate)
  following.wake()
  await new Promise(setImmediate)
  assert.deepEqual([count, failures.length], [2, 2])
  await following.stop()
  following.wake()
  await new Promise(setImmediate)
  assert.equal(count, 2)
})
