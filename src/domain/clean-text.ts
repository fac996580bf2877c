/** More marks on one letter than any language has only cover the lines above and below. */
const MANY_MARKS = /(\p{M}{3})\p{M}+/gu

/**
 * What a person typed as one line that can be shown and published: without signs that cannot be seen or that turn the
 * writing round, without half characters, spaces made single, cut to `most` UTF-16 units and `mostBytes` bytes of UTF-8.
 * Null when nothing is left.
 */
export function cleanText(text: string, most: number, mostBytes = 4 * most): string | null {
  const line = text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, '')
    .replace(MANY_MARKS, '$1')
    .replace(/ {2,}/g, ' ')
    .trim()
  const short = cutText(line, most, mostBytes)
  return /[\p{L}\p{N}\p{S}\p{Extended_Pictographic}]/u.test(short) ? short : null
}

/** Cuts a text to `most` UTF-16 units and `mostBytes` bytes of UTF-8, never through the middle of a character. */
export function cutText(text: string, most: number, mostBytes = 4 * most): string {
  const encoder = new TextEncoder()
  let kept = ''
  let bytes = 0
  for (const each of text) {
    bytes += encoder.encode(each).length
    if (kept.length + each.length > most || bytes > mostBytes) return kept.trimEnd()
    kept += each
  }
  return kept
}
