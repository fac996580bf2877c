import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

/** Something to be typed, and the way out of it. */
export function questionCard(texts: Texts, html: string): Card {
  const cancel = plainButton('drop-question', texts.plain('button-cancel'))
  return { html, buttons: [[cancel]], picture: null }
}

/** In place of a question that is not asked any more. */
export function droppedCard(texts: Texts): Card {
  const home = plainButton('home', texts.plain('button-home'))
  return { html: texts.html('question-dropped'), buttons: [[home]], picture: null }
}
