import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'
import { goodsPicture, goodsText } from './goods-text.ts'
import { termsText } from './terms-text.ts'
import { walletPart } from './wallet-part.ts'

/** Putting a product on chain: one signature, and then the ways to sell it. */
export function publicationCard(view: DealView): Card {
  const { deal, texts } = view
  if (deal.subject.kind !== 'publication') return { html: '', buttons: [], picture: null }
  const { goods, terms, limit = terms.supply } = deal.subject
  const series = view.series ?? {
    id: '0x' as never,
    issuer: deal.account ?? (`0x${'0'.repeat(40)}` as never),
    terms,
    goods,
    limit,
    sold: 0,
    closed: false,
  }
  const part =
    deal.facts.type === 'absent'
      ? (walletPart(view, texts.plain('button-try-again')) ?? {
          html: [
            `${texts.html('publication-terms')}\n${termsText(texts, series, view.chainName)}`,
            texts.html('publication-offer'),
          ].join('\n\n'),
          buttons: [
            [dealButton(deal, 'go', texts.plain('button-publish'), 'success')],
            [plainButton('my-space', texts.plain('button-my-space'))],
          ],
        })
      : publishedPart(view, series.id)
  return {
    html: `${goodsText(view, series)}\n\n${part.html}`,
    buttons: part.buttons,
    picture: goodsPicture(series),
  }
}

function publishedPart({ texts }: DealView, id: string): CardPart {
  const key = keyOf(id)
  return {
    html: texts.html('publication-done'),
    buttons: [
      [{ type: 'share', label: texts.plain('button-post'), query: `post ${key}` }],
      [
        plainButton('print-code', texts.plain('button-print-code'), key),
        plainButton('staff', texts.plain('button-staff')),
      ],
      [
        plainButton('my-series', texts.plain('button-my-series'), key),
        plainButton('my-space', texts.plain('button-my-space')),
      ],
    ],
  }
}
