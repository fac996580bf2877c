import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Card } from '../../src/domain/card.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { toKeyboard } from '../../src/telegram/keyboard.ts'
import { everyCard } from '../support/card-views.ts'

// Telegram's own limits, after parsing.
const MOST_TEXT = 4096
const MOST_CAPTION = 1024
const MOST_COPIED = 256
/** Chinese says a lot in a few characters. */
const LEAST_TEXT = 5

const { locales, texts } = loadTexts('locales')

/** What is left of HTML when it is shown. */
function shown(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

for (const locale of locales) {
  const cards = everyCard(texts(locale))

  test(`${locale}: there are cards`, () => {
    assert.ok(cards.length > 1000)
    console.log(`${cards.length} cards`)
  })

  test(`${locale}: no card is longer than Telegram takes`, () => {
    const long = cards.filter(({ card }) => {
      const most = card.picture === null ? MOST_TEXT : MOST_CAPTION
      return shown(card.html).length > most
    })
    assert.deepEqual(
      long.map(({ name }) => name),
      [],
    )
  })

  test(`${locale}: every card has words and a next step`, () => {
    const wordless = cards.filter(({ card }) => shown(card.html).trim().length < LEAST_TEXT)
    assert.deepEqual(
      wordless.map(({ name }) => name),
      [],
    )
    // What nobody has to act on any more, or what the reader only waits for, may end there; it is named here.
    const stuck = cards.filter(
      ({ card, place }) => place === 'chat' && card.buttons.flat().length === 0,
    )
    assert.deepEqual(
      stuck.map(({ name }) => name),
      [],
    )
  })

  test(`${locale}: what sellers write stays text`, () => {
    for (const { name, card } of cards) assertOnlyOurTags(name, card)
  })

  test(`${locale}: Telegram takes every button`, () => {
    for (const { name, card } of cards) {
      for (const button of card.buttons.flat()) {
        assert.ok(button.label.trim().length > 0, `${name}: a button without a label`)
        if (button.type === 'copy') assert.ok(button.text.length <= MOST_COPIED, name)
      }
      // Throws for callback data of more than 64 bytes.
      toKeyboard(card.buttons)
    }
  })
}

const OURS = /^<\/?(b|i|u|s|code|pre|a|blockquote)( (href="https:\/\/[^"<>]*"|expandable))?>$/

function assertOnlyOurTags(name: string, { html }: Card): void {
  for (const [tag] of html.matchAll(/<[^>]*>/g)) assert.match(tag, OURS, `${name}: ${tag}`)
  for (const tag of ['b', 'i', 'code', 'a']) {
    const opened = html.split(`<${tag}>`).length + html.split(`<${tag} `).length
    assert.equal(opened - 1, html.split(`</${tag}>`).length, `${name}: <${tag}>`)
  }
}
