import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Draft } from '../../../src/domain/draft.ts'
import { draftProblems } from '../../../src/domain/draft-goods.ts'
import type { Account } from '../../../src/domain/ids.ts'
import { formatMoney } from '../../../src/domain/money.ts'
import { parseCaption } from '../../../src/domain/parse-caption.ts'
import type { SellingCoin } from '../../../src/domain/parse-price.ts'
import { packPrice } from '../../../src/domain/price.ts'
import { proposeNumber } from '../../../src/domain/propose-number.ts'
import { MAX_SUPPLY } from '../../../src/domain/terms.ts'

const USDC = '0x52908400098527886E0F7030069857D2E4169EE7' as Account
const usdc: SellingCoin = { address: USDC, symbol: 'USDC', decimals: 6 }
const coins: SellingCoin[] = [usdc, { address: null, symbol: 'ETH', decimals: 18 }]
const parse = (text: string) => parseCaption(text, coins)

const longjing = {
  name: 'Longjing 100 g',
  specification: '100 g',
  price: { amount: 12_000_000n, currency: USDC },
  supply: 50,
}

test('name, price and number, however they are parted', () => {
  for (const text of [
    'Longjing 100 g, 12 usdc, 50',
    'Longjing 100 g,12 usdc,50',
    '  Longjing 100 g ;12USDC; 50 pcs',
    'Longjing 100 g\nprice: 12 usdc\nstock: 50',
    'Longjing 100 g | usdc 12 | x50',
    'Longjing 100 g 12 usdc 50',
    'Longjing 100 g, 50, 12 usdc',
  ]) {
    assert.deepEqual(parse(text), longjing, text)
  }
})

test('Chinese captions', () => {
  for (const text of [
    '龙井 100 克，12 usdc，50 件',
    '龙井 100 克、１２ USDC、50件',
    '龙井 100 克\n售价：12 USDC\n库存 50',
  ]) {
    assert.deepEqual(
      parse(text),
      { ...longjing, name: '龙井 100 克', specification: '100 克' },
      text,
    )
  }
})

test('what is missing stays open, what stands besides is the specification', () => {
  assert.deepEqual(parse('Mug, blue, handmade, 0.01 ETH'), {
    name: 'Mug',
    specification: 'blue, handmade',
    price: { amount: 10n ** 16n, currency: null },
    supply: null,
  })
  assert.deepEqual(parse('Mug, 7, 12'), {
    name: 'Mug',
    specification: null,
    price: null,
    supply: 12,
  })
  assert.deepEqual(parse('1984, 12 usdc, 5'), {
    ...longjing,
    name: '1984',
    specification: null,
    supply: 5,
  })
})

test('a price that could be read in two ways is asked for', () => {
  for (const price of ['1,000 usdc', '12 eur', '0 usdc', '-3 usdc', '0.0000001 usdc', '12']) {
    assert.equal(parse(`Tea, ${price}, 50`)?.price, null, price)
  }
  assert.equal(parse('Tea, 12,50 usdc')?.price?.amount, 12_500_000n)
})

test('what does not read as a product is none', () => {
  for (const text of [
    '',
    'my lunch',
    '12 usdc, 50',
    'What is this?',
    '50',
    '\u200b, 12 usdc',
    '...',
  ]) {
    assert.equal(parse(text), null, text)
  }
})

test('no sign that cannot be seen, or that turns the writing round, gets into a name', () => {
  const { name } = parse('\u202eexe.\u2066gnp\u200b\u0000 tea\ufeff, 12 usdc') ?? {}
  assert.equal(name, 'exe.gnp tea')
  assert.equal(parse(`a${'\u0301'.repeat(500)}, 12 usdc`)?.name.normalize('NFD').length, 5)
})

test('property: a caption that says it all is read back', () => {
  const word = fc
    .stringMatching(/^[A-Z][a-z]{2,12}$/)
    .filter((each) => !/^(Stock|Qty|Price)/.test(each))
  fc.assert(
    fc.property(
      word,
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 1, max: MAX_SUPPLY }),
      (name, price, supply) => {
        const text = `${name}, ${price / 100} USDC, ${supply}`
        assert.deepEqual(parse(text), {
          name,
          specification: null,
          price: { amount: BigInt(price) * 10_000n, currency: USDC },
          supply,
        })
        const shown = formatMoney(BigInt(price) * 10_000n, usdc, 'en').replaceAll(',', '')
        assert.equal(parse(`${name}, ${shown}`)?.price?.amount, BigInt(price) * 10_000n)
      },
    ),
  )
})

test('property: whatever is written, what is read can be published once the rest is there', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom(
      '🫖'.repeat(4096),
      '龙'.repeat(200),
      '<b>'.repeat(400),
      '\ud800',
      '\u202e',
      '%',
      '\\',
    ),
  )
  const tail = fc.constantFrom(', 12 usdc, 50', '，0.5 ETH', ', 7', '')
  fc.assert(
    fc.property(hostile, tail, (text, end) => {
      const caption = parse(`${text}${end}`)
      if (caption === null) return
      const { name, specification, price, supply } = caption
      assert.ok(price === null || (price.amount > 0n && packPrice(price.amount) !== null))
      const draft: Draft = {
        id: '00',
        person: 1 as never,
        chat: 1 as never,
        name,
        category: 1,
        productNumber: proposeNumber(name),
        specification: specification ?? 'x',
        production: 'y',
        price: price?.amount ?? 1n,
        currency: null,
        supply: supply ?? 1,
        preset: 'ships',
        pictureHash: null,
      }
      assert.deepEqual(draftProblems(draft), [])
    }),
    { numRuns: 500 },
  )
})

test('a product number is proposed for every name', () => {
  assert.equal(proposeNumber('Longjing 100 g'), 'LONGJING-100-G')
  assert.equal(proposeNumber('Crème brûlée!'), 'CREME-BRULEE')
  assert.match(proposeNumber('龙井 100 克'), /^P-[0-9A-F]{6}$/)
  assert.notEqual(proposeNumber('龙井'), proposeNumber('普洱'))
  assert.ok(proposeNumber('x'.repeat(100)).length <= 24)
})
