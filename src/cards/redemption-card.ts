import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { RedemptionSubject } from '../domain/deal/subject.ts'
import { effectiveState } from '../domain/effective-state.ts'
import { formatTime } from '../domain/format-time.ts'
import type { DealId } from '../domain/ids.ts'
import { encodePayload } from '../domain/links.ts'
import { refusalReason } from '../domain/refusal-reason.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'
import { deliveryPart } from './delivery-part.ts'
import { nameOf } from './goods-text.ts'
import { walletPart } from './wallet-part.ts'

/** Getting goods: at the seller's desk with a code, or by delivery. */
export function redemptionCard(view: DealView): Card {
  const { deal, texts, series, right } = view
  if (deal.subject.kind !== 'redemption' || series === null || right === null) {
    return { html: texts.html('series-gone'), buttons: [], picture: null }
  }
  const { subject } = deal
  const args = { name: nameOf(series), serial: right.serial, quantity: subject.rights.length }
  const head = texts.html('redemption-head', args)
  const stamped = deal.facts.type !== 'absent' && deal.facts.outcome === 'redeemed'
  if (deal.facts.type !== 'absent' && subject.way === 'pick-up') {
    const { outcome } = deal.facts
    if (outcome === 'requested') return codeCard(view, subject, 'redemption-code')
    if (outcome === 'accepted') return codeCard(view, subject, 'redemption-accepted')
  }
  const part =
    deal.facts.type === 'absent'
      ? (waitPart(view) ?? offerPart(view, subject))
      : statePart(view, subject)
  return {
    html: stamped ? part.html : `${head}\n\n${part.html}`,
    buttons: part.buttons,
    picture:
      stamped && subject.way === 'pick-up'
        ? codePicture(view, subject, texts.plain('stamp-used'))
        : null,
  }
}

/** Trying again helps against everything but an answer that has run out: that one has to be asked for. */
function waitPart(view: DealView): CardPart | null {
  if (view.deal.stage === 'blocked' && view.deal.problem?.code === 'QUOTE_OVER') return null
  return walletPart(view, view.texts.plain('button-try-again'))
}

function offerPart(view: DealView, subject: RedemptionSubject): CardPart {
  const { deal, texts, alike } = view
  if (subject.way === 'delivery') return deliveryPart(view, subject)
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  const go = dealButton(deal, 'go', texts.plain('button-pick-up'), 'success')
  const id = deal.stage === 'ended' ? 'redemption-ended' : 'redemption-offer'
  const isMore = alike > subject.rights.length
  const all = dealButton(deal, 'all', texts.plain('button-all', { quantity: alike }))
  const html = texts.html(id, { quantity: subject.rights.length })
  return { html, buttons: [[go], ...(isMore ? [[all]] : []), [rights]] }
}

/** What became of it after it was locked. */
function statePart(view: DealView, subject: RedemptionSubject): CardPart {
  const { deal, texts, right, series } = view
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  if (deal.facts.type === 'absent') return { html: '', buttons: [[rights]] }
  const { outcome } = deal.facts
  const isOpen = ['requested', 'accepted', 'shipped', 'disputed'].includes(outcome)
  if (isOpen) return deliveryPart(view, subject)
  const at = formatTime(right?.changedAt ?? 0, texts.locale)
  const args = {
    name: nameOf(series),
    serial: right?.serial ?? 0,
    quantity: subject.rights.length,
    at,
    reason: refusalReason(right?.refusal ?? null),
  }
  const html = texts.html(`redemption-${outcome}`, args)
  const isAskable = outcome === 'expired' || outcome === 'refused'
  if (!isAskable || right === null) return { html, buttons: [[rights]] }
  const key = keyOf(right.id)
  const isHeld = series?.terms.payout === 'escrow'
  const refund = isHeld ? [plainButton('refund-me', texts.plain('button-refund-me'), key)] : []
  const again = plainButton('get-it', texts.plain('button-ask-again-for-it'), key)
  return { html, buttons: [[again, ...refund], [rights]] }
}

/** The code for the desk stays in sight until it is used. */
function codeCard(view: DealView, subject: RedemptionSubject, text: string): Card {
  return {
    html: view.texts.html(text, codeArgs(view, subject)),
    buttons: codeRows(view),
    picture: codePicture(view, subject, null),
  }
}

function codeRows({ deal, texts }: DealView): CardPart['buttons'] {
  return [
    [
      dealButton(deal, 'refresh', texts.plain('button-refresh')),
      plainButton('my-rights', texts.plain('button-my-rights')),
    ],
  ]
}

function codeArgs(view: DealView, { rights, secret }: RedemptionSubject) {
  const { deal, texts, series, right } = view
  const state = right === null ? null : effectiveState(right.word, view.now)
  return {
    name: nameOf(series),
    serial: right?.serial ?? 0,
    quantity: rights.length,
    code: payloadOf(deal.id, secret),
    until: formatTime(state?.until ?? view.now, texts.locale),
  }
}

function codePicture(
  view: DealView,
  { rights, secret }: RedemptionSubject,
  stamp: string | null,
): Card['picture'] {
  const { deal, texts, series, right } = view
  const serial = right?.serial ?? 0
  return {
    id: `code:${deal.id}:${stamp === null ? 'open' : 'used'}`,
    type: 'drawing',
    drawing: {
      type: 'code',
      text: view.botLink(payloadOf(deal.id, secret)),
      title: rights.length > 1 ? `${rights.length} × ${nameOf(series)}` : nameOf(series),
      caption: texts.plain(rights.length > 1 ? 'receipt-serials' : 'receipt-serial', { serial }),
      stamp,
    },
  }
}

function payloadOf(deal: DealId, secret: string): string {
  return encodePayload({ type: 'handover', reference: deal, secret })
}
