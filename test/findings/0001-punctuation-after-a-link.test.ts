import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findLinks } from '../../src/domain/find-links.ts'

const own = { botName: 'scrip_bot', site: 'https://scrip.example' }

// A link pasted into a Chinese sentence took the full stop or comma behind it along, and was called damaged.
test('punctuation right behind a link does not belong to it', () => {
  for (const mark of ['，', '。', '）', '！', ',', '.', ')']) {
    const text = `https://t.me/scrip_bot?start=q${Buffer.alloc(8, 5).toString('base64url')}${mark}`
    assert.equal(findLinks([text], own).links.length, 1, mark)
  }
})
