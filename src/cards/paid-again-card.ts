import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'

/** Somebody paid once more for what was paid already; the rights of that second payment. */
export function paidAgainCard(view: {
  rights: readonly HeldRight[]
  series: Series
  texts: Texts
}): Card {
  const { rights, series, texts } = view
  const html = texts.html('notice-paid-again', {
    name: nameOf(series),
    serials: rights.map(({ serial }) => serial).join(', '),
    quantity: rights.length,
  })
  const [first] = rights
  const show = plainButton('show-right', texts.plain('button-show-right'), keyOf(first?.id ?? ''))
  const mine = plainButton('my-rights', texts.plain('button-my-rights'))
  return { html, buttons: [[show, mine]], picture: null }
}
