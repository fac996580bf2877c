import { keyOf, spaceKey } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import type { Account } from '../domain/ids.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { pageRow, plainButton } from './buttons.ts'

const A_PAGE = 6
const NAME_LENGTH = 60
const LABEL_LENGTH = 28

/** The own space: stock, sales, every series, and what a seller does. */
export function mySpaceCard(view: {
  account: Account
  /** The person's other accounts, each with a space of its own. */
  others: readonly Account[]
  series: readonly Series[]
  coin: (currency: Account | null) => Coin
  /** From 0. */
  page: number
  texts: Texts
}): Card {
  const { account, others, series, texts } = view
  const pages = Math.max(1, Math.ceil(series.length / A_PAGE))
  const page = Math.min(view.page, pages - 1)
  const shown = series.slice(page * A_PAGE, (page + 1) * A_PAGE)
  const key = keyOf(account)
  const lines = shown.map(({ goods, sold, limit, closed }) =>
    texts.html('my-space-line', {
      name: shownText(goods.name, NAME_LENGTH),
      sold,
      left: limit - sold,
      closed: closed ? 'yes' : 'no',
    }),
  )
  const parts = [headOf(view), lines.join('\n')].filter((part) => part !== '')
  return {
    html: parts.join('\n\n'),
    buttons: [
      ...shown.map(({ id, goods }) => [
        plainButton('my-series', shownText(goods.name, LABEL_LENGTH), keyOf(id)),
      ]),
      ...pageRow({ name: 'my-space', subject: key, page, pages, texts }),
      ...wayRows(account, texts),
      ...others.map((each) => [
        plainButton(
          'my-space',
          texts.plain('button-other-space', { account: shortAccount(each) }),
          keyOf(each),
        ),
      ]),
    ],
    picture: null,
  }
}

function headOf({ account, series, coin, texts }: Parameters<typeof mySpaceCard>[0]): string {
  const takings = new Map<Account | null, bigint>()
  let [sold, left] = [0, 0]
  for (const { terms, sold: gone, limit } of series) {
    sold += gone
    left += limit - gone
    takings.set(terms.currency, (takings.get(terms.currency) ?? 0n) + terms.price * BigInt(gone))
  }
  const sums = [...takings].flatMap(([currency, sum]) =>
    sum === 0n ? [] : [formatMoney(sum, coin(currency), texts.locale)],
  )
  const args = { account, count: series.length, sold, left, sums: sums.join(', ') || 'none' }
  return texts.html('my-space-head', args)
}

function wayRows(account: Account, texts: Texts): Button[][] {
  const key = keyOf(account)
  const space = spaceKey({ account, category: null })
  return [
    [
      plainButton('new-product', texts.plain('button-new-product')),
      plainButton('requests', texts.plain('button-requests')),
    ],
    [
      plainButton('staff', texts.plain('button-staff'), key),
      plainButton('earned', texts.plain('button-earned')),
    ],
    [
      { type: 'share', label: texts.plain('button-share-space'), query: `space ${space}` },
      plainButton('space', texts.plain('button-as-buyers'), space),
    ],
  ]
}
