import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contractTablePage } from '../../../scripts/generate-contract-table.ts'

const PAGE = 'docs/reference/contract-table.md'

test('the page of who may do what is what the rules say now', () => {
  const hint = 'node scripts/generate-contract-table.ts'
  assert.equal(readFileSync(PAGE, 'utf8'), contractTablePage(), hint)
})
