import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { EffectiveState } from '../domain/effective-state.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import { formatTime } from '../domain/format-time.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import type { Notice } from '../domain/notices.ts'
import { refusalReason } from '../domain/refusal-reason.ts'
import { shortAccount } from '../domain/short-account.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'

const toDesk: ReadonlySet<Notice['kind']> = new Set(['asked', 'requested', 'locked', 'disputed'])
const toSpace: ReadonlySet<Notice['kind']> = new Set(['sold'])

/** News about a right, and the one tap that leads to it. */
export function noticeCard(view: {
  kind: Notice['kind']
  right: HeldRight
  series: Series
  state: EffectiveState
  texts: Texts
  coin: Coin
  /** Of rights that this is about, when it is about several at once. */
  quantity?: number
}): Card {
  const { kind, right, series, state, texts, coin, quantity = 1 } = view
  const html = texts.html(`notice-${kind}`, {
    name: nameOf(series),
    serial: right.serial,
    quantity,
    more: quantity - 1,
    holder: shortAccount(state.holder),
    price: formatMoney(kind === 'sold' ? series.terms.price : right.came.price, coin, texts.locale),
    until: state.until === null ? '' : formatTime(state.until, texts.locale),
    way: state.way ?? 'pick-up',
    reason: refusalReason(right.refusal),
  })
  const key = keyOf(right.id)
  const button = toDesk.has(kind)
    ? plainButton('request', texts.plain('button-show-request'), key)
    : toSpace.has(kind)
      ? plainButton('my-space', texts.plain('button-my-space'))
      : plainButton('show-right', texts.plain('button-show-right'), key)
  return { html, buttons: [[button]], picture: null }
}
