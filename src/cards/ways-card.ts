import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'
import type { RightView } from './rights-card.ts'

/** How the good shall come, where the seller offers both ways. */
export function waysCard({ right, series, texts }: RightView & { texts: Texts }): Card {
  const key = keyOf(right.id)
  return {
    html: texts.html('ways', { name: nameOf(series), serial: right.serial }),
    buttons: [
      [
        plainButton('pick-up', texts.plain('button-pick-up'), key),
        plainButton('deliver', texts.plain('button-deliver'), key),
      ],
      [plainButton('show-right', texts.plain('button-back'), key)],
    ],
    picture: null,
  }
}
