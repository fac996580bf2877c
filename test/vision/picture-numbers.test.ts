import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { colourHistogram, HISTOGRAM_LENGTH } from '../../src/vision/colour-histogram.ts'
import { INPUT_SIDE } from '../../src/vision/input-side.ts'
import { ROUGH_LENGTH, roughVector } from '../../src/vision/rough-vector.ts'

const SIDE = 16
type Paint = (row: number, column: number) => readonly [number, number, number]
function painted(side: number, paint: Paint): Uint8Array {
  const places = Array.from({ length: side * side }, (_, at) => at)
  return Uint8Array.from(places.flatMap((at) => [...paint(Math.floor(at / side), at % side)]))
}
const plain = (red: number, green: number, blue: number) => painted(SIDE, () => [red, green, blue])
const taken = (histogram: Float32Array) =>
  [...histogram.entries()].filter(([, share]) => share > 0).map(([bin]) => bin)

test('one colour fills one place, once for the middle and once for all', () => {
  for (const [red, green, blue] of [
    [255, 0, 0],
    [0, 0, 0],
    [255, 255, 255],
    [12, 200, 130],
  ] as const) {
    const bins = taken(colourHistogram(plain(red, green, blue), SIDE))
    assert.equal(bins.length, 2)
    assert.equal((bins[1] ?? 0) - (bins[0] ?? 0), HISTOGRAM_LENGTH / 2)
  }
})

test('colours that people tell apart are apart, and a shade more is the same', () => {
  const place = (red: number, green: number, blue: number) =>
    taken(colourHistogram(plain(red, green, blue), SIDE))[0]
  const places = [place(255, 0, 0), place(0, 255, 0), place(0, 0, 255), place(255, 255, 0)]
  assert.equal(new Set(places).size, 4)
  assert.equal(place(200, 30, 40), place(202, 32, 41))
  assert.notEqual(place(60, 0, 0), place(250, 0, 0))
})

test('the middle is told from the edge', () => {
  const half = colourHistogram(
    painted(SIDE, (row, column) => {
      const isMiddle = [row, column].every((at) => at >= SIDE / 4 && at < (SIDE * 3) / 4)
      return isMiddle ? [255, 0, 0] : [0, 0, 255]
    }),
    SIDE,
  )
  const bins = taken(half)
  assert.equal(bins.filter((bin) => bin < HISTOGRAM_LENGTH / 2).length, 1)
  assert.equal(bins.filter((bin) => bin >= HISTOGRAM_LENGTH / 2).length, 2)
})

test('whatever the pixels, squares of shares add up to one for each of both', () => {
  const pixels = fc.uint8Array({ minLength: 3 * SIDE * SIDE, maxLength: 3 * SIDE * SIDE })
  fc.assert(
    fc.property(pixels, (bytes) => {
      const histogram = colourHistogram(bytes, SIDE)
      assert.equal(histogram.length, HISTOGRAM_LENGTH)
      for (const part of [
        histogram.subarray(0, HISTOGRAM_LENGTH / 2),
        histogram.subarray(HISTOGRAM_LENGTH / 2),
      ])
        assert.ok(Math.abs(part.reduce((sum, share) => sum + share * share, 0) - 1) < 1e-5)
    }),
  )
})

const rough = (paint: Paint) => {
  const pixels = painted(INPUT_SIDE, paint)
  return roughVector({ pixels, colours: colourHistogram(pixels, INPUT_SIDE) })
}
const cosine = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
const grey = (value: number) => [value, value, value] as const

test('a rough vector has length one, also of a picture that is one colour', () => {
  for (const paint of [() => grey(0), () => grey(128), (row: number) => grey(row % 256)]) {
    const vector = rough(paint)
    assert.equal(vector.length, ROUGH_LENGTH)
    assert.ok(Math.abs(cosine(vector, vector) - 1) < 1e-5)
  }
})

test('outlines in another direction are less like, and lit from the other side the same', () => {
  const upright = rough((_, column) => grey(column % 30 < 15 ? 40 : 200))
  const moved = rough((_, column) => grey((column + 15) % 30 < 15 ? 40 : 200))
  const lying = rough((row) => grey(row % 30 < 15 ? 40 : 200))
  assert.ok(cosine(upright, moved) > cosine(upright, lying) + 0.2)
})
