import type { Account } from './ids.ts'
import { packPrice } from './price.ts'
import {
  DAY_SECONDS,
  MAX_ROYALTY_BPS,
  MAX_SHARE_BPS,
  MAX_SUPPLY,
  MIN_DISPUTE_DAYS,
  type Terms,
} from './terms.ts'

/** Why the contract would refuse terms; one word each, in its order. */
export type TermsProblem =
  | 'price'
  | 'supply'
  | 'ways'
  | 'periods'
  | 'sale-end'
  | 'redeem-by'
  | 'shares'
  | 'escrow'
  | 'arbiter'
  | 'attestor'

/**
 * Everything that the contract would refuse in these terms, so that nobody is asked to sign what fails.
 * (Only the chain knows whether the currency is a coin.)
 */
export function checkTerms(
  terms: Terms,
  context: {
    /** The newest block's time. */
    nowSeconds: number
    limit?: number
    /** Who will publish. */
    issuer?: Account
  },
): TermsProblem[] {
  const limit = context.limit ?? terms.supply
  const problems: readonly (readonly [TermsProblem, boolean])[] = [
    ['price', terms.price <= 0n || packPrice(terms.price) === null],
    ['supply', !isWhole(terms.supply, 1, MAX_SUPPLY) || !isWhole(limit, 0, terms.supply)],
    ['ways', terms.ways.length === 0 || new Set(terms.ways).size !== terms.ways.length],
    ['periods', !arePeriodsRight(terms)],
    ['sale-end', !isSaleEndRight(terms, context.nowSeconds)],
    ['redeem-by', !isRedeemByRight(terms)],
    ['shares', !areSharesRight(terms)],
    ['escrow', terms.payout === 'escrow' && (terms.redeemByDay === null || terms.shareBps !== 0)],
    ['arbiter', !isArbiterRight(terms, context.issuer)],
    ['attestor', !isAttestorRight(terms, limit, context.issuer)],
  ]
  return problems.filter(([, found]) => found).map(([problem]) => problem)
}

function areSharesRight({ shareBps, royaltyBps }: Terms): boolean {
  return isWhole(shareBps, 0, MAX_SHARE_BPS) && isWhole(royaltyBps, 0, MAX_ROYALTY_BPS)
}

function isArbiterRight({ payout, ways, arbiter }: Terms, issuer?: Account): boolean {
  const isNeeded = payout === 'escrow' && ways.includes('delivery')
  return isNeeded ? arbiter !== null && arbiter !== issuer : arbiter === null
}

function isAttestorRight({ attestor }: Terms, limit: number, issuer?: Account): boolean {
  return attestor === null || (attestor !== issuer && limit === 0)
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
