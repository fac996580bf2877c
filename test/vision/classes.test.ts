import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { loadTaxonomy } from '../../src/taxonomy/load-taxonomy.ts'
import { categoryOfClasses, readClassCategories } from '../../src/vision/class-categories.ts'
import { readManifest } from '../../src/vision/manifest.ts'
import { MODELS } from '../support/some-vision.ts'

const folder = mkdtempSync(join(tmpdir(), 'classes-'))
after(() => rmSync(folder, { recursive: true }))
/** 1 is above 11 and 12, and 11 above 111 and 112. */
const lines: Record<number, number[]> = {
  1: [1],
  11: [11, 1],
  12: [12, 1],
  111: [111, 11, 1],
  112: [112, 11, 1],
}
const told = (probabilities: number[], share = 0.5) =>
  categoryOfClasses(probabilities, {
    categories: new Map([
      [0, 111],
      [1, 112],
      [2, 12],
      [3, 1],
    ]),
    lineOf: (category) => lines[category] ?? [],
    share,
  })

test('the narrowest category is told that has enough with all that is under it', () => {
  assert.equal(told([0.6, 0.1, 0.2, 0]), 111)
  assert.equal(told([0.3, 0.3, 0.2, 0]), 11)
  assert.equal(told([0.1, 0.1, 0.6, 0]), 12)
  assert.equal(told([0, 0.5, 0, 0]), 112)
})

test('the widest categories are never told, nor anything when nothing has enough', () => {
  assert.equal(told([0.2, 0.2, 0.4, 0.2]), null)
  assert.equal(told([0, 0, 0, 1]), null)
  assert.equal(told([0, 0, 0, 0]), null)
  assert.equal(told([]), null)
})

test('of two that have as much, the one with more is told', () => {
  assert.equal(told([0.45, 0.55, 0, 0], 0.4), 112)
})

test('the table of classes names categories of goods, and each class once', () => {
  const text = readFileSync(join(MODELS, 'classes.tsv'), 'utf8')
  const rows = text.split('\n').filter((line) => line !== '')
  const read = readClassCategories(join(MODELS, 'classes.tsv'))
  const { classes } = readManifest(join(MODELS, 'manifest.json')).model
  const taxonomy = loadTaxonomy()
  assert.ok(rows.length > 200)
  assert.equal(read.size, rows.length, 'no class twice')
  for (const [number, category] of read) {
    assert.ok(Number.isInteger(number) && number >= 0 && number < classes, `class ${number}`)
    assert.notEqual(taxonomy.nameOf(category, 'en'), null, `category ${category}`)
    assert.equal(taxonomy.isDigital(category), false, `category ${category}`)
  }
})

test('the shipped model is the file that the manifest names, and small enough to ship', () => {
  const { file, sha256, licence } = readManifest(join(MODELS, 'manifest.json')).model
  const bytes = readFileSync(join(MODELS, file))
  assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
  assert.ok(statSync(join(MODELS, file)).size < 25_000_000)
  assert.equal(licence, 'Apache-2.0')
})

test('a manifest that is not as it has to be is refused', () => {
  const good = JSON.parse(readFileSync(join(MODELS, 'manifest.json'), 'utf8'))
  const path = join(folder, 'manifest.json')
  const given = (text: string) => {
    writeFileSync(path, text)
    return () => readManifest(path)
  }
  given(JSON.stringify(good))()
  const { decision, model } = good
  const wrong = [
    '',
    '{',
    '[]',
    JSON.stringify({ ...good, model: { ...model, sha256: 'abc' } }),
    JSON.stringify({ ...good, decision: { ...decision, sure: 1.2 } }),
    JSON.stringify({ ...good, decision: { ...decision, gap: null } }),
    JSON.stringify({ ...good, decision: { ...decision, first: { bias: 0, weights: [1] } } }),
    JSON.stringify({ ...good, roughDecision: undefined }),
  ]
  for (const text of wrong) assert.throws(given(text), Error, text.slice(0, 60))
  assert.throws(() => readManifest(join(folder, 'gone.json')), /ENOENT/)
})
