import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { Deadline } from '../domain/deadlines.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import { formatDay, formatTime } from '../domain/format-time.ts'
import { DAY_SECONDS } from '../domain/terms.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'

const ofHolder: ReadonlySet<Deadline['kind']> = new Set(['lapse-week', 'lapse-day', 'reclaim'])

/** A deadline that comes near or has passed, and the one tap that leads to what can be done about it. */
export function deadlineCard(view: {
  deadline: Deadline
  right: HeldRight
  series: Series
  texts: Texts
}): Card {
  const { deadline, right, series, texts } = view
  const { kind, until } = deadline
  const isDay = kind === 'lapse-week' || kind === 'lapse-day'
  const html = texts.html(`deadline-${kind}`, {
    name: nameOf(series),
    serial: right.serial,
    until: isDay ? formatDay(until / DAY_SECONDS, texts.locale) : formatTime(until, texts.locale),
  })
  const key = keyOf(right.id)
  const button = ofHolder.has(kind)
    ? plainButton('show-right', texts.plain('button-show-right'), key)
    : plainButton('request', texts.plain('button-show-request'), key)
  return { html, buttons: [[button]], picture: null }
}
