import { packPrice } from './price.ts'
import { DAY_SECONDS, MAX_SUPPLY, MIN_DISPUTE_DAYS, type Terms } from './terms.ts'

/** Why the contract would refuse terms; one word each, in its order. */
export type TermsProblem =
  | 'not-supported'
  | 'price'
  | 'supply'
  | 'ways'
  | 'periods'
  | 'sale-end'
  | 'redeem-by'

/**
 * Everything that the contract would refuse in these terms, so that nobody is asked to sign what fails.
 * (Only the chain knows whether the currency is a coin.)
 */
export function checkTerms(
  terms: Terms,
  context: { /** The newest block's time. */ nowSeconds: number; limit?: number },
): TermsProblem[] {
  const limit = context.limit ?? terms.supply
  const problems: readonly (readonly [TermsProblem, boolean])[] = [
    ['not-supported', !isSupported(terms)],
    ['price', terms.price <= 0n || packPrice(terms.price) === null],
    ['supply', !isWhole(terms.supply, 1, MAX_SUPPLY) || !isWhole(limit, 0, terms.supply)],
    ['ways', terms.ways.length === 0 || new Set(terms.ways).size !== terms.ways.length],
    ['periods', !arePeriodsRight(terms)],
    ['sale-end', !isSaleEndRight(terms, context.nowSeconds)],
    ['redeem-by', !isRedeemByRight(terms)],
  ]
  return problems.filter(([, found]) => found).map(([problem]) => problem)
}

function isSupported(terms: Terms): boolean {
  return (
    terms.payout === 'direct' &&
    terms.shareBps === 0 &&
    terms.royaltyBps === 0 &&
    terms.arbiter === null &&
    terms.attestor === null
  )
}

function arePeriodsRight({ answerDays, handOverDays, disputeDays, ways }: Terms): boolean {
  const dispute = ways.includes('delivery')
    ? isWhole(disputeDays, MIN_DISPUTE_DAYS, 255)
    : disputeDays === 0
  return isWhole(answerDays, 1, 255) && isWhole(handOverDays, 1, 255) && dispute
}

function isSaleEndRight({ saleEndDay }: Terms, nowSeconds: number): boolean {
  return (
    saleEndDay === null || (isWhole(saleEndDay, 1, 65_535) && saleEndDay * DAY_SECONDS > nowSeconds)
  )
}

function isRedeemByRight({ saleEndDay, redeemByDay, answerDays, handOverDays }: Terms): boolean {
  if (redeemByDay === null) return true
  return saleEndDay !== null && isWhole(redeemByDay, saleEndDay + answerDays + handOverDays, 65_535)
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
