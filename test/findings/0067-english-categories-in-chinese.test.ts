import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadTaxonomy } from '../../src/taxonomy/load-taxonomy.ts'

const taxonomy = loadTaxonomy()
const found = (words: string) =>
  taxonomy.find(words, 6).map((id) => taxonomy.nameOf(id, 'zh-CN') ?? '')

// Below the first two levels a Chinese reader was shown English names, and could not find them by Chinese ones.
test('a category is shown and found by its Chinese name', () => {
  assert.equal(taxonomy.nameOf(2073, 'zh-CN'), '茶与冲泡饮品')
  for (const [words, name] of [
    ['果冻', '果酱与果冻'],
    ['马克杯', '马克杯'],
    ['蓝色连衣裙', '连衣裙'],
    ['笔记本电脑', '笔记本电脑'],
    ['毛绒玩具', '毛绒玩具'],
    ['瑜伽', '瑜伽与普拉提用品'],
  ] as const)
    assert.ok(found(words).includes(name), `${words}: ${found(words)}`)
})
