/** A moment as date and time of day in UTC, worded by the locale. `seconds` is Unix time. */
export function formatTime(seconds: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(seconds * 1000)} UTC`
}
