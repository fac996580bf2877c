import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Account } from '../../src/domain/ids.ts'
import type { Match, Verdict } from '../../src/domain/sighting.ts'
import { surest } from '../../src/vision/surest.ts'
import { cut, viewsOf } from '../../src/vision/views.ts'

test('a picture as people take them is looked at as a whole', () => {
  const whole = { left: 0, top: 0, width: 1280, height: 720 }
  assert.deepEqual(viewsOf({ width: 1280, height: 720 }), [whole])
})

test('of a screenshot every part half as long as the screen is wide is whole in some square', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 40, max: 500 }),
      fc.integer({ min: 190, max: 300 }),
      (side, share) => {
        const length = Math.round((side * share) / 100) + 1
        for (const [width, height] of [
          [side, length],
          [length, side],
        ] as const) {
          const [whole, ...squares] = viewsOf({ width, height })
          assert.deepEqual(whole, { left: 0, top: 0, width, height })
          const half = Math.floor(side / 2)
          for (let from = 0; from + half <= length; from++) {
            const isWhole = squares.some(({ left, top }) => {
              const start = width < height ? top : left
              return start <= from && from + half <= start + side
            })
            assert.ok(isWhole, `${from} of ${length} in squares of ${side}`)
          }
          for (const { left, top } of squares) {
            assert.ok(left >= 0 && top >= 0 && left + side <= width && top + side <= height)
          }
        }
      },
    ),
  )
})

test('what is cut out is that part, pixel by pixel', () => {
  const [width, height] = [5, 12]
  const data = Uint8Array.from({ length: 3 * width * height }, (_, at) => at)
  const part = cut({ data, width, height }, { left: 1, top: 3, width: 2, height: 2 })
  assert.deepEqual([...part.data], [48, 49, 50, 51, 52, 53, 63, 64, 65, 66, 67, 68])
})

test('the view that says most counts, and of equal ones the first', () => {
  const match = (verdict: Verdict, category: number | null = null): Match => ({
    verdict,
    products: [],
    soldOut: null,
    category,
    isRough: false,
  })
  assert.equal(surest([match('few'), match('sure'), match('none')]).verdict, 'sure')
  assert.equal(surest([match('category', 1), match('category', 2)]).category, 1)
  assert.throws(() => surest([]))
})

test('however long a picture is, it is looked at seven times at most', () => {
  for (const [width, height] of [
    [1280, 2],
    [2, 1280],
    [1280, 600],
  ] as const)
    assert.ok(viewsOf({ width, height }).length <= 7)
})

test('of the views what is sold out counts as much as what is sure, and twins more than a few', () => {
  const said = (verdict: Verdict, soldOut: Match['soldOut'] = null): Match => ({
    verdict,
    products: [],
    soldOut,
    category: null,
    isRough: false,
  })
  const gone = said('none', { issuer: '0x01' as Account, number: 'gone' })
  assert.equal(surest([said('few'), gone]), gone)
  const twins = said('twins')
  assert.equal(surest([said('few'), twins, said('category')]), twins)
})
