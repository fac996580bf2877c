import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isProductNumber, productNumberForms } from '../../../src/domain/product-number-forms.ts'

test('an EAN-13 is one number with and without a leading zero more', () => {
  assert.deepEqual(productNumberForms('4006381333931'), ['4006381333931', '04006381333931'])
})

test('a UPC-A is an EAN-13 that begins with zero, and the other way round', () => {
  const forms = ['036000291452', '0036000291452', '00036000291452']
  assert.deepEqual(productNumberForms('036000291452').sort(), forms.toSorted())
  assert.deepEqual(productNumberForms('0036000291452').sort(), forms.toSorted())
  assert.equal(productNumberForms('0036000291452')[0], '0036000291452')
})

test('a UPC-E is the UPC-A it was made of', () => {
  const known = [
    ['04252614', '042100005264'],
    ['01234565', '012345000065'],
    ['01234531', '012300000451'],
    ['01234543', '012340000053'],
    ['01278907', '012000007897'],
  ] as const
  for (const [short, long] of known) {
    assert.ok(isProductNumber(long), long)
    assert.ok(productNumberForms(short).includes(long), short)
    assert.ok(productNumberForms(long).includes(short), long)
    assert.ok(productNumberForms(`0${long}`).includes(short), long)
  }
})

test('an EAN-8 is a GTIN-14 with leading zeros', () => {
  assert.deepEqual(productNumberForms('96385074'), [
    '96385074',
    '00000096385074',
    '0000096385074',
    '000096385074',
  ])
})

test('a case of goods is another number than the good', () => {
  assert.deepEqual(productNumberForms('14006381333938'), ['14006381333938'])
})

test('what is no product number is only itself', () => {
  for (const text of [
    '',
    '12',
    '4006381333932',
    '123456789',
    'TEA-100',
    '４００６３８１３３３９３１',
  ]) {
    assert.deepEqual(productNumberForms(text), [text])
  }
})

test('one changed digit makes it another number, or none', () => {
  const digits = fc.stringMatching(/^\d{12}$/)
  fc.assert(
    fc.property(digits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (start, at, by) => {
      const check = [...'0123456789'].find((each) => isProductNumber(start + each)) ?? ''
      const other = String((Number(start[at]) + by) % 10)
      const changed = `${start.slice(0, at)}${other}${start.slice(at + 1)}${check}`
      assert.equal(isProductNumber(changed), false)
      assert.deepEqual(productNumberForms(changed), [changed])
    }),
  )
})

test('whatever UPC-E is read, its UPC-A leads back to a UPC-E of the same good', () => {
  const eight = fc.stringMatching(/^[01]\d{7}$/)
  fc.assert(
    fc.property(eight, (digits) => {
      for (const long of productNumberForms(digits).filter(({ length }) => length === 12)) {
        const short = productNumberForms(long).filter(({ length }) => length === 8)
        assert.ok(
          short.some((each) => productNumberForms(each).includes(long)),
          long,
        )
      }
    }),
    { numRuns: 2000 },
  )
})
