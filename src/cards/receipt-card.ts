import type { Card } from '../domain/card.ts'
import { formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { plainButton } from './buttons.ts'
import type { DealView } from './deal-view.ts'
import { rightKey } from './purchase-card.ts'

/** The lasting proof of a purchase: a picture of the right and its facts. Null while there is nothing to prove. */
export function receiptCard(view: DealView): Card | null {
  const { deal, texts, series, right, coin } = view
  if (deal.subject.kind !== 'purchase' || series === null) return null
  if (deal.facts.type === 'absent' || right === null) {
    if (!deal.takenBack) return null
    return { html: texts.html('receipt-taken-back'), buttons: [], picture: null }
  }
  const price = formatMoney(deal.subject.price, coin, texts.locale)
  const { goods, issuer } = series
  const facts = {
    name: goods.name,
    serial: right.serial,
    price,
    seller: shortAccount(issuer),
    holder: deal.account === null ? '' : shortAccount(deal.account),
    hash: deal.facts.txHash ?? '',
    chain: view.chainName,
  }
  const key = rightKey(right.id)
  return {
    html: texts.html('receipt', facts),
    buttons: [
      [plainButton('pick-up', texts.plain('button-get-it'), key)],
      [plainButton('my-rights', texts.plain('button-my-rights'))],
    ],
    picture: {
      id: `receipt:${right.id}`,
      type: 'drawing',
      drawing: {
        type: 'receipt',
        title: goods.name,
        lines: [goods.specification, goods.production, texts.plain('receipt-paid', { price })],
        serial: texts.plain('receipt-serial', { serial: right.serial }),
        stamp: null,
        seed: right.id,
      },
    },
  }
}
