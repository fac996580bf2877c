import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import type { RightId } from '../domain/ids.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'

/** What a holder wrote to the seller about a right, without the holder's name. */
export function complaintCard(view: {
  texts: Texts
  right: RightId
  series: Series
  serial: number
  complaint: string
}): Card {
  const { texts, right, series, serial, complaint } = view
  const show = plainButton('request', texts.plain('button-show-request'), keyOf(right))
  return {
    html: texts.html('problem-message', { name: nameOf(series), serial, complaint }),
    buttons: [[show]],
    picture: null,
  }
}
