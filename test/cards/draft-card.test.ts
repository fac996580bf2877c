import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { discardedCard, draftCard } from '../../src/cards/draft-card.ts'
import { draftCategoryCard } from '../../src/cards/draft-category-card.ts'
import type { Card } from '../../src/domain/card.ts'
import { type Draft, draftFields } from '../../src/domain/draft.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { toKeyboard } from '../../src/telegram/keyboard.ts'

const { texts } = loadTexts('locales')
const empty: Draft = {
  id: 'ffffffffffffffff',
  person: 1 as never,
  chat: 1 as never,
  name: null,
  category: null,
  productNumber: null,
  specification: null,
  production: null,
  price: null,
  currency: null,
  supply: null,
  preset: 'pick-up-today',
  pictureHash: `0x${'ab'.repeat(32)}`,
}
const shown = (html: string) => html.replace(/<\/?(?:b|i|code|a)\b[^<>]*>/g, '')
const labels = (card: Card) => card.buttons.flat().map(({ label }) => label)

test('an empty draft says all that is missing, and marks every button for it', () => {
  const card = draftCard({
    draft: empty,
    texts: texts('en'),
    price: null,
    category: null,
    problems: draftFields,
    isDigital: false,
  })
  assert.match(card.html, /name, category, product number, specification, production, price, stock/)
  assert.equal(labels(card).filter((label) => label.endsWith('❗')).length, 7)
  assert.ok(labels(card).includes('Publish (not yet)'))
})

test('a whole draft can be published, unless nobody can hold it', () => {
  const view = {
    draft: empty,
    texts: texts('en'),
    price: '1 USDC',
    category: 'Books',
    problems: [],
  }
  assert.ok(labels(draftCard({ ...view, isDigital: false })).includes('Publish'))
  const digital = draftCard({ ...view, isDigital: true })
  assert.ok(labels(digital).includes('Publish (not yet)'))
  assert.match(digital.html, /nothing that can be handed over/)
})

test('the chosen terms are marked, and said in words', () => {
  for (const [preset, label, words] of [
    ['pick-up-today', 'Pick-up today', /picked up/],
    ['ships', 'Ships', /complain/],
    ['pre-order', 'Pre-order', /held until the hand-over/],
  ] as const) {
    const draft = { ...empty, preset }
    const view = { texts: texts('en'), price: null, category: null, problems: [], isDigital: false }
    const card = draftCard({ draft, ...view })
    assert.deepEqual(
      labels(card).filter((each) => each.startsWith('✓')),
      [`✓ ${label}`],
    )
    assert.match(card.html, words)
  }
})

test('property: whatever a seller writes, the card fits under a picture and its tags are ours', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom('<b>'.repeat(100), '&'.repeat(300), '🫖'.repeat(150), '</code><a href="x">'),
  )
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.constantFrom('en', 'zh-CN'),
      (name, specification, production, locale) => {
        const draft = { ...empty, name, specification, production, productNumber: 'x'.repeat(64) }
        const view = {
          texts: texts(locale),
          price: '1,000,000.000001 USDC',
          category:
            'Sporting Goods › Outdoor Recreation › Boating & Water Sports › Boating & Rafting',
          problems: draftFields,
          isDigital: true,
        }
        for (const card of [draftCard({ draft, ...view }), discardedCard(view.texts, draft)]) {
          // What is between our tags is escaped; counted as Telegram counts, a sign for an entity.
          const plain = shown(card.html)
          assert.doesNotMatch(plain, /[<>]/)
          assert.ok(plain.replace(/&(?:amp|lt|gt);/g, '.').length <= 1024, `${plain.length}`)
          assert.ok(toKeyboard(card.buttons).length > 0 || card.buttons.length === 0)
        }
      },
    ),
  )
})

test('categories to choose from fit their buttons', () => {
  const path =
    'Vehicles & Parts › Vehicle Parts & Accessories › Vehicle Maintenance, Care & Decor › Vehicle Decor'
  const found = [
    { id: 4_294_967_295, path },
    { id: 1, path: 'x'.repeat(200) },
  ]
  const card = draftCategoryCard({ texts: texts('en'), draft: empty.id, found })
  assert.match(labels(card)[0] ?? '', /^Vehicle .*Vehicle Decor$/)
  assert.ok((labels(card)[0] ?? '').length <= 60)
  assert.equal(toKeyboard(card.buttons).length, 2)
})
