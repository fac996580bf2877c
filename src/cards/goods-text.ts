import type { Picture } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import type { Goods } from '../domain/goods.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'

/** Signs of each text that fit a caption together with everything else that stands there. */
const MOST = { name: 60, specification: 100, production: 100, number: 40 } as const

/** The goods' texts as cards show them. Whoever published them may have written anything. */
export function goodsWords({ name, specification, production, productNumber }: Goods) {
  return {
    name: shownText(name, MOST.name),
    specification: shownText(specification, MOST.specification),
    production: shownText(production, MOST.production),
    number: shownText(productNumber, MOST.number),
  }
}

/** The goods' name alone; empty while the series is not known. */
export function nameOf(series: Series | null): string {
  return series === null ? '' : goodsWords(series.goods).name
}

/** What a series is, what it costs, how many are left, and who sells it. */
export function goodsText(
  view: { texts: Texts; coin: Coin; category: string },
  series: Series,
): string {
  const { texts, coin, category } = view
  const { goods, terms, issuer } = series
  return texts.html('goods', {
    ...goodsWords(goods),
    category,
    price: formatMoney(terms.price, coin, texts.locale),
    left: series.limit - series.sold,
    seller: shortAccount(issuer),
  })
}

/** The seller's picture of the goods, if there is one. */
export function goodsPicture({ goods }: Series): Picture | null {
  const hash = goods.pictureHash
  return hash === null ? null : { id: hash, type: 'stored', hash }
}
