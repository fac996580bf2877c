import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { goodsPicture, goodsWords } from './goods-text.ts'

/** A series as its issuer sees it: what is left, what was sold, and what can be done about it. */
export function mySeriesCard(view: { series: Series; coin: Coin; texts: Texts }): Card {
  const { series, coin, texts } = view
  const { goods, terms, sold, limit, closed } = series
  const html = texts.html('series-mine', {
    ...goodsWords(goods),
    price: formatMoney(terms.price, coin, texts.locale),
    sold,
    left: limit - sold,
  })
  const ending = closed ? `\n\n${texts.html('series-mine-closed')}` : ''
  return { html: `${html}${ending}`, buttons: rowsOf(view), picture: goodsPicture(series) }
}

function rowsOf({ series, texts }: { series: Series; texts: Texts }): Button[][] {
  const key = keyOf(series.id)
  const { closed, limit, terms } = series
  const post: Button = { type: 'share', label: texts.plain('button-post'), query: `post ${key}` }
  const print = plainButton('print-code', texts.plain('button-print-code'), key)
  const more = plainButton('raise-limit', texts.plain('button-offer-more'), key)
  const end = plainButton('close-series', texts.plain('button-end-sale'), key)
  const photos = plainButton('product-photos', texts.plain('button-photos'), key)
  const space = plainButton('my-space', texts.plain('button-my-space'))
  if (closed) return [[photos], [space]]
  return [[post, print], limit < terms.supply ? [more, end] : [end], [photos, space]]
}
