import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account } from '../../src/domain/ids.ts'
import type { GalleryPicture } from '../../src/ports/vision.ts'
import { createGallery } from '../../src/vision/gallery.ts'

const [ONE, OTHER] = ['0x01' as Account, '0x02' as Account]
const bytes = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer)
const picture = (
  id: number,
  number: string,
  vectors: Uint8Array,
  issuer = ONE,
): GalleryPicture => ({
  id,
  product: { issuer, number },
  category: 1,
  vectors,
})
const asked = (...values: number[]) => ({
  vector: Float32Array.from(values),
  limit: 10,
  issuer: null,
  without: [] as readonly number[],
})
const numbers = (ranked: readonly { product: { number: string } }[]) =>
  ranked.map(({ product }) => product.number)

test('the likest is first, at most so many, and an empty gallery is like nothing', () => {
  const gallery = createGallery()
  assert.deepEqual(gallery.rank(asked(1, 0)), [])
  gallery.put([picture(1, 'a', bytes(0, 1)), picture(2, 'b', bytes(1, 0))])
  const ranked = gallery.rank(asked(1, 0))
  assert.deepEqual(numbers(ranked), ['b', 'a'])
  assert.ok(Math.abs((ranked[0]?.score ?? 0) - 1) < 1e-6)
  assert.ok(Math.abs(ranked[1]?.score ?? 1) < 1e-6)
  assert.deepEqual(numbers(gallery.rank({ ...asked(1, 0), limit: 1 })), ['b'])
})

test('a bad picture beside a good one costs little, and the same one often is no advantage', () => {
  const gallery = createGallery()
  gallery.put([
    picture(1, 'single', bytes(0.9, Math.sqrt(1 - 0.81))),
    picture(2, 'mixed', bytes(0.9, Math.sqrt(1 - 0.81))),
    picture(3, 'mixed', bytes(0, 1)),
    ...[4, 5, 6].map((id) => picture(id, 'often', bytes(0.9, Math.sqrt(1 - 0.81)))),
  ])
  const scores = new Map(gallery.rank(asked(1, 0)).map((each) => [each.product.number, each]))
  assert.ok(Math.abs((scores.get('single')?.score ?? 0) - 0.9) < 1e-6)
  assert.ok(Math.abs((scores.get('often')?.score ?? 0) - 0.9) < 1e-6)
  const mixed = scores.get('mixed')?.score ?? 0
  // The mean would be 0.45.
  assert.ok(mixed < 0.9 && mixed > 0.87, String(mixed))
  assert.equal(scores.get('often')?.pictures, 3)
})

test('a picture put again stands in place of the first, also when it is of another product now', () => {
  const gallery = createGallery()
  gallery.put([picture(1, 'a', bytes(1, 0))])
  gallery.put([{ ...picture(1, 'b', bytes(0, 1)), category: 9 }])
  const [only, ...others] = gallery.rank(asked(0, 1))
  assert.deepEqual(others, [])
  assert.deepEqual([only?.product.number, only?.category, only?.pictures], ['b', 9, 1])
})

test('what is dropped is gone, and what is not there can be dropped', () => {
  const gallery = createGallery()
  gallery.put([picture(1, 'a', bytes(1, 0)), picture(2, 'a', bytes(0, 1))])
  gallery.drop([1, 77])
  assert.equal(gallery.rank(asked(1, 0))[0]?.pictures, 1)
  gallery.drop([2])
  assert.deepEqual(gallery.rank(asked(1, 0)), [])
})

test('pictures that do not count are left out, and a product with no other with them', () => {
  const gallery = createGallery()
  gallery.put([picture(1, 'a', bytes(1, 0)), picture(2, 'b', bytes(0, 1))])
  assert.deepEqual(numbers(gallery.rank({ ...asked(1, 0), without: [1] })), ['b'])
})

test('one seller can be asked for, and a number of another seller is another product', () => {
  const gallery = createGallery()
  gallery.put([picture(1, 'a', bytes(1, 0)), picture(2, 'a', bytes(1, 0), OTHER)])
  assert.equal(gallery.rank(asked(1, 0)).length, 2)
  const [own, ...others] = gallery.rank({ ...asked(1, 0), issuer: OTHER })
  assert.equal(own?.product.issuer, OTHER)
  assert.deepEqual(others, [])
})

test('two products are as like as their likest pictures, and one without any is like nothing', () => {
  const gallery = createGallery()
  gallery.put([
    picture(1, 'a', bytes(1, 0)),
    picture(2, 'a', bytes(0, 1)),
    picture(3, 'b', bytes(0.6, 0.8)),
  ])
  const [a, b, c] = ['a', 'b', 'c'].map((number) => ({ issuer: ONE, number }))
  assert.ok(a !== undefined && b !== undefined && c !== undefined)
  assert.ok(Math.abs(gallery.likeness(a, b) - 0.8) < 1e-6)
  assert.equal(gallery.likeness(a, c), -1)
})

test('the category of a product is that of what was put in last, and without pictures it is no product', () => {
  const gallery = createGallery()
  gallery.put([picture(1, 'a', bytes(1, 0))])
  gallery.put([{ ...picture(2, 'a', bytes(0, 1)), category: 7 }])
  assert.equal(gallery.rank(asked(1, 0))[0]?.category, 7)
  gallery.drop([1, 2])
  gallery.put([picture(3, 'a', bytes(1, 0))])
  assert.equal(gallery.rank(asked(1, 0))[0]?.category, 1, 'it was forgotten with its last picture')
})

test('products of thousands of pictures are compared all the same', () => {
  const gallery = createGallery()
  const many = Array.from({ length: 2000 }, (_, at) => [
    picture(2 * at, 'a', bytes(1, 0)),
    picture(2 * at + 1, 'b', bytes(0.6, 0.8)),
  ])
  gallery.put(many.flat())
  const likeness = gallery.likeness({ issuer: ONE, number: 'a' }, { issuer: ONE, number: 'b' })
  assert.ok(Math.abs(likeness - 0.6) < 1e-6)
})
