import { keyOf } from '../domain/button-key.ts'
import type { RedemptionSubject } from '../domain/deal/subject.ts'
import { effectiveState } from '../domain/effective-state.ts'
import { formatTime } from '../domain/format-time.ts'
import { formatMoney } from '../domain/money.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'

/** Having a good sent: the address, what the seller asks for it, the lock, the parcel. */
export function deliveryPart(view: DealView, subject: RedemptionSubject): CardPart {
  const { deal, texts } = view
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  if (deal.facts.type !== 'absent') return lockedPart(view, subject)
  const { address = null, quote = null, askedOf = null } = subject.delivery ?? {}
  const ask = dealButton(deal, 'ask-quote', texts.plain('button-ask-quote'), 'success')
  const change = dealButton(deal, 'change-address', texts.plain('button-change-address'))
  if (address === null && deal.stage === 'ended') {
    return { html: texts.html('redemption-ended'), buttons: [[rights]] }
  }
  if (address === null) return { html: texts.html('delivery-address'), buttons: [[rights]] }
  // The chain may know before our index does that it is over.
  const isOver = deal.problem?.code === 'QUOTE_OVER'
  if (quote !== null && (isOver || view.now >= quote.expiry)) {
    const html = texts.html('delivery-answer-over', { address })
    return { html, buttons: [[ask], [change], [rights]] }
  }
  if (quote !== null) {
    const price = formatMoney(quote.fee, view.coin, texts.locale)
    const until = formatTime(quote.expiry, texts.locale)
    const label =
      quote.fee === 0n ? texts.plain('button-lock') : texts.plain('button-lock-pay', { price })
    return {
      html: texts.html(quote.fee === 0n ? 'delivery-free' : 'delivery-quoted', {
        address,
        price,
        until,
      }),
      buttons: [[dealButton(deal, 'go', label, 'success')], [change], [rights]],
    }
  }
  if (askedOf !== null) {
    return { html: texts.html('delivery-asked', { address }), buttons: [[change], [rights]] }
  }
  return { html: texts.html('delivery-check', { address }), buttons: [[ask], [change], [rights]] }
}

function lockedPart(view: DealView, { delivery }: RedemptionSubject): CardPart {
  const { deal, texts, right, series, now } = view
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  const state = right === null ? null : effectiveState(right.word, now)
  const until = formatTime(state?.until ?? now, texts.locale)
  const outcome = deal.facts.type === 'absent' ? 'accepted' : deal.facts.outcome
  const tracking = delivery?.tracking ?? 'none'
  const payout = series?.terms.payout ?? 'direct'
  const html = texts.html(`delivery-${outcome}`, { until, tracking, payout })
  const key = keyOf(right?.id ?? '')
  const isOver = state?.until != null && now >= state.until
  if (outcome === 'disputed' && isOver) {
    const refund = plainButton('refund-me', texts.plain('button-refund-me'), key)
    return { html: texts.html('delivery-disputed-over'), buttons: [[refund], [rights]] }
  }
  if (outcome !== 'shipped') return { html, buttons: [[rights]] }
  return {
    html,
    buttons: [
      [
        plainButton('arrived', texts.plain('button-arrived'), key),
        plainButton('problem', texts.plain('button-problem'), key),
      ],
      [rights],
    ],
  }
}
