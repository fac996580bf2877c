import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account } from '../../src/domain/ids.ts'
import { seedSeries } from '../../src/sandbox/seed/goods.ts'
import { loadTaxonomy } from '../../src/taxonomy/load-taxonomy.ts'

// The seeded teapot had the number of the category *Ashtrays*: numbers say nothing to whoever types them.
test('every seeded good stands in a category of its kind', async () => {
  const taxonomy = loadTaxonomy()
  const nobody = `0x${'0'.repeat(40)}` as Account
  const series = await seedSeries(nobody, nobody)
  const found = series.map(({ goods }) => taxonomy.nameOf(goods.category, 'en'))
  const kinds = ['Tea & Infusions', 'Honey', 'Coffee Servers & Tea Pots', 'Coffee & Tea Cups']
  assert.deepEqual(new Set(found), new Set(kinds))
})
