import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { acts } from '../../src/domain/deal/act.ts'
import { errorMessageId, errorTable } from '../../src/domain/errors.ts'

type Messages = Map<string, string>

function messagesOf(locale: string): Messages {
  const found: Messages = new Map()
  for (const file of globSync(`locales/${locale}/*.ftl`)) {
    const text = readFileSync(file, 'utf8')
    for (const [, id = '', body = ''] of text.matchAll(
      /^([a-z][a-z0-9-]*) = ?((?:.*)(?:\n(?: .*|\}.*|))*)/gm,
    )) {
      assert.ok(!found.has(id), `${locale}: ${id} twice`)
      found.set(id, body)
    }
  }
  return found
}

const variables = (text: string) => [...new Set(text.match(/\$[a-z]+/g) ?? [])].sort()
const locales = readdirSync('locales')
const english = messagesOf('en')

test('every language has the same texts with the same variables', () => {
  assert.ok(locales.length >= 2)
  for (const locale of locales) {
    const own = messagesOf(locale)
    assert.deepEqual([...own.keys()].sort(), [...english.keys()].sort(), locale)
    for (const [id, text] of own) {
      assert.deepEqual(variables(text), variables(english.get(id) ?? ''), `${locale}: ${id}`)
    }
  }
})

test('every error code has a text, and every error text has a code', () => {
  const codes = Object.keys(errorTable).map((code) =>
    errorMessageId(code as keyof typeof errorTable),
  )
  const texts = [...english.keys()].filter((id) => id.startsWith('error-'))
  assert.deepEqual(texts.sort(), codes.sort())
})

test('every text that the code names exists', () => {
  const files = globSync('src/{cards,features,telegram,jobs}/**/*.ts')
  let count = 0
  for (const file of files) {
    for (const [, id = ''] of readFileSync(file, 'utf8').matchAll(
      /\.(?:html|plain)\(\s*'([a-z0-9-]+)'/g,
    )) {
      count += 1
      assert.ok(english.has(id), `${file}: ${id}`)
    }
  }
  assert.ok(count > 50)
})

test('labels of buttons are short', () => {
  for (const locale of locales) {
    for (const [id, text] of messagesOf(locale)) {
      if (!id.startsWith('button-')) continue
      // What stands in for a number or an amount takes less room than its name.
      const label = text.trim().replace(/\{ \$\w+ \}/g, '00')
      assert.ok(label.length <= 20, `${locale}: ${id}`)
    }
  }
})

test('every text is used somewhere', () => {
  const code = globSync('src/**/*.ts', { exclude: (path) => /sandbox|generated/.test(path) })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const words = [...english.values()].join('\n')
  const isNamed = (id: string) => new RegExp(`['"\`]${id}['"\`]`).test(code)
  const isPartOfAnother = (id: string) => words.includes(`{ ${id} }`)
  // Ids that the code puts together: a beginning, and a word that follows it.
  const starts = new Set(
    [...code.matchAll(/`([a-z][a-z0-9-]*-)\$\{/g)].map(([, start = '']) => start),
  )
  assert.ok(starts.size > 5)
  const isPutTogether = (id: string) => [...starts].some((start) => id.startsWith(start))
  const unused = [...english.keys()].filter(
    (id) => !isNamed(id) && !isPartOfAnother(id) && !isPutTogether(id),
  )
  assert.deepEqual(unused, [])
})

test('every text put together from a word exists for every word', () => {
  const states = [
    'held',
    'listed',
    'sent',
    'requested',
    'accepted',
    'shipped',
    'disputed',
    'redeemed',
    'refunded',
    'lapsed',
    'settled',
  ]
  const ids = [
    ...states.map((each) => `state-${each}`),
    ...['moved', 'not-moved', 'unknown'].map((each) => `money-${each}`),
    ...['allow', 'purchase', 'redemption', 'handover', 'binding'].map(
      (each) => `wallet-asked-${each}`,
    ),
    ...['open', 'burned'].map((each) => `until-${each}`),
    ...acts.flatMap((act) =>
      ['head', 'offer', 'button', 'done'].map((part) => `act-${act}-${part}`),
    ),
    ...states.map((each) => `request-${each}`),
    ...['shipped', 'disputed'].map((each) => `request-${each}-over`),
    ...['requested', 'accepted', 'shipped', 'disputed'].flatMap((each) => [
      `reminder-${each}`,
      `delivery-${each}`,
    ]),
  ]
  assert.deepEqual(
    ids.filter((id) => !english.has(id)),
    [],
  )
})
