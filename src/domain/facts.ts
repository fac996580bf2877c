import {
  approvedWord,
  effectiveWord,
  mintedWord,
  redeemedWord,
  transferredWord,
} from './effective-state.ts'
import type { Goods } from './goods.ts'
import type { Account, DealId, RightId, SeriesId, TxHash } from './ids.ts'
import { unpackRightId } from './right-id.ts'
import { unpackRightWord, type WordState } from './right-word.ts'
import type { RightEvent, SeriesEvent } from './rights-event.ts'
import type { Terms } from './terms.ts'

/** A series as its events tell it. */
export type Series = {
  id: SeriesId
  issuer: Account
  /** As published; the redeem-by day as it is now. */
  terms: Terms
  goods: Goods
  /** How many may be sold for now, and how many were. */
  limit: number
  sold: number
  /** No more will ever be sold. */
  closed: boolean
}

/** A right as its events tell it; ask `effectiveState(word, now)` what it is in. */
export type HeldRight = {
  id: RightId
  series: SeriesId
  serial: number
  word: bigint
  mintedTo: Account
  /** Whom the present state is for: a claim key or a private taker; null when nobody, or when the node could not say. */
  key: Account | null
  /** How the present holder got it, from whom, and for what (smallest unit of the series' currency). */
  came: { how: 'mint' | 'claim' | 'resale' | 'transfer'; from: Account | null; price: bigint }
  /** Why it was refused last; null while it never was, or was asked for again. */
  refusal: number | null
  /** Hash of the parcel's tracking number; null unless shipped. */
  trackingHash: string | null
  /** The purchase that minted it, if its call named one. */
  reference: DealId | null
  mintedTx: TxHash
  mintedBlock: number
  /** Unix seconds. */
  mintedAt: number
  /** The last change: its transaction, block and time (Unix seconds). */
  changedTx: TxHash
  changedBlock: number
  changedAt: number
}

/** The block an event stands in. `time` in Unix seconds. */
export type EventBlock = { number: number; time: number }

/** A series after one more event; null while nothing published it. */
export function foldSeries(series: Series | null, event: RightEvent | SeriesEvent): Series | null {
  if (event.type === 'published') {
    const { series: id, issuer, terms, goods, limit } = event
    return { id, issuer, terms, goods, limit, sold: 0, closed: false }
  }
  if (series === null) return null
  switch (event.type) {
    case 'minted':
      return { ...series, sold: series.sold + 1 }
    case 'limit-raised':
      return { ...series, limit: event.limit }
    case 'closed':
      return { ...series, limit: event.sold, closed: true }
    case 'extended':
      return { ...series, terms: { ...series.terms, redeemByDay: event.redeemByDay } }
    default:
      return series
  }
}

/**
 * A right after one more event. Folding all events of a right, in order, rebuilds it whole. `terms` are its series'; what
 * nobody published does not exist.
 */
export function foldRight(
  right: HeldRight | null,
  event: RightEvent,
  block: EventBlock,
  terms: Terms | null,
): HeldRight | null {
  const change = { changedTx: event.txHash, changedBlock: block.number, changedAt: block.time }
  if (event.type === 'minted') {
    if (terms === null) return null
    const { series, serial } = unpackRightId(event.right)
    return {
      id: event.right,
      series,
      serial: Number(serial),
      word: mintedWord(event.holder, terms),
      mintedTo: event.holder,
      key: null,
      came: { how: 'mint', from: null, price: terms.price },
      refusal: null,
      trackingHash: null,
      reference: event.reference,
      mintedTx: event.txHash,
      mintedBlock: block.number,
      mintedAt: block.time,
      ...change,
    }
  }
  if (right === null) return null
  return { ...right, ...changeBy(right, event, block.time), ...change }
}

type Change = Partial<Pick<HeldRight, 'word' | 'key' | 'came' | 'refusal' | 'trackingHash'>>

function changeBy(
  right: HeldRight,
  event: Exclude<RightEvent, { type: 'minted' }>,
  blockTime: number,
): Change {
  const { word } = right
  switch (event.type) {
    case 'moved': {
      const isAsked = requested.has(unpackRightWord(event.word).state)
      return { word: event.word, key: event.key, ...(isAsked ? { refusal: null } : {}) }
    }
    case 'burned':
      return { word: redeemedWord(word, blockTime), key: null }
    case 'approved':
      return { word: approvedWord(word, event.isApproved, blockTime) }
    case 'transferred': {
      const came = cameBy(word, event.from, blockTime)
      return { word: transferredWord(word, event.to, blockTime), key: null, came }
    }
    case 'offer-taken':
      return { came: { ...right.came, how: 'resale', price: event.price } }
    case 'refused':
      return { refusal: event.reason }
    case 'shipped':
      return { trackingHash: event.trackingHash }
    case 'divided':
      return {}
  }
}

const requested: ReadonlySet<WordState> = new Set(['requested-pick-up', 'requested-delivery'])

/** What a right was in just before it changed hands says how. */
function cameBy(word: bigint, from: Account, blockTime: number): HeldRight['came'] {
  const { state, price } = unpackRightWord(effectiveWord(word, blockTime))
  if (state === 'sent') return { how: 'claim', from, price }
  return state === 'listed' ? { how: 'resale', from, price } : { how: 'transfer', from, price: 0n }
}
