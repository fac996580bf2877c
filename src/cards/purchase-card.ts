import type { Button, Card } from '../domain/card.ts'
import type { Deal } from '../domain/deal/deal.ts'
import type { Series } from '../domain/facts.ts'
import { formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'
import { walletPart } from './wallet-part.ts'

/** One attempt to pay and mint, from the quote to the block; the same message from beginning to end. */
export function purchaseCard(view: DealView): Card {
  const { series, texts } = view
  if (series === null) return { html: texts.html('series-gone'), buttons: [], picture: null }
  const again = texts.plain('button-try-again')
  const part = walletPart(view, again) ?? purchasePart(view, series)
  const hash = series.goods.pictureHash
  return {
    html: `${headText(view, series)}\n\n${part.html}`,
    buttons: part.buttons,
    picture: hash === null ? null : { id: hash, type: 'stored', hash },
  }
}

function headText(view: DealView, series: Series): string {
  const { texts, coin } = view
  const { goods, terms, issuer } = series
  return texts.html('purchase-head', {
    name: goods.name,
    specification: goods.specification,
    production: goods.production,
    number: goods.productNumber,
    price: formatMoney(terms.price, coin, texts.locale),
    left: series.limit - series.sold,
    seller: shortAccount(issuer),
  })
}

function purchasePart(view: DealView, series: Series): CardPart {
  const { deal, texts } = view
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  switch (deal.stage) {
    case 'done':
    case 'final':
      return paidPart(deal, view, rights)
    case 'ended':
      return { html: texts.html('purchase-ended'), buttons: [[payButton(view, series)], [rights]] }
    default:
      return {
        html: texts.html('purchase-offer', { chain: view.chainName }),
        buttons: [[payButton(view, series)], [rights]],
      }
  }
}

function payButton(view: DealView, series: Series): Button {
  const price = formatMoney(series.terms.price, view.coin, view.texts.locale)
  return dealButton(view.deal, 'go', view.texts.plain('button-pay', { price }), 'success')
}

function paidPart(deal: Deal, view: DealView, rights: Button): CardPart {
  const { texts } = view
  if (deal.facts.type === 'absent') return { html: '', buttons: [[rights]] }
  const { right, txHash, blockNumber } = deal.facts
  const args = { serial: view.right?.serial ?? 0, hash: txHash ?? '', block: blockNumber }
  const mark = texts.html(deal.stage === 'final' ? 'purchase-final' : 'purchase-in-block', args)
  const show = plainButton('show-right', texts.plain('button-show-right'), rightKey(right))
  return { html: `${texts.html('purchase-paid', args)}\n${mark}`, buttons: [[show, rights]] }
}

/** A token id is too long for callback data in hex; as base64url it fits. */
export function rightKey(right: string): string {
  return Buffer.from(right.slice(2), 'hex').toString('base64url')
}
