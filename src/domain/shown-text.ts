/** Control characters, signs that turn the direction of writing, and signs nobody sees. */
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu

/**
 * What a stranger wrote, for one place on a card: one line of at most `most` characters, whole ones, without signs that would
 * move or hide what stands beside it. The contract and wallets set no such limits. May be empty.
 */
export function shownText(text: string, most: number): string {
  const line = text.toWellFormed().replace(HIDDEN, ' ').replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`
}
