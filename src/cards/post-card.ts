import type { Card } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import { encodePayload } from '../domain/links.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import type { Texts } from '../ports/texts.ts'

/**
 * A series as a post for groups. Its only button is a URL and the link stands in the text too, because Telegram drops a
 * whole keyboard on forwarding when it has any other button.
 */
export function postCard(view: {
  series: Series
  coin: Coin
  texts: Texts
  botLink: (payload: string) => string
}): Card {
  const { series, coin, texts, botLink } = view
  const url = botLink(encodePayload({ type: 'series', series: series.id, contributor: null }))
  const hash = series.goods.pictureHash
  return {
    html: texts.html('post', {
      name: series.goods.name,
      specification: series.goods.specification,
      price: formatMoney(series.terms.price, coin, texts.locale),
      left: series.limit - series.sold,
      url,
    }),
    buttons: [[{ type: 'link', label: texts.plain('button-buy'), url }]],
    picture: hash === null ? null : { id: hash, type: 'stored', hash },
  }
}
