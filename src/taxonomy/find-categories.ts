import { wordsOf } from './words-of.ts'

/** A category: its number, what it stands under (0 for none), its name, and everyday words for it. */
export type Category = { id: number; parent: number; name: string; also: string[] }

/** A category with how well words fit it: about 1 for a whole name. */
export type Fit = { id: number; score: number }

/** More is a story and no name of a product. */
const MOST_WORDS = 60
/** How much of it, and what it is packed in: says nothing of what it is. */
const AMOUNT =
  /\d[\d.,]*\s*(?:k?g|m?l|cl|oz|lb|c?m|mm|pcs|grams?|litres?)\b\.?(?:\s*(?:jar|tin|can|box|bag|bottle|pack|packet|pouch|tube)s?\b)?/giu
const CHINESE = /[\u3400-\u9fff]/u

/** What being said last adds: in `walnut desk` the desk is what is sold. */
const LAST = 0.1

/**
 * Prepares the search by words. A name fits by the share of its words that were said, rare ones counting more; an everyday
 * word that was said as it stands fits like a whole name, a long one better. What was said later counts a little more.
 */
export function createFindCategories(categories: readonly Category[]): (text: string) => Fit[] {
  const names = categories.map(({ id, name }) => ({ id, words: [...new Set(wordsOf(name))] }))
  const counts = new Map<string, number>()
  for (const word of names.flatMap(({ words }) => words)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const weight = (word: string) => Math.log(1 + names.length / (counts.get(word) ?? names.length))
  const phrases = categories.flatMap(({ id, also }) =>
    also.map((word) => ({ id, word: CHINESE.test(word) ? fold(word).trim() : fold(word) })),
  )

  return function findCategories(text) {
    const words = wordsOf(text.replace(AMOUNT, ' ')).slice(0, MOST_WORDS)
    const folded = ` ${words.join(' ')} `
    const places = new Map(words.map((word, place) => [word, (place + 1) / words.length]))
    const scores = new Map<number, number>()
    const take = ({ id, score }: Fit) => scores.set(id, Math.max(score, scores.get(id) ?? 0))
    for (const { id, words: own } of names) {
      const said = own.filter((word) => places.has(word))
      if (said.length === 0) continue
      const place = Math.max(...said.map((word) => places.get(word) ?? 0))
      take({ id, score: sum(said.map(weight)) / sum(own.map(weight)) + LAST * place })
    }
    for (const { id, word } of phrases) {
      const at = folded.lastIndexOf(word)
      if (at < 0) continue
      const place = (at + word.length) / folded.length
      take({ id, score: 1 + word.length / 1000 + LAST * place })
    }
    return [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((one, other) => other.score - one.score || one.id - other.id)
  }
}

function fold(text: string): string {
  return ` ${wordsOf(text).join(' ')} `
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
