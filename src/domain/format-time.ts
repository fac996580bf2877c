/** A moment as date and time of day in UTC, worded by the locale. `seconds` is Unix time. */
export function formatTime(seconds: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(seconds * 1000)} UTC`
}

/** The last moment before a day of the contract (whole days since 1970, UTC) as a date: what ends on a day is over then. */
export function formatDay(day: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return format.format((day * 86_400 - 1) * 1000)
}
