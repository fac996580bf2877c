import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import { formatTime } from '../domain/format-time.ts'
import { plainButton } from './buttons.ts'
import type { DealView } from './deal-view.ts'

/** A deadline comes near: what ends, when, and the one tap that leads there. Null when it is over already. */
export function reminderCard(view: DealView): Card | null {
  const { deal, texts, series, right } = view
  if (deal.facts.type !== 'done' || deal.facts.until === null || right === null) return null
  const html = texts.html(`reminder-${deal.facts.outcome}`, {
    name: series?.goods.name ?? '',
    serial: right.serial,
    until: formatTime(deal.facts.until, texts.locale),
  })
  const show = plainButton('show-right', texts.plain('button-show-right'), keyOf(right.id))
  return { html, buttons: [[show]], picture: null }
}
