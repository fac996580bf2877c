import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import type { ClaimSubject } from '../domain/deal/subject.ts'
import { effectiveState } from '../domain/effective-state.ts'
import { formatTime } from '../domain/format-time.ts'
import { encodePayload } from '../domain/links.ts'
import { formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { isHopeless } from './blocked-part.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'
import { goodsPicture, goodsWords, nameOf } from './goods-text.ts'
import { resaleText } from './resale-text.ts'
import { waysText } from './terms-text.ts'
import { walletPart } from './wallet-part.ts'

/** The recipient's side of a send: claim it, have it kept, or get the good at the shop without any wallet. */
export function claimCard(view: DealView): Card {
  const { deal, texts, series, right } = view
  if (deal.subject.kind !== 'claim' || series === null || right === null) {
    return { html: texts.html('series-gone'), buttons: [], picture: null }
  }
  const { subject } = deal
  const price = subject.price === null ? '' : formatMoney(subject.price, view.coin, texts.locale)
  const { name, specification, production } = goodsWords(series.goods)
  const sender = shortAccount(subject.sender)
  const args = { name, specification, production, serial: right.serial, sender, price }
  const head = texts.html(subject.price === null ? 'claim-head-gift' : 'claim-head-price', args)
  const isUsed = deal.facts.type !== 'absent' && deal.facts.outcome === 'redeemed'
  // A code that can get nothing any more is not shown.
  const isLive = deal.facts.type === 'absent' && !isHopeless(view)
  const isAtShop = subject.deskCode !== null && (isLive || isUsed)
  const part =
    deal.facts.type === 'absent'
      ? (walletPart(view, texts.plain('button-try-again')) ?? offerPart(view, subject))
      : statePart(view)
  return {
    html: `${head}\n\n${part.html}`,
    buttons: part.buttons,
    picture: isAtShop ? codePicture(view, subject, isUsed) : goodsPicture(series),
  }
}

function offerPart(view: DealView, subject: ClaimSubject): CardPart {
  const { deal, texts, coin } = view
  const label =
    subject.price === null
      ? texts.plain('button-claim')
      : texts.plain('button-pay', { price: formatMoney(subject.price, coin, texts.locale) })
  const claim = dealButton(deal, 'go', label, 'success')
  if (subject.deskCode !== null) {
    const code = encodePayload({ type: 'handover', reference: deal.id, secret: subject.deskCode })
    return { html: texts.html('claim-at-shop', { code }), buttons: [[claim]] }
  }
  if (deal.stage === 'ended') {
    return { html: texts.html('claim-declined', { label }), buttons: [[claim]] }
  }
  if (subject.keptUntil !== null) {
    const until = formatTime(subject.keptUntil, texts.locale)
    return {
      html: texts.html('claim-kept', { until }),
      buttons: [[claim], ...shopRow(view, subject)],
    }
  }
  return {
    html: offerLines(view, subject).join('\n'),
    buttons: [
      [claim],
      [
        dealButton(deal, 'no-wallet', texts.plain('button-no-wallet')),
        ...shopRow(view, subject).flat(),
      ],
      [dealButton(deal, 'decline', texts.plain('button-decline'))],
    ],
  }
}

/** What it is, what a price pays for, how the good comes, and until when. */
function offerLines(view: DealView, { price }: ClaimSubject): string[] {
  const { texts, series, right, now } = view
  const until = right === null ? null : (effectiveState(right.word, now)?.until ?? null)
  return [
    texts.html(price === null ? 'claim-offer' : 'claim-offer-price'),
    ...(series === null || price === null ? [] : [resaleText(view, series, price)]),
    ...(series === null ? [] : [waysText(texts, series)]),
    ...(until === null
      ? []
      : [texts.html('claim-until', { until: formatTime(until, texts.locale) })]),
  ]
}

/** The good of a gift can be had at the shop by whoever has the link; a priced send has to be paid first. */
function shopRow({ deal, texts, series }: DealView, { price }: ClaimSubject): Button[][] {
  const isAtShop = price === null && series?.terms.ways.includes('pick-up') === true
  return isAtShop ? [[dealButton(deal, 'use-at-shop', texts.plain('button-use-at-shop'))]] : []
}

function statePart(view: DealView): CardPart {
  const { deal, texts, right } = view
  const outcome = deal.facts.type === 'absent' ? 'claimed' : deal.facts.outcome
  const at = formatTime(right?.changedAt ?? 0, texts.locale)
  const html = texts.html(`claim-${outcome}`, { at })
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  if (outcome !== 'claimed' || right === null) return { html, buttons: [[rights]] }
  const key = keyOf(right.id)
  return {
    html,
    buttons: [[plainButton('get-it', texts.plain('button-get-it'), key), rights]],
  }
}

function codePicture(view: DealView, subject: ClaimSubject, isUsed: boolean): Card['picture'] {
  const { deal, texts, series, right } = view
  const secret = subject.deskCode ?? ''
  const text = encodePayload({ type: 'handover', reference: deal.id, secret })
  return {
    id: `gift-code:${deal.id}:${isUsed ? 'used' : 'open'}`,
    type: 'drawing',
    drawing: {
      type: 'code',
      text: view.botLink(text),
      title: nameOf(series),
      caption: texts.plain('receipt-serial', { serial: right?.serial ?? 0 }),
      stamp: isUsed ? texts.plain('stamp-used') : null,
    },
  }
}
