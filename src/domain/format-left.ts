import { DAY_SECONDS } from './terms.ts'

const HOUR_SECONDS = 3600

/** How far away a moment is, in the reader's words: `in 3 days`, `5 hours ago`. Both in Unix seconds; rounded towards now. */
export function formatLeft(until: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  const seconds = until - now
  const isIn = (unit: number) => Math.abs(seconds) >= unit
  if (isIn(2 * DAY_SECONDS)) return format.format(Math.trunc(seconds / DAY_SECONDS), 'day')
  if (isIn(HOUR_SECONDS)) return format.format(Math.trunc(seconds / HOUR_SECONDS), 'hour')
  return format.format(Math.trunc(seconds / 60), 'minute')
}
