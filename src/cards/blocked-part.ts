import type { Button } from '../domain/card.ts'
import { type ErrorCode, errorTable } from '../domain/errors.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'
import { dueOf } from './due-of.ts'
import { errorText, type MoneySaid } from './error-text.ts'

/** What no second try helps against: the way on leads elsewhere. */
const hopeless: ReadonlySet<ErrorCode> = new Set([
  'SOLD_OUT',
  'SALE_ENDED',
  'OFFER_CHANGED',
  'OFFER_GONE',
  'NOT_FOR_YOU',
  'PAID_ALREADY',
  'SEND_OVER',
  'SEND_KEPT',
  'RIGHT_REDEEMED',
  'PAST_REDEEM_BY',
  'CODE_SPENT',
  'GIFT_CODE_OVER',
])

/** Is the deal blocked by something that trying again cannot mend? */
export function isHopeless({ deal }: DealView): boolean {
  return deal.stage === 'blocked' && deal.problem !== null && hopeless.has(deal.problem.code)
}

/** What stopped a deal, whether money moved, and the way on. `again` is the label of a second try. */
export function blockedPart(view: DealView, again: string): CardPart {
  const { deal, texts, chainName } = view
  const { code, meta } = deal.problem ?? { code: 'UNEXPECTED', meta: {} }
  const html = errorText(texts, code, { chain: chainName, ...meta }, moneySaid(view, code))
  const cancel = dealButton(deal, 'cancel', texts.plain('button-cancel'))
  if (isHopeless(view)) return { html, buttons: [[wayOut(view)]] }
  return { html, buttons: [[dealButton(deal, 'go', again, 'primary'), cancel]] }
}

/** Where nothing is paid, nobody needs to fear for money; what is only signed changes nothing at all. */
function moneySaid(view: DealView, code: ErrorCode): MoneySaid {
  const said = errorTable[code].money
  const { kind } = view.deal.subject
  if (said !== 'unknown' || dueOf(view) !== null) return said
  return kind === 'binding' || kind === 'quote' ? 'not-moved' : 'unknown-done'
}

function wayOut({ deal, texts }: DealView): Button {
  switch (deal.subject.kind) {
    case 'purchase':
      return dealButton(deal, 'deal-space', texts.plain('button-space'))
    case 'handover':
      return plainButton('requests', texts.plain('button-requests'))
    default:
      return plainButton('my-rights', texts.plain('button-my-rights'))
  }
}
