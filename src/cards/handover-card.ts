import type { Card } from '../domain/card.ts'
import { formatTime } from '../domain/format-time.ts'
import { unpackRightWord } from '../domain/right-word.ts'
import { shortAccount } from '../domain/short-account.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { DealView } from './deal-view.ts'
import { nameOf } from './goods-text.ts'
import { walletPart } from './wallet-part.ts'

/** The desk's side of a pick-up: what the code is for, and the one button that uses it up. */
export function handoverCard(view: DealView): Card {
  const { deal, texts, series, right } = view
  if (deal.subject.kind !== 'handover' || series === null || right === null)
    return { html: texts.html('series-gone'), buttons: [], picture: null }
  const { rights, isGift } = deal.subject
  const holder = shortAccount(unpackRightWord(right.word).owner)
  const quantity = rights.length
  const args = { name: nameOf(series), serial: right.serial, holder, quantity }
  const requests = plainButton('requests', texts.plain('button-requests'))
  if (deal.facts.type !== 'absent') {
    const at = formatTime(right.changedAt, texts.locale)
    const html = texts.html('handover-done', { ...args, at })
    return { html, buttons: [[requests]], picture: null }
  }
  const head = texts.html(isGift ? 'handover-head-gift' : 'handover-head', args)
  const part = walletPart(view, texts.plain('button-try-again'))
  if (part !== null)
    return { html: `${head}\n\n${part.html}`, buttons: part.buttons, picture: null }
  const label = texts.plain('button-handed-over')
  const id = deal.stage === 'ended' ? 'handover-ended' : 'handover-ready'
  return {
    html: `${head}\n\n${texts.html(id)}`,
    buttons: [[dealButton(deal, 'go', label, 'success')], [requests]],
    picture: null,
  }
}
