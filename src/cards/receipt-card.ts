import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import { formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { plainButton } from './buttons.ts'
import type { DealView } from './deal-view.ts'
import { goodsWords } from './goods-text.ts'

/** The lasting proof of a purchase: a picture of the right and its facts. Null while there is nothing to prove. */
export function receiptCard(view: DealView): Card | null {
  const { deal, texts, series, right, coin } = view
  const bought = boughtBy(view)
  if (bought === null || series === null) return null
  if (deal.facts.type === 'absent' || right === null) {
    if (!deal.takenBack) return null
    const rights = plainButton('my-rights', texts.plain('button-my-rights'))
    return { html: texts.html('receipt-taken-back'), buttons: [[rights]], picture: null }
  }
  const { name, specification, production } = goodsWords(series.goods)
  const quantity = deal.facts.rights.length
  const price = formatMoney(bought.price * BigInt(quantity), coin, texts.locale)
  const facts = {
    name,
    serial: right.serial,
    quantity,
    price,
    seller: shortAccount(bought.seller),
    holder: bought.holder === null ? '' : shortAccount(bought.holder),
    hash: deal.facts.txHash ?? '',
    chain: view.chainName,
    payout: bought.payout,
  }
  const key = keyOf(right.id)
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  return {
    html: texts.html('receipt', facts),
    buttons: bought.isMine
      ? [
          [
            plainButton('get-it', texts.plain('button-get-it'), key),
            plainButton('send', texts.plain('button-send'), key),
            plainButton('sell', texts.plain('button-sell'), key),
          ],
          [rights],
        ]
      : [[rights]],
    picture: {
      id: `receipt:${right.id}`,
      type: 'drawing',
      drawing: {
        type: 'receipt',
        title: name,
        lines: [specification, production, texts.plain('receipt-paid', { price })],
        serial: texts.plain('receipt-serial', { serial: right.serial }),
        stamp: null,
        seed: right.id,
      },
    },
  }
}

/** Of one right: what it cost, who was paid, who got it; null for deals that pay nobody. */
function boughtBy({ deal, series }: DealView) {
  const { subject, account } = deal
  if (subject.kind === 'take') {
    const { price, seller } = subject
    return { price, seller, holder: account, isMine: true, payout: 'direct' }
  }
  if (subject.kind !== 'purchase') return null
  const { price, issuer: seller, paidFor, gift, asked } = subject
  const holder = paidFor?.account ?? account ?? asked
  const payout = series?.terms.payout ?? 'direct'
  return { price, seller, holder, isMine: paidFor === null && gift === null, payout }
}
