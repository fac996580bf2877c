const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Control characters, signs that turn the direction of writing, and signs nobody sees. */
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu
/** The most marks that stand on one sign: more are no writing. */
const STACKED = /(\p{M}{4})\p{M}+/gu

/**
 * What a stranger wrote, for one place on a card: one line of at most `most` signs as a reader counts them, and not four
 * times as many of the units that Telegram counts, without signs that would move or hide what stands beside it. The
 * contract and wallets set no such limits. May be empty.
 */
export function shownText(text: string, most: number): string {
  const start = text.toWellFormed().slice(0, most * 100)
  const line = start.replace(HIDDEN, ' ').replace(STACKED, '$1').replace(/\s+/g, ' ').trim()
  const signs: string[] = []
  let units = 0
  for (const { segment } of segmenter.segment(line)) {
    units += segment.length
    if (signs.length === most || units > most * 4) return `${signs.slice(0, most - 1).join('')}…`
    signs.push(segment)
  }
  return signs.join('')
}
