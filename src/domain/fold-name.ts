/**
 * A name without what makes no difference to a reader: case, width, accents' spelling, spaces, signs. Two goods whose folded
 * names are equal read alike. Null when nothing is left.
 */
export function foldName(name: string): string | null {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return folded === '' ? null : [...folded].slice(0, MOST).join('')
}

/** Names on chain may be of any length; beyond this nobody compares. */
const MOST = 100
