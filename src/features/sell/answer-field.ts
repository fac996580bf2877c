import { cleanText } from '../../domain/clean-text.ts'
import type { Draft, DraftField } from '../../domain/draft.ts'
import { AppError } from '../../domain/errors.ts'
import { goodsLengths } from '../../domain/goods.ts'
import { parseCount } from '../../domain/parse-count.ts'
import { parsePrice, type SellingCoin } from '../../domain/parse-price.ts'

/** The contract inscribes names and product numbers with a length of one byte. */
const MOST_INSCRIBED_BYTES = 255

/**
 * A draft with one field as it was typed. A category is no text: words for it are looked up elsewhere.
 * @throws AppError TEXT_UNCLEAR, PRICE_UNCLEAR, NUMBER_UNCLEAR
 */
export function answerField(
  draft: Draft,
  field: Exclude<DraftField, 'category'>,
  typed: { text: string; coins: readonly SellingCoin[] },
): Draft {
  const { text, coins } = typed
  switch (field) {
    case 'name':
      return { ...draft, name: line(text, goodsLengths.name, MOST_INSCRIBED_BYTES) }
    case 'product-number': {
      const productNumber = line(text, goodsLengths.productNumber, MOST_INSCRIBED_BYTES)
      return { ...draft, productNumber }
    }
    case 'specification':
      return { ...draft, specification: line(text, goodsLengths.specification) }
    case 'production':
      return { ...draft, production: line(text, goodsLengths.production) }
    case 'price': {
      const otherwise = coins.find(({ address }) => address === draft.currency)
      const price = parsePrice(text, coins, otherwise)
      if (price === null) throw new AppError('PRICE_UNCLEAR', { meta: priceMeta(coins) })
      return { ...draft, price: price.amount, currency: price.currency }
    }
    case 'supply': {
      const supply = parseCount(text)
      if (supply === null) throw new AppError('NUMBER_UNCLEAR')
      return { ...draft, supply }
    }
  }
}

function priceMeta(coins: readonly SellingCoin[]): { coin: string; example: string } {
  const [first = ''] = coins.map(({ symbol }) => symbol)
  return { coin: coins.map(({ symbol }) => symbol).join(' / '), example: `12 ${first}`.trim() }
}

/** A text that is too long is not cut behind its writer's back. */
function line(text: string, most: number, mostBytes?: number): string {
  const whole = cleanText(text, Number.MAX_SAFE_INTEGER)
  const short = cleanText(text, most, mostBytes)
  if (short === null || short !== whole) throw new AppError('TEXT_UNCLEAR')
  return short
}
