import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from 'grammy/types'
import { parseCaption } from '../../src/domain/parse-caption.ts'
import { pictureOf } from '../../src/telegram/picture-of.ts'

const coins = [{ address: null, symbol: 'USDC', decimals: 6 }]

// A name and a number were enough: who asked for two got a draft to sell them, and the picture was saved before any yes.
test('what a buyer writes under a picture is no product', () => {
  for (const text of ['I want this, 2', 'two of these please; 2', '这个，2 件', 'Mug, 7'])
    assert.equal(parseCaption(text, coins), null, text)
})

test('a seller who wrote a price that cannot be read is still asked for it', () => {
  for (const text of ['Tea, 12 eur, 50', 'Tea, 1,000 usdc', 'Tea, 12, 50', '茶，12 元，50 件'])
    assert.equal(parseCaption(text, coins)?.price, null, text)
  assert.equal(parseCaption('Tea, 12 usdc', coins)?.price?.amount, 12_000_000n)
})

// Some phones send their own kind of picture as a file of no kind, which was answered with "no trade link".
test('a picture file is known by its name where its kind is not told', () => {
  const file = (file_name: string, mime_type?: string) =>
    pictureOf({ document: { file_id: 'f', file_name, mime_type } } as unknown as Message)
  assert.equal(file('IMG_2.HEIC', 'application/octet-stream'), 'f')
  assert.equal(file('scan.jpeg'), 'f')
  assert.equal(file('any', 'image/heic'), 'f')
  assert.equal(file('contract.pdf', 'application/pdf'), null)
  assert.equal(file('heic.txt', 'text/plain'), null)
})
