import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import { effectiveState } from '../domain/effective-state.ts'
import { formatTime } from '../domain/format-time.ts'
import { plainButton } from './buttons.ts'
import { dealCard } from './deal-card.ts'
import type { DealView } from './deal-view.ts'
import { nameOf } from './goods-text.ts'

/**
 * A deadline comes near or has passed, or somebody has answered: what it is, until when, and the one tap that leads there.
 * Null when there is nothing to say any more. While nothing is on chain it is the deal's own card, which moves down.
 */
export function reminderCard(view: DealView): Card | null {
  const { deal } = view
  if (deal.facts.type === 'absent') return waitingCard(view)
  const { outcome } = deal.facts
  if (outcome === 'expired') return overCard(view)
  if (outcome === 'redeemed') return plain(view, 'reminder-ruled', null)
  const until = deal.facts.type === 'done' ? deal.facts.until : null
  const isComing = until !== null && coming.has(outcome)
  return isComing ? plain(view, `reminder-${outcome}`, until) : null
}

const coming: ReadonlySet<string> = new Set([
  'requested',
  'accepted',
  'shipped',
  'disputed',
  'sent',
])

/** What waits for this person and is not on chain: a seller's answer, and a right that is kept for them. */
function waitingCard(view: DealView): Card | null {
  const { deal, texts, right, now } = view
  const { subject } = deal
  if (subject.kind === 'redemption' && subject.delivery?.quote != null) return dealCard(view)
  if (subject.kind !== 'claim' || subject.keptUntil === null || right === null) return null
  if (effectiveState(right.word, now)?.state !== 'sent') return null
  const until = formatTime(subject.keptUntil, texts.locale)
  const card = dealCard(view)
  return { ...card, html: `${texts.html('reminder-kept', { until })}\n\n${card.html}` }
}

function overCard(view: DealView): Card {
  const { deal, texts, series, right } = view
  if (deal.subject.kind === 'send') return plain(view, 'reminder-send-over', null)
  const card = plain(view, 'reminder-expired', null)
  const key = keyOf(right?.id ?? '')
  const again = plainButton('get-it', texts.plain('button-ask-again-for-it'), key)
  const refund = plainButton('refund-me', texts.plain('button-refund-me'), key)
  const isHeld = series?.terms.payout === 'escrow'
  return { ...card, buttons: [isHeld ? [again, refund] : [again]] }
}

function plain(view: DealView, id: string, until: number | null): Card {
  const { deal, texts, series, right } = view
  const way = deal.subject.kind === 'redemption' ? deal.subject.way : 'pick-up'
  const html = texts.html(id, {
    name: nameOf(series),
    serial: right?.serial ?? 0,
    until: until === null ? '' : formatTime(until, texts.locale),
    way,
    payout: series?.terms.payout ?? 'direct',
  })
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  const show: Button[] =
    right === null || deal.facts.type === 'final'
      ? [rights]
      : [plainButton('show-right', texts.plain('button-show-right'), keyOf(right.id))]
  return { html, buttons: [show], picture: null }
}
