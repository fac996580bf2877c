import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import { type EffectiveState, effectiveState } from '../domain/effective-state.ts'
import { formatDay, formatTime } from '../domain/format-time.ts'
import type { Account } from '../domain/ids.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { goodsPicture, goodsWords } from './goods-text.ts'
import type { RightView } from './rights-card.ts'

/** One right: what it is for, what it is in, and what its holder can do now. */
export function rightCard(
  view: RightView & { texts: Texts; coin: Coin; now: number; mine: readonly Account[] },
): Card {
  const { right, series, texts, now, mine } = view
  const state = effectiveState(right.word, now)
  const html = texts.html('right', {
    ...goodsWords(series.goods),
    serial: right.serial,
    state: texts.plain(`state-${state?.state ?? 'held'}`),
    token: right.id,
  })
  const isMine = state !== null && mine.includes(state.holder)
  return {
    html: [html, ...(state === null ? [] : stateLines(view, state))].join('\n'),
    buttons: [
      ...(isMine ? actionRows(view, state) : []),
      [plainButton('my-rights', texts.plain('button-my-rights'))],
    ],
    picture: goodsPicture(series),
  }
}

function stateLines(
  { texts, coin, series }: Parameters<typeof rightCard>[0],
  state: EffectiveState,
): string[] {
  const { until, burned, price, unserved } = state
  const { redeemByDay } = series.terms
  return [
    ...(price === null || price === 0n
      ? []
      : [texts.html('right-price', { price: formatMoney(price, coin, texts.locale) })]),
    ...(until === null
      ? []
      : [
          texts.html(`until-${burned ? 'burned' : 'open'}`, {
            time: formatTime(until, texts.locale),
          }),
        ]),
    ...(unserved && !burned ? [texts.html('right-unserved')] : []),
    ...(redeemByDay === null || burned
      ? []
      : [texts.html('terms-redeem-by', { day: formatDay(redeemByDay, texts.locale) })]),
  ]
}

function actionRows(
  { right, series, texts, now }: Parameters<typeof rightCard>[0],
  { state, unserved, way, until }: EffectiveState,
): Button[][] {
  const key = keyOf(right.id)
  const button = (name: Parameters<typeof plainButton>[0], label: string) =>
    plainButton(name, texts.plain(label), key)
  const refund =
    unserved && series.terms.payout === 'escrow' ? [[button('refund-me', 'button-refund-me')]] : []
  switch (state) {
    case 'held':
      return [
        [
          button('get-it', 'button-get-it'),
          button('send', 'button-send'),
          button('sell', 'button-sell'),
        ],
        ...refund,
      ]
    case 'listed': {
      const query = `offer ${key}`
      return [
        [{ type: 'share', label: texts.plain('button-choose-chat'), query }],
        [button('unlist', 'button-unlist')],
      ]
    }
    case 'sent':
      return [[button('send', 'button-show-send'), button('take-back', 'button-take-back')]]
    case 'requested':
      return [
        [button('get-it', way === 'delivery' ? 'button-show-delivery' : 'button-show-code')],
        [button('unask', 'button-withdraw-request')],
      ]
    case 'accepted':
      return [[button('get-it', way === 'delivery' ? 'button-show-delivery' : 'button-show-code')]]
    case 'shipped':
      return [
        [button('arrived', 'button-arrived'), button('problem', 'button-problem')],
        [button('get-it', 'button-show-delivery')],
      ]
    case 'disputed':
      return until !== null && now >= until ? [[button('refund-me', 'button-refund-me')]] : []
    default:
      return []
  }
}
