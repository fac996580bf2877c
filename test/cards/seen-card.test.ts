import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenView } from '../../src/cards/seen-buttons.ts'
import { seenCard } from '../../src/cards/seen-card.ts'
import type { Card } from '../../src/domain/card.ts'
import type { PhotoAnswer } from '../../src/domain/photo-answer.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { samples } from '../support/sample-goods.ts'

const { texts } = loadTexts('locales')
const series = samples[0]?.series
assert.ok(series)
const unknown: PhotoAnswer = {
  foreign: [],
  unsold: [],
  soldOut: null,
  outcome: { type: 'unknown' },
  category: null,
  isRough: false,
}
const draw = (answer: Partial<PhotoAnswer>, more: Partial<SeenView> = {}): Card =>
  seenCard({
    answer: { ...unknown, ...answer },
    categoryName: 'Tea',
    coin: () => ({ symbol: 'USDC', decimals: 6 }),
    texts: texts('en'),
    botLink: (payload) => `https://t.me/scrip_bot?start=${payload}`,
    group: null,
    ...more,
  })
const group = { chatUrl: 'https://t.me/scrip_bot?start' }
const names = (card: Card) =>
  card.buttons.flat().map((each) => (each.type === 'action' ? each.action.name : each.type))

test('a foreign code is shown as text, never as a link, and never to a group', () => {
  const foreign = ['https://evil.example/<a>', '<b>'.repeat(2000)]
  const card = draw({ foreign })
  assert.match(card.html, /none of mine[\s\S]*evil\.example\/&lt;a&gt;/)
  assert.doesNotMatch(card.html, /<a|href/)
  assert.match(card.html, /These codes[\s\S]*do not open it anywhere/)
  // That a code helps is not said to whoever photographed one.
  assert.doesNotMatch(card.html, /QR|not sure/)
  assert.ok(card.html.length < 4096)
  assert.doesNotMatch(draw({ foreign }, { group }).html, /evil|none of mine/)
})

test('a number that nobody sells is said plainly, beside what the thing looks like', () => {
  const card = draw({
    unsold: ['4006381333931'],
    outcome: { type: 'category' },
    category: { id: 2073, count: 2 },
  })
  assert.match(card.html, /4006381333931[\s\S]*nobody sells that here[\s\S]*Tea/)
  assert.deepEqual(names(card), ['category'])
})

test('some to choose from are named with their prices, never with percentages, and all can be denied', () => {
  for (const by of ['number', 'probable-number', 'looks', 'twins'] as const) {
    const card = draw({ outcome: { type: 'choice', series: [series, series], by } })
    assert.deepEqual(names(card), ['show-series', 'show-series', 'none-of-these'])
    assert.doesNotMatch(card.html, /%/)
    const toGroup = draw({ outcome: { type: 'choice', series: [series, series], by } }, { group })
    assert.deepEqual(names(toGroup), ['link', 'link'])
  }
  const twins = draw({ outcome: { type: 'choice', series: [series], by: 'twins' } })
  assert.match(twins.html, /label/)
  const one = draw({ outcome: { type: 'choice', series: [series], by: 'looks' } })
  assert.doesNotMatch(one.html, /one of these/)
  assert.deepEqual(
    one.buttons.flat().map(({ label }) => label),
    ['Longjing 100 g · 12 USDC', 'It is something else'],
  )
})

test('a kind of thing leads to its category only while somebody sells some of it', () => {
  const outcome = { type: 'category' } as const
  assert.deepEqual(names(draw({ outcome, category: { id: 1, count: 1 } })), ['category'])
  const empty = draw({ outcome, category: { id: 1, count: 0 } })
  assert.deepEqual(names(empty), ['home'])
  assert.match(empty.html, /Nobody sells any of it now/)
})

test('a group hears in short that nothing is known, and where to go on', () => {
  const card = draw({}, { group })
  assert.deepEqual(names(card), ['link'])
  assert.ok(card.html.length < 60)
  assert.match(draw({}).html, /short code under it/)
})

test('what is rough is said to be rough', () => {
  const outcome = { type: 'found', series, by: 'looks' } as const
  assert.match(draw({ outcome, isRough: true }).html, /roughly/)
  assert.doesNotMatch(draw({ outcome }).html, /roughly/)
})
