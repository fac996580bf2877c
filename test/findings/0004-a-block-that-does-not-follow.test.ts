import assert from 'node:assert/strict'
import { test } from 'node:test'
import { block } from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

// The projections took any block in whose number was new, though they promise to refuse one that does not follow the
// head: a second indexer could have left a hole or mixed two branches.
test('a block behind a gap, or on another branch, is refused', async (context) => {
  const { projections, close } = await openSqliteStore()
  context.after(close)
  await projections.append(block(1))

  await assert.rejects(projections.append(block(3)))
  await assert.rejects(projections.append(block(2, [], 'other')))
})
