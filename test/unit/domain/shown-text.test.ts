import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shownText } from '../../../src/domain/shown-text.ts'

test('a short text of one line stays as it is', () => {
  for (const text of [
    'Longjing 100 g',
    '龙井 100 克',
    'مرحبا',
    '👩‍👩‍👧‍👦'.replaceAll('\u200d', ''),
  ]) {
    assert.equal(shownText(text, 40), text)
  }
})

test('signs that turn or hide writing are gone, and lines are joined', () => {
  assert.equal(shownText('a\u202eb\u2066c\u200bd\ufeffe', 40), 'a b c d e')
  assert.equal(shownText('one\ntwo\r\n\tthree', 40), 'one two three')
})

test('a long text ends with an ellipsis, never in the middle of a sign', () => {
  assert.equal(shownText('abcdef', 4), 'abc…')
  assert.equal(shownText('🍵🍵🍵', 2), '🍵…')
  assert.equal(shownText('éé', 5), 'éé')
})

test('whatever somebody writes, no more is shown than was asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 5000 }),
      fc.integer({ min: 1, max: 100 }),
      (text, most) => {
        const shown = shownText(text, most)
        assert.ok([...new Intl.Segmenter('en').segment(shown)].length <= most)
        assert.ok(shown.length <= most * 4 + 1)
        assert.ok(shown.isWellFormed())
        assert.doesNotMatch(shown, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      },
    ),
  )
})

test('marks stacked on one sign are cut down', () => {
  const zalgo = `a${'\u0301'.repeat(4096)}b`
  assert.ok(shownText(zalgo, 10).length < 10)
})
