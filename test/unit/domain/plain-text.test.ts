import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText } from '../../../src/domain/plain-text.ts'

test('lines are kept and tidied', () => {
  assert.equal(plainText('  Ben \r\n\n\n\n 5 Canal Street \n', 100), 'Ben\n\n5 Canal Street')
  assert.equal(plainText('杭州市西湖区', 6), '杭州市西湖区')
})

test('what is empty, too long or cannot be shown is no text', () => {
  const bad = [
    '',
    ' \n ',
    'seven c',
    'a\u0007',
    'a\u202eb',
    'a\u2066',
    'a\u200bb',
    'a\ufeffb',
    '\ud800',
  ]
  for (const text of bad) assert.equal(plainText(text, 6), null, JSON.stringify(text))
})

test('length counts characters, not halves of them', () => {
  assert.equal(plainText('🍵🍵🍵', 3), '🍵🍵🍵')
  assert.equal(plainText('🍵🍵🍵🍵', 3), null)
})
