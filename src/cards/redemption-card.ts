import type { Card } from '../domain/card.ts'
import { effectiveState } from '../domain/effective-state.ts'
import { formatTime } from '../domain/format-time.ts'
import type { DealId } from '../domain/ids.ts'
import { encodePayload } from '../domain/links.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { DealView } from './deal-view.ts'
import { walletPart } from './wallet-part.ts'

/** Getting the good at the seller's desk: lock, show the code, used. */
export function redemptionCard(view: DealView): Card {
  const { deal, texts, series, right } = view
  if (deal.subject.kind !== 'redemption' || series === null || right === null) {
    return { html: texts.html('series-gone'), buttons: [], picture: null }
  }
  const args = { name: series.goods.name, serial: right.serial }
  const head = texts.html('redemption-head', args)
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  const part = walletPart(view, texts.plain('button-try-again'))
  if (part !== null)
    return { html: `${head}\n\n${part.html}`, buttons: part.buttons, picture: null }
  if (deal.stage === 'done') return codeCard(view, deal.subject.secret)
  if (deal.stage === 'final' && deal.facts.type === 'final') {
    const at = formatTime(deal.facts.at, texts.locale)
    return {
      html: texts.html('redemption-used', { ...args, at }),
      buttons: [[rights]],
      picture: codePicture(view, deal.subject.secret, texts.plain('stamp-used')),
    }
  }
  const go = dealButton(deal, 'go', texts.plain('button-pick-up'), 'success')
  const id = deal.stage === 'ended' ? 'redemption-ended' : 'redemption-offer'
  return { html: `${head}\n\n${texts.html(id)}`, buttons: [[go], [rights]], picture: null }
}

function codeCard(view: DealView, secret: string): Card {
  const { deal, texts, series, right } = view
  const state = right === null ? null : effectiveState(right.word, view.now)
  return {
    html: texts.html('redemption-code', {
      name: series?.goods.name ?? '',
      serial: right?.serial ?? 0,
      code: payloadOf(deal.id, secret),
      until: formatTime(state?.until ?? view.now, texts.locale),
    }),
    buttons: [[dealButton(deal, 'refresh', texts.plain('button-refresh'))]],
    picture: codePicture(view, secret, null),
  }
}

function codePicture(view: DealView, secret: string, stamp: string | null): Card['picture'] {
  const { deal, texts, series, right } = view
  return {
    id: `code:${deal.id}:${stamp === null ? 'open' : 'used'}`,
    type: 'drawing',
    drawing: {
      type: 'code',
      text: view.botLink(payloadOf(deal.id, secret)),
      title: series?.goods.name ?? '',
      caption: texts.plain('receipt-serial', { serial: right?.serial ?? 0 }),
      stamp,
    },
  }
}

function payloadOf(deal: DealId, secret: string): string {
  return encodePayload({ type: 'handover', reference: deal, secret })
}
