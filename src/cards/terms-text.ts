import type { Series } from '../domain/facts.ts'
import { formatDay } from '../domain/format-time.ts'
import type { Texts } from '../ports/texts.ts'

/** What a series promises, in words that stand on every card that sells it: who is paid when, how the good comes, until when. */
export function termsText(texts: Texts, { terms }: Series, chain: string): string {
  const { payout, ways, redeemByDay, saleEndDay, shareBps } = terms
  const lines = [
    texts.html(`terms-${payout}`, { chain }),
    texts.html(`terms-ways-${ways.length === 2 ? 'both' : (ways[0] ?? 'pick-up')}`),
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
