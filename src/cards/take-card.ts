import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { TakeSubject } from '../domain/deal/subject.ts'
import { effectiveState } from '../domain/effective-state.ts'
import { formatTime } from '../domain/format-time.ts'
import { formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'
import { goodsPicture, goodsWords } from './goods-text.ts'
import { resaleText } from './resale-text.ts'
import { walletPart } from './wallet-part.ts'

/** Buying a held right from its holder. */
export function takeCard(view: DealView): Card {
  const { deal, texts, series, right, coin } = view
  if (deal.subject.kind !== 'take' || series === null || right === null) {
    return { html: texts.html('series-gone'), buttons: [], picture: null }
  }
  const { subject } = deal
  const words = goodsWords(series.goods)
  const head = texts.html('take-head', {
    ...words,
    serial: right.serial,
    price: formatMoney(subject.price, coin, texts.locale),
    seller: shortAccount(subject.seller),
    issuer: shortAccount(series.issuer),
  })
  const part =
    deal.facts.type === 'absent'
      ? (walletPart(view, texts.plain('button-try-again')) ?? offerPart(view, subject))
      : boughtPart(view)
  return { html: `${head}\n\n${part.html}`, buttons: part.buttons, picture: goodsPicture(series) }
}

function offerPart(view: DealView, subject: TakeSubject): CardPart {
  const { deal, texts, series, right, coin, now } = view
  const price = formatMoney(subject.price, coin, texts.locale)
  const pay = dealButton(deal, 'go', texts.plain('button-pay', { price }), 'success')
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  const closed = ownPart(view, subject) ?? privatePart(view)
  if (closed !== null) return closed
  if (deal.stage === 'ended')
    return { html: texts.html('purchase-ended'), buttons: [[pay], [rights]] }
  const until = right === null ? null : (effectiveState(right.word, now)?.until ?? null)
  const lines = [
    ...(series === null ? [] : [resaleText(view, series, subject.price)]),
    ...(until === null
      ? []
      : [texts.html('take-until', { until: formatTime(until, texts.locale) })]),
  ]
  return { html: lines.join('\n'), buttons: [[pay], [rights]] }
}

/** Nobody buys from themselves. */
function ownPart({ texts, mine }: DealView, { seller, right }: TakeSubject): CardPart | null {
  if (!mine.includes(seller)) return null
  const show = plainButton('show-right', texts.plain('button-show-right'), keyOf(right))
  return { html: texts.html('take-yours'), buttons: [[show]] }
}

/** An offer to one account alone, read by somebody who has not proven that one; null where it can be taken. */
function privatePart({ deal, texts, right, mine, now }: DealView): CardPart | null {
  const isListed = right !== null && effectiveState(right.word, now)?.state === 'listed'
  const taker = isListed ? right.key : null
  if (taker === null || mine.includes(taker)) return null
  const account = shortAccount(taker)
  if (mine.length > 0) {
    const rights = plainButton('my-rights', texts.plain('button-my-rights'))
    return { html: texts.html('take-private', { account }), buttons: [[rights]] }
  }
  // Going on begins with the wallet.
  const bind = dealButton(deal, 'go', texts.plain('button-bind-wallet'), 'primary')
  return { html: texts.html('take-private-unbound', { account }), buttons: [[bind]] }
}

function boughtPart({ texts, right }: DealView): CardPart {
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  const show = plainButton('show-right', texts.plain('button-show-right'), keyOf(right?.id ?? ''))
  return {
    html: texts.html('take-bought', { serial: right?.serial ?? 0 }),
    buttons: [[show, rights]],
  }
}
