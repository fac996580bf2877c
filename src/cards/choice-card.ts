import type { Card } from '../domain/card.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'

const LABEL_LENGTH = 40

/** Several links in one message: the person picks, by what each leads to where that can be said. */
export function choiceCard(
  texts: Texts,
  choices: readonly { url: string; name: string | null }[],
): Card {
  return {
    html: texts.html('choice'),
    buttons: choices.map(({ url, name }, place) => {
      const shown = name === null ? '' : shownText(name, LABEL_LENGTH)
      const label = shown === '' ? texts.plain('choice-link', { number: place + 1 }) : shown
      return [{ type: 'link', label, url }]
    }),
    picture: null,
  }
}
