import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  checkGoods,
  type Goods,
  goodsFromTuple,
  goodsHash,
  goodsToTuple,
} from '../../../src/domain/goods.ts'
import { seriesId } from '../../../src/domain/series-id.ts'
import { plainTerms } from '../../../src/domain/terms.ts'
import { anyAccount, anyHash } from './arbitraries.ts'

const tea: Goods = {
  category: 2073,
  productNumber: 'LJ-100',
  specification: '100 g',
  production: 'Hangzhou 2026',
  name: '龙井 "Longjing" \\ </script>',
  description: 'line one\nline two',
  pictureUrl: 'https://example.org/a.jpg',
  pictureHash: `0x${'2a'.repeat(32)}`,
  unitsRoot: null,
}
const text = fc.string({ unit: 'grapheme' })
const anyGoods: fc.Arbitrary<Goods> = fc.record(
  {
    category: fc.nat(2 ** 31 - 1),
    productNumber: text,
    specification: text,
    production: text,
    name: text,
    description: text,
    pictureUrl: fc.option(fc.webUrl()),
    pictureHash: fc.option(anyHash.filter((hash) => !/^0x0+$/.test(hash))),
    unitsRoot: fc.option(anyHash.filter((hash) => !/^0x0+$/.test(hash))),
  },
  { noNullPrototype: true },
)

test('goods come back from the chain as they went', () => {
  fc.assert(
    fc.property(anyGoods, (any) => assert.deepEqual(goodsFromTuple(goodsToTuple(any)), any)),
  )
})

test('moving a character between two fields changes the hash', () => {
  const moved = { ...tea, productNumber: 'LJ-10', specification: '0100 g' }
  assert.notEqual(goodsHash(moved), goodsHash(tea))
})

test('complete goods may be published', () => {
  assert.deepEqual(checkGoods(tea), [])
  assert.deepEqual(checkGoods({ ...tea, description: '', pictureUrl: null, pictureHash: null }), [])
})

const wrong: [keyof Goods, Goods[keyof Goods]][] = [
  ['category', 0],
  ['category', 2 ** 32],
  ['productNumber', ' '],
  ['specification', ''],
  ['production', ''],
  ['name', ''],
  ['name', 'x'.repeat(101)],
  ['name', 'a\u0000b'],
  ['name', '茶'.repeat(86)],
  ['productNumber', 'é'.repeat(128)],
  ['name', 'evil\u202egnp.exe'],
  ['description', '\ud800'],
  ['pictureUrl', 'javascript:alert(1)'],
  ['pictureUrl', 'https://a/"onload='],
  ['pictureHash', '0x12'],
  ['unitsRoot', 'x'],
]
for (const [field, value] of wrong) {
  test(`goods with ${field} ${JSON.stringify(value).slice(0, 30)} are refused`, () => {
    assert.deepEqual(checkGoods({ ...tea, [field]: value }), [field])
  })
}

test('a series id binds chain, contract, issuer, terms, goods and salt', () => {
  fc.assert(
    fc.property(anyAccount, anyAccount, anyHash, (rights, issuer, salt) => {
      const tie = {
        chainId: 1,
        rights,
        issuer,
        terms: { ...plainTerms, price: 5n, supply: 1 },
        goods: tea,
        salt,
      }
      const ids = [
        seriesId(tie),
        seriesId({ ...tie, chainId: 2 }),
        seriesId({ ...tie, rights: issuer, issuer: rights }),
        seriesId({ ...tie, terms: { ...tie.terms, supply: 2 } }),
        seriesId({ ...tie, goods: { ...tea, name: 'x' } }),
      ]
      assert.equal(new Set(ids).size, rights === issuer ? 4 : 5)
      assert.match(ids[0]!, /^0x[0-9a-f]{48}$/)
    }),
  )
})
