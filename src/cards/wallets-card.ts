import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { Account } from '../domain/ids.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

const NAME_LENGTH = 40

/** A bound account. `wallet` is the name that the connected wallet gives itself; null when none is connected. */
export type BoundAccount = { account: Account; wallet: string | null; isShared: boolean }

/** Every account a person has bound, which of them has a wallet connected, and the way to bind and unbind. */
export function walletsCard(view: { accounts: BoundAccount[]; texts: Texts }): Card {
  const { accounts, texts } = view
  const bind = plainButton('bind-wallet', texts.plain('button-bind-another'))
  const home = plainButton('home', texts.plain('button-home'))
  if (accounts.length === 0) {
    const first = plainButton('bind-wallet', texts.plain('button-bind-wallet'))
    return { html: texts.html('wallets-none'), buttons: [[first], [home]], picture: null }
  }
  const lines = accounts.map(({ account, wallet, isShared }) => {
    const name = wallet === null ? 'none' : shownText(wallet, NAME_LENGTH) || '?'
    const line = texts.html('wallets-line', { account, wallet: name })
    return isShared ? `${line}\n${texts.html('wallets-shared')}` : line
  })
  return {
    html: [texts.html('wallets-head'), ...lines, texts.html('wallets-foot')].join('\n\n'),
    buttons: [
      ...accounts.map(({ account }) => [
        plainButton(
          'unbind',
          texts.plain('button-unbind', { account: shortAccount(account) }),
          keyOf(account),
        ),
      ]),
      [bind, home],
    ],
    picture: null,
  }
}

/** An account was unbound. */
export function unbindingCard({ account, texts }: { account: Account; texts: Texts }): Card {
  return {
    html: texts.html('wallets-unbound', { account: shortAccount(account) }),
    buttons: [
      [
        plainButton('wallets', texts.plain('button-wallets')),
        plainButton('bind-wallet', texts.plain('button-bind-again')),
      ],
    ],
    picture: null,
  }
}

/** A wallet does not show an account any more; `shown` is the one it shows instead, if any. */
export function frozenCard(view: { account: Account; shown: Account | null; texts: Texts }): Card {
  const { account, shown, texts } = view
  const args = {
    account: shortAccount(account),
    shown: shown === null ? 'none' : shortAccount(shown),
  }
  return {
    html: texts.html('wallets-frozen', args),
    buttons: [
      [
        plainButton('bind-wallet', texts.plain('button-bind-again'), '', 0),
        plainButton('wallets', texts.plain('button-wallets')),
      ],
    ],
    picture: null,
  }
}
