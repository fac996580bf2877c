import type { Card } from '../domain/card.ts'
import { shortAccount } from '../domain/short-account.ts'
import { dealButton, plainButton } from './buttons.ts'
import type { DealView } from './deal-view.ts'
import { walletPart } from './wallet-part.ts'

/** Binding a wallet by itself. */
export function bindingCard(view: DealView): Card {
  const { deal, texts } = view
  const head = texts.html('binding-head')
  const part = walletPart(view, texts.plain('button-try-again'))
  if (part !== null)
    return { html: `${head}\n\n${part.html}`, buttons: part.buttons, picture: null }
  if (deal.stage === 'ended' || deal.account === null) {
    const again = dealButton(deal, 'go', texts.plain('button-bind-wallet'), 'primary')
    return { html: `${head}\n\n${texts.html('binding-ended')}`, buttons: [[again]], picture: null }
  }
  return {
    html: texts.html('binding-bound', {
      account: shortAccount(deal.account),
      address: deal.account,
    }),
    buttons: [[plainButton('my-rights', texts.plain('button-my-rights'))]],
    picture: null,
  }
}
