import type { Series } from '../domain/facts.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import type { Texts } from '../ports/texts.ts'

/** The same to the holder who sells: what the issuer takes of it, and what buyers are told. */
export function listingText(
  { texts, coin }: { texts: Texts; coin: Coin },
  { terms }: Series,
  price: bigint,
): string {
  const issuers = formatMoney(terms.price, coin, texts.locale)
  const lines = [
    ...(price > terms.price ? [texts.html('price-above', { price: issuers })] : []),
    ...(terms.royaltyBps === 0
      ? []
      : [texts.html('listing-royalty', { percent: terms.royaltyBps / 100 })]),
    texts.html('resale-refund', { price: issuers }),
  ]
  return lines.join('\n')
}

/**
 * What somebody who pays a holder must know: what the issuer asks, what is covered, what royalty the seller leaves, and
 * that the issuer may end any right by paying the series' price back.
 */
export function resaleText(
  { texts, coin }: { texts: Texts; coin: Coin },
  { terms }: Series,
  price: bigint,
): string {
  const issuers = formatMoney(terms.price, coin, texts.locale)
  const lines = [
    ...(price > terms.price ? [texts.html('price-above', { price: issuers })] : []),
    texts.html(`resale-${terms.payout}`, { price: issuers }),
    ...(terms.royaltyBps === 0
      ? []
      : [texts.html('resale-royalty', { percent: terms.royaltyBps / 100 })]),
    texts.html('resale-refund', { price: issuers }),
  ]
  return lines.join('\n')
}
