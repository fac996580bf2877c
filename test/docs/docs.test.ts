import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { performancePage } from '../../scripts/generate-performance.ts'
import { referencePages } from '../../scripts/generate-reference.ts'
import { settings } from '../../src/config.ts'
import { errorTable } from '../../src/domain/errors.ts'

test('the generated reference is what the code says now', () => {
  for (const [name, text] of Object.entries(referencePages())) {
    assert.equal(readFileSync(`docs/reference/${name}`, 'utf8'), text, `${name}: npm run generate`)
  }
})

test('the page about performance is made from the committed figures', () => {
  const snapshot = (bench: string) =>
    JSON.parse(readFileSync(`test/bench/${bench}/snapshot.json`, 'utf8'))
  const page = performancePage(snapshot('gas'), snapshot('photos'))
  assert.equal(readFileSync('docs/performance.md', 'utf8'), page)
})

test('the threat model has fifty attacks, each with the tests that play it', () => {
  const page = readFileSync('docs/threat-model.md', 'utf8')
  for (let number = 1; number <= 50; number += 1) {
    const row = page.split('\n').find((line) => line.startsWith(`| ${number} |`)) ?? ''
    const files = [...row.matchAll(/\(\.\.\/(test\/contracts\/attacks\/[^)]+)\)/g)]
    assert.ok(files.length > 0, `attack ${number} has no test`)
    for (const [, file = ''] of files)
      assert.match(readFileSync(file, 'utf8'), new RegExp(`attack ${number}:`), file)
  }
})

test('every link in the docs leads to a file', () => {
  const pages = ['README.md', ...globSync('docs/**/*.md')]
  let count = 0
  for (const page of pages) {
    for (const [, target = ''] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      count += 1
      assert.ok(existsSync(join(dirname(page), target)), `${page} links to ${target}`)
    }
  }
  assert.ok(count > 20)
})

test('the reference has every setting and every error in words without holes', () => {
  const pages = referencePages()
  for (const name of Object.keys(settings))
    assert.match(pages['config.md']!, new RegExp(`\`${name}\``))
  for (const code of Object.keys(errorTable))
    assert.match(pages['errors.md']!, new RegExp(`\`${code}\``))
  for (const row of pages['errors.md']!.split('\n').filter((each) => each.startsWith('| `'))) {
    const words = row.split(' | ').at(-1) ?? ''
    assert.ok(words.length > 20, row)
    assert.doesNotMatch(words, /\.\.|->|\[none\]|undefined|\{ \$reason \}/, row)
    assert.equal(words.split('{').length, words.split('}').length, row)
  }
})
