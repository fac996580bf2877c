import type { Picture } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import type { Texts } from '../ports/texts.ts'

/** What a series is, what it costs, how many are left, and who sells it. */
export function goodsText(view: { texts: Texts; coin: Coin }, series: Series): string {
  const { texts, coin } = view
  const { goods, terms, issuer } = series
  return texts.html('goods', {
    name: goods.name,
    specification: goods.specification,
    production: goods.production,
    number: goods.productNumber,
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
