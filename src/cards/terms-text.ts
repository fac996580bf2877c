import type { Series } from '../domain/facts.ts'
import { formatDay } from '../domain/format-time.ts'
import type { Terms } from '../domain/terms.ts'
import type { Texts } from '../ports/texts.ts'

/** How the good of a series comes to whoever holds the right. */
export function waysText(
  texts: Texts,
  { terms: { ways } }: { terms: Pick<Terms, 'ways'> },
): string {
  return texts.html(`terms-ways-${ways.length === 2 ? 'both' : (ways[0] ?? 'pick-up')}`)
}

/** What a series promises, in words that stand on every card that sells it: who is paid when, how the good comes, until when. */
export function termsText(texts: Texts, { terms }: Series, chain: string): string {
  const { payout, ways, redeemByDay, saleEndDay, shareBps } = terms
  const lines = [
    texts.html(`terms-${payout}`, { chain }),
    waysText(texts, { terms: { ways } }),
    ...(redeemByDay === null
      ? []
      : [texts.html('terms-redeem-by', { day: formatDay(redeemByDay, texts.locale) })]),
    ...(saleEndDay === null
      ? []
      : [texts.html('terms-sale-end', { day: formatDay(saleEndDay, texts.locale) })]),
    ...(shareBps === 0 ? [] : [texts.html('terms-share', { percent: shareBps / 100 })]),
    texts.html('terms-seen'),
  ]
  return lines.join('\n')
}
