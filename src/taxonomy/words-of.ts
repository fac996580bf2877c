const CJK = /[\u3400-\u9fff]/u

/**
 * The words of a text, folded so that one thing has one spelling: small letters, no accents, the singular of English
 * plurals. A run of Chinese characters is one word.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/gu, '')
    .toLowerCase()
  return (folded.match(/[\u3400-\u9fff]+|[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    // A letter run may hold Chinese in the middle: `T恤`.
    CJK.test(run) ? [run] : [singular(run)],
  )
}

function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ch|sh|x|oe)s$|(sse)s$/.test(word)) return word.replace(/es$/, '')
  return word.replace(/s$/, '')
}
