import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Account } from '../../../../src/domain/ids.ts'
import { parseSearch } from '../../../../src/domain/search/parse-search.ts'

const USDC = '0x52908400098527886E0F7030069857D2E4169EE7' as Account
const coins = [
  { address: USDC, symbol: 'USDC', decimals: 6 },
  { address: null, symbol: 'ETH', decimals: 18 },
]
const parse = (text: string) => {
  const { chunks, most, least, accounts } = parseSearch(text, coins)
  return { words: chunks.flatMap(({ parts }) => parts).join(' '), most, least, accounts }
}
const usdc = (units: bigint) => ({ amount: units * 1_000_000n, currency: USDC })

test('a bound of the price is taken out of the words, in both languages, before and behind', () => {
  for (const text of [
    'tea under 20 usdc',
    'under 20 USDC tea',
    'tea < 20usdc',
    'tea ≤ USDC 20',
    'tea up to 20.00 usdc',
    'tea 20 usdc or less',
    'TEA MAX 20 USDC',
    'tea 低于20 usdc',
    'tea 不超过 20USDC',
    'tea 20 usdc以下',
    'tea ２０ usdc 以内',
  ])
    assert.deepEqual(
      parse(text),
      { words: 'tea', most: usdc(20n), least: null, accounts: [] },
      text,
    )
  for (const text of [
    'tea over 5 usdc',
    'tea 5 usdc 以上',
    'tea 超过 5 usdc',
    'at least 5 usdc tea',
  ])
    assert.deepEqual(parse(text).least, usdc(5n), text)
  const both = parse('龙井 from 5 usdc up to 20 usdc')
  assert.deepEqual([both.words, both.least, both.most], ['龙井', usdc(5n), usdc(20n)])
})

test('the coin of the chain is one as well, and nothing is guessed about any other money', () => {
  assert.deepEqual(parse('honey under 0.5 eth').most, { amount: 5n * 10n ** 17n, currency: null })
  for (const text of ['tea under 20', 'tea under 20 eur', 'tea under twenty usdc', 'tea 20 usdc'])
    assert.deepEqual([parse(text).most, parse(text).least], [null, null], text)
  assert.equal(parse('tea under 20').words, 'tea under 20')
  assert.deepEqual(parseSearch('tea under 20 usdc', []).most, null)
})

test('words that only look like a bound stay words', () => {
  assert.equal(parse('thunder 20 usdcoin').words, 'thunder 20 usdcoin')
  assert.equal(parse('understatement').words, 'understatement')
})

test('an account is taken out, once, and spelled as accounts are; a damaged one is a word', () => {
  const { accounts, words } = parse(`honey ${USDC.toLowerCase()} ${USDC}`)
  assert.deepEqual([accounts, words], [[USDC], 'honey'])
  assert.deepEqual(parse(`${USDC}00`).accounts, [])
  assert.deepEqual(parse('0x5290840009852788').accounts, [])
})

test('whatever is typed, however long: an answer, soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
      const { chunks } = parseSearch(text, coins)
      assert.ok(chunks.length <= 300)
    }),
  )
  for (const text of ['under '.repeat(50_000), '9'.repeat(100_000), '20 usdc '.repeat(10_000)])
    assert.ok(parseSearch(text, coins).chunks.length <= 300)
})
