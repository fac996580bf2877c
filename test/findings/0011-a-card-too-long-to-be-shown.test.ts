import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadTexts } from '../../src/i18n/texts.ts'
import { everyCard } from '../support/card-views.ts'

// Goods with texts as long as the contract takes made captions that Telegram refuses, so that nobody ever saw the card.
test('the quote of goods with the longest texts fits a caption', () => {
  const cards = everyCard(loadTexts('locales').texts('en'))
  const quotes = cards.filter(({ name }) => name.startsWith('hostile / purchase'))
  assert.ok(quotes.length > 50)
  for (const { name, card } of quotes) {
    assert.ok(card.html.replace(/<[^>]*>/g, '').length <= 1400, name)
  }
})
