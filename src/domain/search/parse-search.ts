import type { Account } from '../ids.ts'
import { literalPattern } from '../looks-like-money.ts'
import { parseAccount } from '../parse-account.ts'
import { type Price, parsePrice, type SellingCoin } from '../parse-price.ts'
import { type SearchChunk, searchChunks } from './search-terms.ts'

/** What somebody looks for: all that they typed into the one box, taken apart. */
export type Search = {
  /** Words that must all be there. */
  chunks: SearchChunk[]
  /** The price of one is at most, at least this; it is compared with prices in the same coin only. */
  most: Price | null
  least: Price | null
  /** A contract or somebody's account that was named: what they sell. */
  accounts: Account[]
}

/** Longer than anybody types, and short enough that no pattern takes long. */
const MOST_CHARACTERS = 300
const ACCOUNT = /(?<![\p{L}\p{N}])0x[0-9a-f]{40}(?![\p{L}\p{N}])/giu
const MOST_BEFORE =
  'under|below|less than|cheaper than|up to|at most|max(?:imum)?|<=?|≤|低于|不超过|少于|最多|最高'
const MOST_BEHIND = 'or less|max(?:imum)?|以下|以内|之内'
const LEAST_BEFORE = 'over|above|more than|from|at least|min(?:imum)?|>=?|≥|高于|超过|至少|最低'
const LEAST_BEHIND = 'or more|min(?:imum)?|以上|起'

/**
 * Takes apart what was typed into the search: accounts and bounds of a price are taken out, everything else is words. What
 * looks like a bound but names no coin of ours stays words, and then finds little: nothing is guessed about money.
 */
export function parseSearch(text: string, coins: readonly SellingCoin[]): Search {
  const accounts: Account[] = []
  let rest = text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .replace(ACCOUNT, (typed) => {
      const account = parseAccount(typed)
      if (account === null) return typed
      accounts.push(account)
      return ' '
    })
  const bound = (before: string, behind: string): Price | null => {
    let found: Price | null = null
    for (const pattern of boundPatterns(before, behind, coins)) {
      rest = rest.replace(pattern, (typed, amount: string) => {
        const price = found === null ? parsePrice(amount, coins) : null
        if (price === null) return typed
        found = price
        return ' '
      })
    }
    return found
  }
  // The most first: 不超过 ends in 超过, which means the opposite.
  const most = bound(MOST_BEFORE, MOST_BEHIND)
  const least = bound(LEAST_BEFORE, LEAST_BEHIND)
  return { chunks: searchChunks(rest), most, least, accounts: [...new Set(accounts)] }
}

/** A price with its coin, and the words before or behind it that make it a bound. */
function boundPatterns(before: string, behind: string, coins: readonly SellingCoin[]): RegExp[] {
  const symbols = coins.map(({ symbol }) => literalPattern(symbol)).filter((each) => each !== '')
  if (symbols.length === 0) return []
  const coin = `(?:${symbols.join('|')})`
  const price = `(\\d[\\d.,]*\\s*${coin}|${coin}\\s*\\d[\\d.,]*)(?![\\p{Script=Latin}\\p{N}])`
  return [
    new RegExp(`(?<![\\p{Script=Latin}\\p{N}])(?:${before})\\s*${price}`, 'giu'),
    new RegExp(`(?<![\\p{L}\\p{N}])${price}\\s*(?:${behind})(?!\\p{Script=Latin})`, 'giu'),
  ]
}
