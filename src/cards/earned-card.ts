import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import { creditVersion } from '../domain/credit-version.ts'
import { formatTime } from '../domain/format-time.ts'
import type { Account } from '../domain/ids.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

const SHOWN = 12
const NAME_LENGTH = 60

/** What links of a person sold of one series. `lastAt` in Unix seconds. */
export type EarnedSeries = {
  name: string
  quantity: number
  amount: bigint
  coin: Coin
  lastAt: number
}

/** Money that waits in the contract because it could not be paid out. */
export type Waiting = { account: Account; currency: Account | null; amount: bigint; coin: Coin }

/** What links earned, series by series, and money that waits. */
export function earnedCard(view: {
  series: readonly EarnedSeries[]
  sums: readonly { coin: Coin; amount: bigint }[]
  waiting: readonly Waiting[]
  texts: Texts
}): Card {
  const { series, sums, waiting, texts } = view
  const money = (amount: bigint, coin: Coin) => formatMoney(amount, coin, texts.locale)
  const quantity = series.reduce((sum, each) => sum + each.quantity, 0)
  const total = sums
    .filter(({ amount }) => amount > 0n)
    .map((each) => money(each.amount, each.coin))
  const head =
    series.length === 0
      ? texts.html('earned-none')
      : texts.html('earned-head', { quantity, sums: total.join(', ') || 'none' })
  const lines = series.slice(0, SHOWN).map((each) =>
    texts.html('earned-line', {
      name: shownText(each.name, NAME_LENGTH),
      quantity: each.quantity,
      amount: money(each.amount, each.coin),
      at: formatTime(each.lastAt, texts.locale),
    }),
  )
  const waits = waiting.map(({ amount, coin }) =>
    texts.html('earned-waiting', { amount: money(amount, coin) }),
  )
  const parts = [head, lines.join('\n'), waits.join('\n')].filter((part) => part !== '')
  return {
    html: parts.join('\n\n'),
    buttons: [
      ...waiting.slice(0, SHOWN).map((each) => [withdrawButton(each, texts)]),
      [
        plainButton('sent-rights', texts.plain('button-sent')),
        plainButton('sold-rights', texts.plain('button-sold')),
      ],
      [
        plainButton('my-space', texts.plain('button-my-space')),
        plainButton('export', texts.plain('button-export')),
      ],
      [plainButton('home', texts.plain('button-home'))],
    ],
    picture: null,
  }
}

function withdrawButton({ account, currency, amount, coin }: Waiting, texts: Texts): Button {
  const label = texts.plain('button-withdraw', { amount: formatMoney(amount, coin, texts.locale) })
  return plainButton('withdraw', label, keyOf(account), creditVersion(currency))
}
