import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account } from '../../src/domain/ids.ts'
import { parseCaption } from '../../src/domain/parse-caption.ts'

const USDC = '0x52908400098527886E0F7030069857D2E4169EE7' as Account
const coins = [{ address: USDC, symbol: 'USDC', decimals: 6 }]
const parse = (text: string) => parseCaption(text, coins)

// A price or a number that could not be read was taken for the specification, which nobody can change once it is published.
test('what was meant as a price is no specification, and the price stays open', () => {
  for (const price of [
    '12',
    '$12',
    '12$',
    '12 EUR',
    'EUR 12',
    '-$12',
    '-1 USDC',
    '0 USDC',
    '1e3 USDC',
    '0x10 USDC',
    '٣ USDC',
    '10-12 USDC',
    '1,000 USDC',
    '¥12',
    '12 元',
    '价格：12 人民币',
    '9'.repeat(40),
  ]) {
    const expected = { name: 'Tea', specification: null, price: null, supply: 5 }
    assert.deepEqual(parse(`Tea, ${price}, 5`), expected, price)
    assert.deepEqual(parse(`Tea, 5 pcs, ${price}, 5`)?.specification, '5 pcs', price)
  }
})

test('what was meant as a number is no specification, and the number stays open', () => {
  const price = { amount: 12_000_000n, currency: USDC }
  for (const supply of ['5000000', '0', '-3', '1,5', '1e3', '5000000 pcs', '0 件', '٣']) {
    const expected = { name: 'Tea', specification: null, price, supply: null }
    assert.deepEqual(parse(`Tea, 12 USDC, ${supply}`), expected, supply)
  }
})

test('what says how much is in it stays', () => {
  for (const words of [
    '12 kg',
    '250 g',
    'size 42',
    '38-42',
    '12 pcs',
    '5 l',
    '0.5 l',
    '40 × 60 cm',
  ])
    assert.equal(parse(`Tea, ${words}, 12 USDC, 5`)?.specification, words)
  assert.equal(parse('1984, 12 USDC, 5')?.name, '1984')
})
