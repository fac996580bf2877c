import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import { formatLeft } from '../domain/format-left.ts'
import { formatTime } from '../domain/format-time.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'
import type { RequestView } from './request-view.ts'

type View = RequestView & { texts: Texts; coin: Coin }

/** One right to its seller, or to its arbiter: what is asked, by when, and what can be done about it. */
export function requestCard(view: View): Card {
  const { texts, right, series, state } = view
  const head = texts.html('request-head', {
    name: nameOf(series),
    serial: right.serial,
    holder: shortAccount(state.holder),
  })
  const rows = actionRows(view)
  const requests = plainButton('requests', texts.plain('button-requests'))
  return {
    html: [head, ...stateLines(view), ...privateLines(view), ...whoLines(view, rows)].join('\n\n'),
    buttons: [...rows, [requests]],
    picture: null,
  }
}

/** What the right is in, to its seller. */
function stateLines({ texts, coin, ask, state, now, series }: View): string[] {
  if (ask !== null) {
    const { answer } = ask
    if (answer === null || now >= answer.expiry) return [texts.html('request-asked')]
    const fee = answer.fee === 0n ? 'none' : formatMoney(answer.fee, coin, texts.locale)
    const until = formatTime(answer.expiry, texts.locale)
    return [texts.html('request-answered', { fee, until })]
  }
  const { until } = state
  const args = {
    until: until === null ? '' : formatTime(until, texts.locale),
    left: until === null ? '' : formatLeft(until, now, texts.locale),
    way: state.way ?? 'pick-up',
    payout: series.terms.payout,
  }
  const isOver = until !== null && now >= until
  return [
    texts.html(`request-${isOver && !state.burned ? `${state.state}-over` : state.state}`, args),
  ]
}

function privateLines({ texts, address, tracking, complaint }: View): string[] {
  return [
    ...(address === null ? [] : [texts.html('request-address', { address })]),
    ...(tracking === null ? [] : [texts.html('request-tracking', { tracking })]),
    ...(complaint === null ? [] : [texts.html('request-complaint', { complaint })]),
  ]
}

/** To somebody without an account that may act: what they may do, and whom to ask. */
function whoLines({ texts, able, isArbiter, state, owners, series }: View, rows: Button[][]) {
  if (able.length > 0 || state.burned || (isArbiter && rows.length > 0)) return []
  const who = owners.length === 0 ? shortAccount(series.issuer) : owners.join(', ')
  return [texts.html(isArbiter ? 'request-arbiter-waits' : 'request-ask', { who })]
}

function actionRows(view: View): Button[][] {
  const { texts, right, series, state, now, able, isArbiter, ask } = view
  const key = keyOf(right.id)
  const button = (name: Parameters<typeof plainButton>[0], label: string) =>
    plainButton(name, texts.plain(label), key)
  if (state.burned) return []
  const isOver = state.until !== null && now >= state.until
  const ruling =
    isArbiter && state.state === 'disputed' && !isOver
      ? [
          [button('rule-holder', 'button-rule-holder')],
          [button('rule-seller', 'button-rule-seller'), button('rule-half', 'button-rule-half')],
        ]
      : []
  const isIssuer = able.includes(series.issuer)
  const isUnderWay = state.state !== 'held' || state.unserved || ask !== null
  const refund = isIssuer && isUnderWay ? [[button('refund-holder', 'button-refund-holder')]] : []
  if (able.length === 0) return ruling
  return [...ruling, ...deskRows(), ...refund]

  function deskRows(): Button[][] {
    if (ask !== null)
      return [[button('quote-free', 'button-quote-free'), button('quote-fee', 'button-quote-fee')]]
    switch (state.state) {
      case 'requested':
        return [[button('accept', 'button-accept'), button('refuse', 'button-refuse')]]
      case 'accepted':
        return state.way === 'delivery'
          ? [[button('ship', 'button-ship'), button('refuse', 'button-refuse')]]
          : [[button('refuse', 'button-refuse')]]
      case 'shipped':
        return isOver ? [[button('complete', 'button-complete')]] : []
      default:
        return []
    }
  }
}
