import type { Account } from '../../../src/domain/ids.ts'
import { packRightWord } from '../../../src/domain/right-word.ts'
import { amountOfPrice } from './price.ts'
import { NATIVE, NOBODY, type Right, type Series } from './state.ts'

type Addresses = { account(name: string): Account }

const seriesFlags = {
  native: 1n,
  escrow: 2n,
  closed: 4n,
  share: 8n,
  royalty: 16n,
  redeemBy: 32n,
  attested: 64n,
} as const

/** A right's word as the contract packs it. */
export function rightWord(cast: Addresses, right: Right): bigint {
  return packRightWord({
    owner: cast.account(right.holder),
    state: right.state,
    approved: right.approved !== null,
    auxLive: right.aux !== null,
    unserved: right.unserved,
    escrowed: right.escrowed,
    plain: right.plain,
    nonce: right.nonce,
    until: right.until,
    price: amountOfPrice(right.price),
  })
}

/** A series' two words. */
export function seriesWords(cast: Addresses, series: Series): [bigint, bigint] {
  const { terms, issuer, sold, limit, closed } = series
  const is: Record<keyof typeof seriesFlags, boolean> = {
    native: terms.currency === NATIVE,
    escrow: terms.payout === 'escrow',
    closed,
    share: terms.shareBps !== 0,
    royalty: terms.royaltyBps !== 0,
    redeemBy: terms.redeemByDay !== 0,
    attested: terms.attestor !== NOBODY,
  }
  const names = Object.keys(seriesFlags) as (keyof typeof seriesFlags)[]
  const flags = names.reduce((sum, name) => sum + (is[name] ? seriesFlags[name] : 0n), 0n)
  const hot = pack([
    [BigInt(cast.account(issuer)), 160],
    [BigInt(terms.price), 32],
    [BigInt(sold), 20],
    [BigInt(limit), 20],
    [BigInt(terms.saleEndDay), 16],
    [flags, 8],
  ])
  const rest = pack([
    [BigInt(cast.account(terms.currency)), 160],
    [BigInt(terms.shareBps), 16],
    [BigInt(terms.royaltyBps), 16],
    [BigInt(terms.redeemByDay), 16],
    [BigInt(terms.answerDays), 8],
    [BigInt(terms.handOverDays), 8],
    [BigInt(terms.disputeDays), 8],
    [BigInt(terms.ways), 8],
  ])
  return [hot, rest]
}

/** From the lowest bit up. */
function pack(fields: readonly (readonly [bigint, number])[]): bigint {
  let at = 0n
  let word = 0n
  for (const [value, width] of fields) {
    word |= value << at
    at += BigInt(width)
  }
  return word
}
