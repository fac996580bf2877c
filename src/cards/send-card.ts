import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import { sendReference } from '../domain/claim-key.ts'
import type { SendSubject } from '../domain/deal/subject.ts'
import { formatTime } from '../domain/format-time.ts'
import { encodePayload } from '../domain/links.ts'
import { formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'
import { giftButtons } from './gift-buttons.ts'
import { goodsPicture, nameOf } from './goods-text.ts'
import { walletPart } from './wallet-part.ts'

/** The sender's side of a send: reserve, choose a chat, and what became of it. */
export function sendCard(view: DealView): Card {
  const { deal, texts, series, right } = view
  if (deal.subject.kind !== 'send' || series === null || right === null) {
    return { html: texts.html('series-gone'), buttons: [], picture: null }
  }
  const { subject } = deal
  const price = subject.price === null ? '' : formatMoney(subject.price, view.coin, texts.locale)
  const args = { name: nameOf(series), serial: right.serial, price }
  const head = texts.html(subject.price === null ? 'send-head-gift' : 'send-head-price', args)
  const part =
    deal.facts.type === 'absent'
      ? (walletPart(view, texts.plain('button-try-again')) ?? offerPart(view, subject))
      : statePart(view, subject)
  return {
    html: `${head}\n\n${part.html}`,
    buttons: part.buttons,
    picture: goodsPicture(series),
  }
}

function offerPart(view: DealView, subject: SendSubject): CardPart {
  const { deal, texts, series, coin } = view
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  const go = dealButton(deal, 'go', texts.plain('button-reserve'), 'success')
  if (deal.stage === 'ended') return { html: texts.html('send-ended'), buttons: [[go], [rights]] }
  const issuers = series?.terms.price ?? 0n
  const isAbove = subject.price !== null && subject.price > issuers
  const warning = isAbove
    ? `\n${texts.html('price-above', { price: formatMoney(issuers, coin, texts.locale) })}`
    : ''
  return { html: `${texts.html('send-offer')}${warning}`, buttons: [[go], [rights]] }
}

function statePart(view: DealView, subject: SendSubject): CardPart {
  const { deal, texts, right } = view
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  const outcome = deal.facts.type === 'absent' ? 'sent' : deal.facts.outcome
  if (outcome !== 'sent') {
    const holder = right === null ? '' : shortAccount(view.holder ?? right.mintedTo)
    const at = formatTime(right?.changedAt ?? 0, texts.locale)
    return { html: texts.html(`send-${outcome}`, { holder, at }), buttons: [[rights]] }
  }
  const until = formatTime(subject.until, texts.locale)
  const back = plainButton('take-back', texts.plain('button-take-back'), keyOf(subject.right))
  const { secret } = subject
  const payload = encodePayload({ type: 'send', reference: sendReference(secret), secret })
  // The secret stays behind the #: no server and no preview robot ever gets it.
  const link = `${view.site}/g#${payload}`
  return {
    html: texts.html('send-reserved', { until }),
    buttons: [
      ...giftButtons(texts, [subject.secret]),
      [{ type: 'copy', label: texts.plain('button-copy-link'), text: link }],
      [back, rights],
    ],
  }
}
