import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'

/** Several links in one message: the person picks. */
export function choiceCard(texts: Texts, urls: readonly string[]): Card {
  return {
    html: texts.html('choice'),
    buttons: urls.map((url, place) => [
      { type: 'link', label: texts.plain('choice-link', { number: place + 1 }), url },
    ]),
    picture: null,
  }
}
