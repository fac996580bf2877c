/** Control characters, signs that turn the direction of writing, and signs nobody sees. */
const UNSHOWABLE = /[\p{Cc}\u200b\u2028-\u202e\u2060-\u2069\ufeff]/u

/**
 * What a person typed, tidied, as far as it can be shown on a card: lines without space at their ends, at most one empty
 * line in a row. Null when it is empty, longer than `most` characters, or has signs that cannot be shown.
 */
export function plainText(text: string, most: number): string | null {
  const lines = text.normalize('NFC').split(/\r?\n/)
  const tidy = lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const isShowable = tidy.isWellFormed() && !UNSHOWABLE.test(tidy.replaceAll('\n', ''))
  return isShowable && tidy !== '' && [...tidy].length <= most ? tidy : null
}
