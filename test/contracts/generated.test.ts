import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { generateClient } from '../../scripts/generate-client.ts'

test('the generated client is what the contracts compile to', async () => {
  for (const [path, text] of await generateClient()) {
    const committed = await readFile(resolve(import.meta.dirname, '../..', path), 'utf8')
    assert.ok(committed === text, `${path} is stale: run node scripts/generate-client.ts`)
  }
})

test('the contract fits into the size that chains accept', async () => {
  const { rightsBytecode } = await import('../../src/chain/generated/rights.ts')
  assert.ok(rightsBytecode.length / 2 - 1 < 24_576)
})
