import type { Series } from '../domain/facts.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import type { Texts } from '../ports/texts.ts'

/**
 * What somebody who pays a holder must know: what the issuer asks, what is covered, what royalty the seller leaves, and
 * that the issuer may end any right by paying the series' price back.
 */
export function resaleText(view: ResaleView, series: Series, price: bigint): string {
  return linesFor('buyer', view, series, price)
}

/** The same to the holder who sells: what the issuer takes of it, and what buyers are told. */
export function listingText(view: ResaleView, series: Series, price: bigint): string {
  return linesFor('holder', view, series, price)
}

type ResaleView = { texts: Texts; coin: Coin }

function linesFor(
  reader: 'buyer' | 'holder',
  { texts, coin }: ResaleView,
  { terms }: Series,
  price: bigint,
): string {
  const issuers = formatMoney(terms.price, coin, texts.locale)
  const royalty = reader === 'buyer' ? 'resale-royalty' : 'listing-royalty'
  const lines = [
    ...(price > terms.price ? [texts.html('price-above', { price: issuers })] : []),
    ...(reader === 'buyer' ? [texts.html(`resale-${terms.payout}`, { price: issuers })] : []),
    ...(terms.royaltyBps === 0 ? [] : [texts.html(royalty, { percent: terms.royaltyBps / 100 })]),
    texts.html('resale-refund', { price: issuers }),
  ]
  return lines.join('\n')
}
