import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldText, searchChunks, searchTerms } from '../../../../src/domain/search/search-terms.ts'

/** Would a query find the text? */
const finds = (query: string, text: string) => {
  const terms = new Set(searchTerms(text))
  return searchChunks(query).every(
    ({ parts, whole }) =>
      parts.every((part) => terms.has(part)) || (whole !== null && terms.has(whole)),
  )
}

test('words are found in any size, with or without accents and compatible spellings', () => {
  for (const [query, text] of [
    ['honey', 'Linden HONEY 250 g'],
    ['miel', 'Miel de tilleul'],
    ['cafe', 'Café crème'],
    ['CAFÉ', 'cafe'],
    ['ｌｏｎｇｊｉｎｇ', 'Longjing'],
    ['ёлка', 'Елка'],
    ['strasse', 'Strasse'],
  ] as const)
    assert.ok(finds(query, text), `${query} in ${text}`)
  assert.ok(!finds('money', 'Linden honey'))
})

test('two Chinese characters are found inside a text without spaces, and only where they stand side by side', () => {
  assert.deepEqual(searchTerms('西湖龙井茶'), ['西湖', '湖龙', '龙井', '井茶'])
  assert.ok(finds('龙井', '西湖龙井茶 100克'))
  assert.ok(!finds('湖井', '西湖龙井茶'))
  assert.deepEqual(searchTerms('茶'), ['茶'])
  assert.ok(finds('はちみつ', '国産はちみつ'))
  assert.ok(finds('커피', '원두커피'))
})

test('marks of scripts in which they are letters stay', () => {
  assert.notEqual(foldText('कि'), foldText('क'))
  assert.notEqual(foldText('ガ'), foldText('カ'))
  assert.ok(finds('हिन्दी', 'हिन्दी चाय'))
})

test('letters and digits are parted, so that a space between them plays no part', () => {
  assert.deepEqual(searchTerms('250g'), ['250', 'g', '250g'])
  for (const [query, text] of [
    ['250 g', '250g jar'],
    ['100克', '100 克'],
    ['100', '龙井100克'],
  ] as const)
    assert.ok(finds(query, text), `${query} in ${text}`)
})

test('a product number is found as it is printed, and without its signs', () => {
  for (const query of ['HN-250-07', 'hn25007', 'HN 250 07', 'hn_250_07', '250-07'])
    assert.ok(finds(query, 'HN-250-07'), query)
  assert.ok(finds('978-3-16-148410-0', '9783161484100'))
  assert.ok(!finds('hn25008', 'HN-250-07'))
})

test('whatever is typed: every text finds itself, in folded terms of letters and digits, and of bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const terms = searchTerms(text)
      assert.ok(finds(text, text))
      for (const term of terms) {
        assert.match(term, /^[\p{L}\p{N}\p{M}]+$/u)
        assert.equal(foldText(term), term)
        assert.ok(term.length <= 64)
      }
    }),
    { numRuns: 1000 },
  )
})
