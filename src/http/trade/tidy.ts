import { goodsLengths } from '../../domain/goods.ts'

/** The contract has no limits for texts; a page has. */
const limits: Readonly<Record<string, number>> = goodsLengths

/**
 * A seller's text as a page may show it: no control characters, nothing that turns the direction of writing, not longer
 * than a client would publish. It is still to be escaped.
 */
export function tidy(text: string, field: keyof typeof goodsLengths): string {
  const most = limits[field] ?? 0
  const clean = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
  const letters = [...clean]
  return letters.length <= most ? clean : `${letters.slice(0, most - 1).join('')}…`
}
