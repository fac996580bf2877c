import type { Series } from './facts.ts'
import { DAY_SECONDS } from './terms.ts'

/** Can a series be bought? `ended` will never be again, `sold-out` may be when its seller raises the limit. */
export type SaleState = 'open' | 'sold-out' | 'closed' | 'sale-ended' | 'past-redeem-by'

/** What a series is in, at a time of the chain (Unix seconds). */
export function saleState(series: Series, now: number): SaleState {
  const { saleEndDay, redeemByDay } = series.terms
  const isPast = (day: number | null) => day !== null && now >= day * DAY_SECONDS
  if (isPast(redeemByDay)) return 'past-redeem-by'
  if (isPast(saleEndDay)) return 'sale-ended'
  if (series.closed) return 'closed'
  return series.sold >= series.limit ? 'sold-out' : 'open'
}

/** Can any of a series be bought, at a time of the chain (Unix seconds)? */
export function isOnSale(series: Series, now: number): boolean {
  return saleState(series, now) === 'open'
}
