import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { goodsPicture, nameOf } from './goods-text.ts'
import type { RightView } from './rights-card.ts'

/** How a right is sent: as a gift, or for a price that the recipient pays. */
export function sendChoiceCard({ right, series, texts }: RightView & { texts: Texts }): Card {
  const key = keyOf(right.id)
  return {
    html: texts.html('send-choice', { name: nameOf(series), serial: right.serial }),
    buttons: [
      [
        plainButton('send-gift', texts.plain('button-send-gift'), key),
        plainButton('send-price', texts.plain('button-send-price'), key),
      ],
      [plainButton('show-right', texts.plain('button-back'), key)],
    ],
    picture: goodsPicture(series),
  }
}
