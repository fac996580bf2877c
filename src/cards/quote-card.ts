import type { Card } from '../domain/card.ts'
import { formatTime } from '../domain/format-time.ts'
import { formatMoney } from '../domain/money.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { DealView } from './deal-view.ts'
import { nameOf } from './goods-text.ts'
import { walletPart } from './wallet-part.ts'

/** The seller's signature under what a delivery costs. Nothing is sent to the chain. */
export function quoteCard(view: DealView): Card {
  const { deal, texts, series, right, coin } = view
  if (deal.subject.kind !== 'quote' || series === null || right === null) {
    return { html: texts.html('series-gone'), buttons: [], picture: null }
  }
  const { fee, expiry } = deal.subject
  const args = {
    name: nameOf(series),
    serial: right.serial,
    fee: fee === 0n ? texts.plain('fee-none') : formatMoney(fee, coin, texts.locale),
    until: formatTime(expiry, texts.locale),
  }
  const requests = plainButton('requests', texts.plain('button-requests'))
  const head = texts.html('quote-head', args)
  if (deal.stage === 'final') {
    return { html: `${head}\n\n${texts.html('quote-done')}`, buttons: [[requests]], picture: null }
  }
  const part = walletPart(view, texts.plain('button-try-again')) ?? {
    html: texts.html('quote-offer'),
    buttons: [[dealButton(deal, 'go', texts.plain('button-sign'), 'success')], [requests]],
  }
  return { html: `${head}\n\n${part.html}`, buttons: part.buttons, picture: null }
}
