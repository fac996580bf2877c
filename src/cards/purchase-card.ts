import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import type { PurchaseSubject } from '../domain/deal/subject.ts'
import type { Series } from '../domain/facts.ts'
import { encodePayload } from '../domain/links.ts'
import { formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'
import { giftButtons } from './gift-buttons.ts'
import { goodsPicture, goodsText } from './goods-text.ts'
import { termsText } from './terms-text.ts'
import { walletPart } from './wallet-part.ts'

/** One attempt to pay and mint, from the quote to the block; the same message from beginning to end. */
export function purchaseCard(view: DealView): Card {
  const { series, texts, deal } = view
  if (series === null || deal.subject.kind !== 'purchase') {
    return { html: texts.html('series-gone'), buttons: [], picture: null }
  }
  const again = texts.plain('button-try-again')
  const wallet = walletPart(view, again)
  const part = wallet === null ? purchasePart(view, series, deal.subject) : withFriend(view, wallet)
  return {
    html: `${goodsText(view, series)}\n\n${part.html}`,
    buttons: part.buttons,
    picture: goodsPicture(series),
  }
}

function purchasePart(view: DealView, series: Series, subject: PurchaseSubject): CardPart {
  const { deal, texts } = view
  if (deal.facts.type !== 'absent') return paidPart(view, subject)
  if (subject.asked !== null) return askedPart(view, subject, subject.asked)
  const space = dealButton(deal, 'deal-space', texts.plain('button-space'))
  const offer = [[payButton(view, subject)], ...choiceRows(view, subject), [space]]
  if (deal.stage === 'ended') return { html: texts.html('purchase-ended'), buttons: offer }
  const lines = [
    ...(subject.paidFor === null
      ? []
      : [
          texts.html('purchase-for-other', {
            account: shortAccount(subject.paidFor.account),
            quantity: subject.quantity,
          }),
        ]),
    ...(subject.gift === null ? [] : [texts.html('purchase-as-gift')]),
    ...(subject.contributor === null
      ? []
      : [texts.html('purchase-contributor', { account: shortAccount(subject.contributor) })]),
    termsText(texts, series, view.chainName),
  ]
  return { html: lines.join('\n'), buttons: offer }
}

/** Who lacks the money may know somebody who has it. */
function withFriend({ deal, texts }: DealView, part: CardPart): CardPart {
  const lacks = deal.stage === 'blocked' && deal.problem?.code === 'FUNDS_MISSING'
  if (!lacks || deal.subject.kind !== 'purchase' || deal.subject.paidFor !== null) return part
  const friend = dealButton(deal, 'pay-for-me', texts.plain('button-pay-for-me'))
  return {
    html: `${part.html}\n${texts.html('purchase-friend')}`,
    buttons: [...part.buttons, [friend]],
  }
}

/** How many, and for whom. Who pays for somebody else has nothing to choose. */
function choiceRows({ deal, texts }: DealView, subject: PurchaseSubject): Button[][] {
  if (subject.paidFor !== null) return []
  const gift = texts.plain(subject.gift === null ? 'button-as-gift' : 'button-no-gift')
  return [
    [
      dealButton(deal, 'fewer', '−'),
      dealButton(deal, 'refresh', texts.plain('button-quantity', { quantity: subject.quantity })),
      dealButton(deal, 'more', '+'),
    ],
    [
      dealButton(deal, 'as-gift', gift),
      dealButton(deal, 'pay-for-me', texts.plain('button-pay-for-me')),
    ],
  ]
}

function payButton(view: DealView, { price, quantity }: PurchaseSubject): Button {
  const due = formatMoney(price * BigInt(quantity), view.coin, view.texts.locale)
  return dealButton(view.deal, 'go', view.texts.plain('button-pay', { price: due }), 'success')
}

/** Somebody else is asked to pay: the link for them, and nothing to sign here. */
function askedPart(view: DealView, subject: PurchaseSubject, account: string): CardPart {
  const { deal, texts } = view
  const url = view.botLink(encodePayload({ type: 'purchase', reference: deal.id }))
  const args = { account: shortAccount(account as never), url, quantity: subject.quantity }
  return {
    html: texts.html('purchase-asked', args),
    buttons: [
      [{ type: 'share', label: texts.plain('button-choose-chat'), query: `pay ${deal.id}` }],
      [{ type: 'copy', label: texts.plain('button-copy-link'), text: url }],
      [dealButton(deal, 'pay-for-me', texts.plain('button-pay-myself'))],
    ],
  }
}

function paidPart(view: DealView, subject: PurchaseSubject): CardPart {
  const { texts, deal } = view
  const rights = plainButton('my-rights', texts.plain('button-my-rights'))
  if (deal.facts.type === 'absent') return { html: '', buttons: [[rights]] }
  const { rights: minted, txHash, blockNumber } = deal.facts
  const serial = view.right?.serial ?? 0
  const payout = view.series?.terms.payout ?? 'direct'
  const gone = (subject.gift?.secrets.length ?? 0) - view.waitingGifts.length
  const quantity = minted.length
  const args = { serial, hash: txHash ?? '', block: blockNumber, quantity, payout, gone }
  const mark = texts.html(deal.stage === 'final' ? 'purchase-final' : 'purchase-in-block', args)
  const id =
    subject.paidFor !== null
      ? 'purchase-paid-for-other'
      : subject.gift !== null
        ? 'purchase-paid-gift'
        : 'purchase-paid'
  const html = `${texts.html(id, args)}\n${mark}`
  if (subject.paidFor !== null) return { html, buttons: [[rights]] }
  if (subject.gift !== null) {
    const buttons = giftButtons(texts, subject.gift.secrets, view.waitingGifts)
    return { html, buttons: [...buttons, [rights]] }
  }
  const show = plainButton('show-right', texts.plain('button-show-right'), keyOf(minted[0] ?? ''))
  return { html, buttons: [[show, rights]] }
}
