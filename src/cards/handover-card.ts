import type { Card } from '../domain/card.ts'
import { formatTime } from '../domain/format-time.ts'
import { unpackRightWord } from '../domain/right-word.ts'
import { shortAccount } from '../domain/short-account.ts'
import { dealButton } from './buttons.ts'
import type { DealView } from './deal-view.ts'
import { walletPart } from './wallet-part.ts'

/** The desk's side of a pick-up: what the code is for, and the one button that uses it up. */
export function handoverCard(view: DealView): Card {
  const { deal, texts, series, right } = view
  if (series === null || right === null)
    return { html: texts.html('series-gone'), buttons: [], picture: null }
  const holder = shortAccount(unpackRightWord(right.word).owner)
  const args = { name: series.goods.name, serial: right.serial, holder }
  if ((deal.stage === 'done' || deal.stage === 'final') && deal.facts.type !== 'absent') {
    const at = formatTime(right.changedAt, texts.locale)
    return { html: texts.html('handover-done', { ...args, at }), buttons: [], picture: null }
  }
  const head = texts.html('handover-head', args)
  const part = walletPart(view, texts.plain('button-try-again'))
  if (part !== null)
    return { html: `${head}\n\n${part.html}`, buttons: part.buttons, picture: null }
  const label = texts.plain('button-handed-over')
  const id = deal.stage === 'ended' ? 'handover-ended' : 'handover-ready'
  return {
    html: `${head}\n\n${texts.html(id)}`,
    buttons: [[dealButton(deal, 'go', label, 'success')]],
    picture: null,
  }
}
