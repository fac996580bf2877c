import { AbiCoder, getAddress, keccak256, ZeroAddress } from 'ethers'
import type { Account } from './ids.ts'
import { packPrice, unpackPrice } from './price.ts'

/** How the holder gets the good. */
export type Way = 'pick-up' | 'delivery'

/** All ways, in the order of their numbers on chain. */
export const allWays = ['pick-up', 'delivery'] as const satisfies readonly Way[]

/** Seconds in the days that terms are counted in. */
export const DAY_SECONDS = 86_400
/** The largest supply of a series. */
export const MAX_SUPPLY = 2 ** 20 - 1
/** The fewest days that a shipped good may be complained about. */
export const MIN_DISPUTE_DAYS = 21
/** The largest contributor's share: half of the price. */
export const MAX_SHARE_BPS = 5000
/** The largest royalty: a tenth of a resale price. */
export const MAX_ROYALTY_BPS = 1000

/**
 * What an issuer promises and asks for. A day is a number of whole days since 1970 and means its first second in UTC:
 * what ends on a day is over then. Null means none.
 */
export type Terms = {
  /** Null is the chain's own coin. */
  currency: Account | null
  /** For one right, in the currency's smallest unit. */
  price: bigint
  supply: number
  saleEndDay: number | null
  redeemByDay: number | null
  answerDays: number
  handOverDays: number
  /** 0 without delivery. */
  disputeDays: number
  ways: readonly Way[]
  payout: 'direct' | 'escrow'
  /** Contributor's share and royalty, in hundredths of a per cent. */
  shareBps: number
  royaltyBps: number
  arbiter: Account | null
  attestor: Account | null
}

/** What every series has unless its issuer says otherwise: direct payout, pick-up, no end, nothing shared. */
export const plainTerms = {
  currency: null,
  saleEndDay: null,
  redeemByDay: null,
  answerDays: 7,
  handOverDays: 7,
  disputeDays: 0,
  ways: ['pick-up'],
  payout: 'direct',
  shareBps: 0,
  royaltyBps: 0,
  arbiter: null,
  attestor: null,
} as const satisfies Omit<Terms, 'price' | 'supply'>

/** Terms as the contract's ABI takes them, field by field in its order. */
export type TermsTuple = readonly [
  currency: string,
  price: number,
  supply: number,
  saleEndDay: number,
  redeemByDay: number,
  answerDays: number,
  handOverDays: number,
  disputeDays: number,
  ways: number,
  payout: number,
  shareBps: number,
  royaltyBps: number,
  arbiter: string,
  attestor: string,
]

/** The ABI type of {@link TermsTuple}. */
export const TERMS_ABI =
  'tuple(address,uint32,uint32,uint16,uint16,uint8,uint8,uint8,uint8,uint8,uint16,uint16,address,address)'

/** For the ABI. Throws RangeError when the price cannot be kept exactly; ask {@link checkTerms} before. */
export function termsToTuple(terms: Terms): TermsTuple {
  const price = packPrice(terms.price)
  if (price === null) throw new RangeError('price does not fit')
  return [
    terms.currency ?? ZeroAddress,
    price,
    terms.supply,
    terms.saleEndDay ?? 0,
    terms.redeemByDay ?? 0,
    terms.answerDays,
    terms.handOverDays,
    terms.disputeDays,
    terms.ways.reduce((sum, way) => sum | (1 << allWays.indexOf(way)), 0),
    terms.payout === 'escrow' ? 1 : 0,
    terms.shareBps,
    terms.royaltyBps,
    terms.arbiter ?? ZeroAddress,
    terms.attestor ?? ZeroAddress,
  ]
}

/** From the ABI: any sequence of the fourteen fields, numbers as number or bigint. */
export function termsFromTuple(tuple: Iterable<unknown>): Terms {
  const fields = [...tuple]
  const number = (at: number) => Number(fields[at])
  const account = (at: number) => {
    const address = getAddress(String(fields[at]))
    return address === ZeroAddress ? null : (address as Account)
  }
  return {
    currency: account(0),
    price: unpackPrice(number(1)),
    supply: number(2),
    saleEndDay: number(3) || null,
    redeemByDay: number(4) || null,
    answerDays: number(5),
    handOverDays: number(6),
    disputeDays: number(7),
    ways: allWays.filter((_, at) => (number(8) >> at) & 1),
    payout: number(9) === 1 ? 'escrow' : 'direct',
    shareBps: number(10),
    royaltyBps: number(11),
    arbiter: account(12),
    attestor: account(13),
  }
}

/** The hash of the terms that the series id binds. */
export function termsHash(terms: Terms): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode([TERMS_ABI], [termsToTuple(terms)]))
}
