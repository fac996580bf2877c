import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import type { ActSubject } from '../domain/deal/subject.ts'
import { effectiveState } from '../domain/effective-state.ts'
import { formatTime } from '../domain/format-time.ts'
import { encodePayload } from '../domain/links.ts'
import { formatMoney } from '../domain/money.ts'
import { refusalReason } from '../domain/refusal-reason.ts'
import { shortAccount } from '../domain/short-account.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { DealView } from './deal-view.ts'
import { nameOf } from './goods-text.ts'
import { listingText } from './resale-text.ts'
import { walletPart } from './wallet-part.ts'

/** One call: what it will do, the wallet, and that it is done. */
export function actCard(view: DealView): Card {
  const { deal, texts } = view
  if (deal.subject.kind !== 'act') return { html: '', buttons: [], picture: null }
  const { subject } = deal
  const args = argumentsOf(view, subject)
  const head = texts.html(`act-${subject.act}-head`, args)
  const rows = nextRows(view, subject)
  if (deal.facts.type !== 'absent') {
    const isOver = subject.act === 'list' && !stillListed(view, subject)
    const html = isOver
      ? texts.html('act-list-over', args)
      : texts.html(`act-${subject.act}-done`, args)
    return { html: `${head}\n\n${html}`, buttons: rows, picture: null }
  }
  const go = dealButton(deal, 'go', texts.plain(`act-${subject.act}-button`, args), 'primary')
  const offer = deal.stage === 'ended' ? texts.html('act-ended') : offerText(view, subject)
  const part = walletPart(view, texts.plain('button-try-again')) ?? {
    html: offer,
    buttons: [[go], ...rows],
  }
  return { html: `${head}\n\n${part.html}`, buttons: part.buttons, picture: null }
}

function offerText(view: DealView, { act, arguments: given }: ActSubject): string {
  const { texts, series } = view
  const html = texts.html(`act-${act}-offer`, argumentsOf(view, view.deal.subject as ActSubject))
  if (act !== 'list' || series === null) return html
  return `${html}\n${listingText(view, series, given.price ?? 0n)}`
}

function argumentsOf(view: DealView, { arguments: given }: ActSubject) {
  const { texts, series, right, coin } = view
  return {
    name: nameOf(series),
    serial: right?.serial ?? 0,
    price: formatMoney(given.price ?? series?.terms.price ?? 0n, coin, texts.locale),
    until: given.until === undefined ? '' : formatTime(given.until, texts.locale),
    account: given.account === undefined ? 'none' : shortAccount(given.account),
    allowed: given.isStaff === false ? 'no' : 'yes',
    reason: refusalReason(given.reason ?? null),
    text: given.text ?? '',
    limit: given.limit ?? 0,
    toholder: formatMoney(given.toHolder ?? 0n, coin, texts.locale),
    toseller: formatMoney((series?.terms.price ?? 0n) - (given.toHolder ?? 0n), coin, texts.locale),
    payout: series?.terms.payout ?? 'direct',
  }
}

/** Whether the right stands for sale as this call put it: not sold, taken off, run out, or listed anew. */
function stillListed({ right, now }: DealView, { arguments: given }: ActSubject): boolean {
  const state = right === null ? null : effectiveState(right.word, now)
  return state?.state === 'listed' && state.price === given.price && state.until === given.until
}

const atDesk: ReadonlySet<string> = new Set([
  'accept',
  'refuse',
  'ship',
  'refund',
  'complete',
  'rule',
])
const ofSpace: ReadonlySet<string> = new Set(['close', 'raise-limit', 'set-staff', 'withdraw'])

/** Where to go from here. A listing that stands is shared at once. */
function nextRows(view: DealView, subject: ActSubject): Button[][] {
  const { texts, right, deal } = view
  const { act, arguments: given } = subject
  if (atDesk.has(act)) return [[plainButton('requests', texts.plain('button-requests'))]]
  if (ofSpace.has(act)) return [[plainButton('my-space', texts.plain('button-my-space'))]]
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  if (right === null) return [[rights]]
  const show = plainButton('show-right', texts.plain('button-show-right'), keyOf(right.id))
  const isStanding = deal.facts.type !== 'absent' && act === 'list' && stillListed(view, subject)
  if (!isStanding) return [[show, rights]]
  const link = view.botLink(encodePayload({ type: 'right', right: right.id }))
  const copy: Button = { type: 'copy', label: texts.plain('button-copy-link'), text: link }
  const share: Button = {
    type: 'share',
    label: texts.plain('button-choose-chat'),
    query: `offer ${keyOf(right.id)}`,
  }
  return given.account === undefined ? [[share], [copy, rights]] : [[copy], [show, rights]]
}
