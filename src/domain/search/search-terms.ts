/** Marks over Latin, Greek and Cyrillic letters. Those of other scripts are letters of their own, and stay. */
const MARKS = /[\u0300-\u036f]/g
const WORDS = /[\p{L}\p{N}\p{M}]+/gu
/** Letters and digits that stand side by side without a space mean two things: `250g`. */
const PARTS = /\p{N}+|[^\p{N}]+/gu
/** Scripts that are written without spaces, or whose endings grow onto the word: runs of them are searched in pairs. */
const UNSPACED_SIGN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u
const UNSPACED = new RegExp(`${UNSPACED_SIGN.source}+`, 'gu')
/** What is typed in one go, with the signs that product numbers have inside. */
const CHUNKS = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}._/-]*/gu
const LONGEST_TERM = 64

/** A text as it is compared: compatible spellings, letters of one size, no accents. */
export function foldText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().normalize('NFD').replace(MARKS, '')
  return folded.normalize('NFC')
}

/**
 * What was typed in one go: it is found by all of its parts, or, when it is a product number, by the whole of it, so that it may
 * be typed with its signs and without.
 */
export type SearchChunk = { parts: string[]; whole: string | null }

/** A query taken apart: what is found has every one of these. */
export function searchChunks(text: string): SearchChunk[] {
  return [...foldText(text).matchAll(CHUNKS)].flatMap(([typed]) => {
    const parts = [...typed.matchAll(WORDS)].flatMap(([run]) => termsOfRun(run)).filter(isShort)
    return parts.length === 0 ? [] : [{ parts, whole: wholeNumber(typed) }]
  })
}

/**
 * The terms that a text is found by: words, each folded; of scripts without spaces every pair of neighbouring signs, or the sign
 * that stands alone; and product numbers as a whole besides. Index and query are taken apart by the same rules, whatever engine
 * compares them.
 */
export function searchTerms(text: string): string[] {
  return searchChunks(text).flatMap(({ parts, whole }) => [
    ...parts,
    ...(whole === null || parts.includes(whole) ? [] : [whole]),
  ])
}

/** Terms of letters and digits that stand together. */
function termsOfRun(run: string): string[] {
  const terms: string[] = []
  let from = 0
  for (const { 0: pairs, index } of run.matchAll(UNSPACED)) {
    terms.push(...partsOf(run.slice(from, index)), ...pairsOf(pairs))
    from = index + pairs.length
  }
  return [...terms, ...partsOf(run.slice(from))]
}

function partsOf(word: string): string[] {
  return [...word.matchAll(PARTS)].map(([part]) => part)
}

function pairsOf(run: string): string[] {
  const signs = [...run]
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

/** Letters and digits that make one number, as in `HN-250-07`, without their signs; null when they are words. */
function wholeNumber(typed: string): string | null {
  const whole = typed.replace(/[._/-]/g, '')
  const hasDigits = /\p{N}/u.test(whole)
  return hasDigits && !UNSPACED_SIGN.test(whole) && isShort(whole) ? whole : null
}

function isShort(term: string): boolean {
  return term.length <= LONGEST_TERM
}
