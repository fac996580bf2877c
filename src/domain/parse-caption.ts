import { cleanText } from './clean-text.ts'
import { goodsLengths } from './goods.ts'
import { literalPattern, looksLikeMoney, looksLikeNumber } from './looks-like-money.ts'
import { isUnusableCount, parseCount } from './parse-count.ts'
import { type Price, parsePrice, type SellingCoin } from './parse-price.ts'

/** What a caption says of a product. A name is always there; the rest may have to be asked for. */
export type Caption = {
  name: string
  /** What stood there besides. */
  specification: string | null
  price: Price | null
  supply: number | null
}

/** A caption of Telegram has at most 1,024 characters; a forged one may have more. */
const MOST_CHARACTERS = 1024
/** The contract inscribes a name with a length of one byte. */
const MOST_NAME_BYTES = 255
/** A comma between digits is a decimal mark; any other one, and any Chinese one, parts. */
const PARTS = /(?<!\d),|,(?!\d)|[，、；;|\r\n]/u
const AMOUNT =
  /\d[\d.,]*\s*(?:kg|g|ml|l|cl|oz|lb|cm|mm|m|克|千克|公斤|斤|两|毫升|升|厘米|毫米|米)(?![\p{L}])/iu

/**
 * Reads a photo's caption as a product: `Sencha 80 g, 12 usdc, 50` or `煎茶 80 克，12 usdc，50 件`. Price and number may
 * stand anywhere after the name. Null when it does not read as one: there has to be a name, and a price, be it one that
 * cannot be read and has to be asked for. A number alone is none: *I want this, 2* is said by who buys.
 */
export function parseCaption(text: string, coins: readonly SellingCoin[]): Caption | null {
  const parts = text
    .slice(0, MOST_CHARACTERS)
    .split(PARTS)
    .flatMap((part) => splitPrice(part, coins))
    .flatMap((part) => cleanText(part, MOST_CHARACTERS) ?? [])
  const { words, price, supply, isPriced } = sortParts(parts, coins)
  const [first, ...others] = words
  const name = cleanText(first ?? '', goodsLengths.name, MOST_NAME_BYTES)
  if (name === null || !isPriced) return null
  const rest = cleanText(others.join(', '), goodsLengths.specification)
  const specification = rest ?? AMOUNT.exec(name)?.[0].trim() ?? null
  return { name, specification, price, supply }
}

/** `isPriced`: something there was meant for a price, whether it could be read or not. */
type Sorted = { words: string[]; price: Price | null; supply: number | null; isPriced: boolean }

/**
 * Of two numbers the last is how many there are. The first part may be a number and a name, as in `1984, 12 usdc, 5`; any
 * other number was meant for a field, and what nobody can ever change shall hold no price that was not understood.
 */
function sortParts(parts: readonly string[], coins: readonly SellingCoin[]): Sorted {
  const found: Price[] = []
  const words: string[] = []
  const counts = parts.filter((part) => parseCount(part) !== null)
  const count = counts.at(-1)
  for (const [place, part] of parts.entries()) {
    const price = parsePrice(withoutLabel(part), coins)
    if (price !== null) found.push(price)
    else if (part !== count && !isMeantForField(part, coins, place === 0)) words.push(part)
  }
  const supply = count === undefined ? null : parseCount(count)
  const symbols = coins.map(({ symbol }) => symbol)
  const isPriced =
    found.length > 0 ||
    // Of two numbers one was the price.
    parts.filter((part) => parseCount(part) !== null || looksLikeNumber(part)).length > 1 ||
    parts.some((part) => looksLikeMoney(withoutLabel(part), symbols))
  return { words, price: found[0] ?? null, supply, isPriced }
}

/** `Sencha 80 g 12 usdc` without a comma: the price is a part of its own. */
function splitPrice(part: string, coins: readonly SellingCoin[]): string[] {
  for (const { symbol } of coins) {
    const at = new RegExp(
      `\\s(\\d[\\d.,]*\\s?${literalPattern(symbol)})(?![\\p{L}\\p{N}])`,
      'iu',
    ).exec(part)
    if (at === null || symbol === '') continue
    const [whole, price = ''] = at
    return [part.slice(0, at.index), price, part.slice(at.index + whole.length)]
  }
  return [part]
}

/** A label alone, a price or a number that cannot be used: it is asked for, and belongs to no words. */
function isMeantForField(part: string, coins: readonly SellingCoin[], mayBeName: boolean): boolean {
  const rest = withoutLabel(part)
  const symbols = coins.map(({ symbol }) => symbol)
  if (rest === '' || looksLikeMoney(rest, symbols)) return true
  return !mayBeName && (looksLikeNumber(rest) || isUnusableCount(rest))
}

function withoutLabel(part: string): string {
  return part.replace(/^(?:price|价格|售价|单价)\s*[:：]?\s*/iu, '')
}
