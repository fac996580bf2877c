import type { Card } from '../domain/card.ts'
import { effectiveState } from '../domain/effective-state.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import type { Account } from '../domain/ids.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { pageRow, plainButton } from './buttons.ts'

const A_PAGE = 10
const NAME_LENGTH = 50

/** A right that somebody passed on, to whoever has it now. */
export type PassedOn = { right: HeldRight; series: Series }

/** Rights that a person sent or sold, the latest first. */
export function passedOnCard(view: {
  what: 'sent' | 'sold'
  rights: readonly PassedOn[]
  coin: (currency: Account | null) => Coin
  /** From 0. */
  page: number
  texts: Texts
  /** Unix seconds: the newest block's time. */
  now: number
}): Card {
  const { what, rights, texts } = view
  const back = plainButton('earned', texts.plain('button-earned'))
  if (rights.length === 0) {
    const html = texts.html(what === 'sent' ? 'sent-none' : 'sold-none')
    const mine = plainButton('my-rights', texts.plain('button-my-rights'))
    return { html, buttons: [[mine, back]], picture: null }
  }
  const pages = Math.ceil(rights.length / A_PAGE)
  const page = Math.min(view.page, pages - 1)
  const lines = rights.slice(page * A_PAGE, (page + 1) * A_PAGE).map((each) => lineOf(each, view))
  const name = what === 'sent' ? 'sent-rights' : 'sold-rights'
  return {
    html: `${texts.html(what === 'sent' ? 'sent-head' : 'sold-head')}\n\n${lines.join('\n')}`,
    buttons: [
      ...pageRow({ name, subject: '', page, pages, texts }),
      [back, plainButton('export', texts.plain('button-export'))],
    ],
    picture: null,
  }
}

function lineOf(
  { right, series }: PassedOn,
  { coin, texts, now }: Parameters<typeof passedOnCard>[0],
): string {
  const { price } = right.came
  const holder = effectiveState(right.word, now)?.holder ?? right.mintedTo
  return texts.html('passed-on-line', {
    name: shownText(series.goods.name, NAME_LENGTH),
    serial: right.serial,
    account: shortAccount(holder),
    price: price === 0n ? 'none' : formatMoney(price, coin(series.terms.currency), texts.locale),
  })
}
