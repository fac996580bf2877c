import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'

/** A card for a whole group: everything else happens in the private chat, which its button opens. */
export function toOpenCard(card: Card, texts: Texts): Card {
  const label = texts.plain('button-open')
  return { ...card, buttons: card.buttons.map((row) => row.map((each) => ({ ...each, label }))) }
}
