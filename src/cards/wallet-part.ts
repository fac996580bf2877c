import type { Button } from '../domain/card.ts'
import { formatTime } from '../domain/format-time.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import { blockedPart } from './blocked-part.ts'
import { dealButton } from './buttons.ts'
import type { CardPart, DealView } from './deal-view.ts'
import { dueText } from './due-of.ts'

/** Wallet links to a row of buttons. */
const WALLETS_A_ROW = 2
const NAME_LENGTH = 40

/**
 * What every deal shows while an account is made known, things are checked, and a wallet is asked. Null in the stages
 * that each kind of deal words by itself. `again` is the label of the way on after a problem.
 */
export function walletPart(view: DealView, again: string): CardPart | null {
  const { deal, texts } = view
  switch (deal.stage) {
    case 'binding':
      return bindingPart(view)
    case 'checking':
      return {
        html: texts.html('wallet-checking', { pays: paysNow(view) }),
        buttons: [[cancel(view)]],
      }
    case 'calling':
      return callPart(view)
    case 'blocked':
      return blockedPart(view, again)
    default:
      return null
  }
}

function bindingPart(view: DealView): CardPart {
  const { deal, texts, ways } = view
  const binding = deal.binding
  if (binding?.stage === 'linked' && ways !== null && binding.uri !== null) {
    const html = texts.html('wallet-choose', {
      until: formatTime(binding.expiresAt ?? 0, texts.locale),
    })
    return { html, buttons: [...wayButtons(view, binding.uri), [cancel(view)]] }
  }
  if (binding?.stage === 'proving') {
    const wallet =
      shownText(binding.walletName ?? '', NAME_LENGTH) || texts.plain('wallet-nameless')
    const account = binding.account === null ? '' : shortAccount(binding.account)
    const html = texts.html('wallet-proving', { wallet, account })
    return { html, buttons: [...openWallet(view, binding.link), [cancel(view)]] }
  }
  const id = binding?.stage === 'verifying' ? 'wallet-verifying' : 'wallet-linking'
  return { html: texts.html(id), buttons: [[cancel(view)]] }
}

function wayButtons(view: DealView, uri: string): Button[][] {
  const { texts, ways } = view
  const rows: Button[][] = []
  for (const [place, { name, url }] of (ways?.wallets ?? []).entries()) {
    if (place % WALLETS_A_ROW === 0) rows.push([])
    rows.at(-1)?.push({ type: 'link', label: name, url })
  }
  rows.push([
    { type: 'link', label: texts.plain('button-other-wallet'), url: ways?.bridge ?? '' },
    { type: 'copy', label: texts.plain('button-copy-link'), text: uri },
  ])
  return rows
}

function callPart(view: DealView): CardPart {
  const { deal, texts } = view
  const call = deal.call
  if (deal.takenBack) {
    return {
      html: texts.html('wallet-taken-back'),
      buttons: [[dealButton(deal, 'refresh', texts.plain('button-refresh'))]],
    }
  }
  if (call?.stage === 'verifying') {
    return { html: texts.html('wallet-verifying'), buttons: [[cancel(view)]] }
  }
  if (call === null || call.stage === 'sent' || call.stage === 'included') {
    const html = texts.html('wallet-sent', { hash: call?.hash ?? '' })
    return { html, buttons: [[dealButton(deal, 'refresh', texts.plain('button-refresh'))]] }
  }
  if (call.topic === null) {
    const refresh = dealButton(deal, 'refresh', texts.plain('button-refresh'))
    return { html: texts.html('wallet-relaying'), buttons: [[refresh]] }
  }
  if (call.stage === 'asking') {
    return { html: texts.html('wallet-asking'), buttons: [[cancel(view)]] }
  }
  const purpose = call.purpose === 'allow' ? 'allow' : deal.subject.kind
  const args = {
    account: deal.account === null ? '' : shortAccount(deal.account),
    until: formatTime(call.expiresAt, texts.locale),
    chain: view.chainName,
    ...paymentArgs(view),
  }
  const asked = texts.html(`wallet-asked-${purpose}`, args)
  const html = call.certain ? asked : `${asked}\n\n${texts.html('wallet-uncertain')}`
  const retry = call.certain ? [] : [[dealButton(deal, 'again', texts.plain('button-ask-again'))]]
  return { html, buttons: [...openWallet(view, call.link), ...retry, [cancel(view)]] }
}

/** What the wallet will show, to be compared; and where the money goes. */
function paymentArgs(view: DealView) {
  const { subject } = view.deal
  const isOther = subject.kind === 'purchase' && subject.paidFor !== null
  const isGift = subject.kind === 'purchase' && subject.gift !== null
  return {
    amount: dueText(view),
    quantity: subject.kind === 'purchase' ? subject.quantity : 1,
    payout: view.series?.terms.payout ?? 'direct',
    whose: isOther ? 'other' : isGift ? 'gift' : 'mine',
  }
}

function paysNow(view: DealView): string {
  return dueText(view) === 'none' ? 'no' : 'yes'
}

function openWallet(view: DealView, link: string | null): Button[][] {
  if (link === null) return []
  return [[{ type: 'link', label: view.texts.plain('button-open-wallet'), url: link }]]
}

function cancel(view: DealView): Button {
  return dealButton(view.deal, 'cancel', view.texts.plain('button-cancel'))
}
