import { approvedWord, mintedWord, redeemedWord, transferredWord } from './effective-state.ts'
import type { Goods } from './goods.ts'
import type { Account, DealId, RightId, SeriesId, TxHash } from './ids.ts'
import { unpackRightId } from './right-id.ts'
import type { RightEvent, RightsEvent } from './rights-event.ts'
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
export function foldSeries(series: Series | null, event: RightsEvent): Series | null {
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
      reference: event.reference,
      mintedTx: event.txHash,
      mintedBlock: block.number,
      mintedAt: block.time,
      ...change,
    }
  }
  if (right === null) return null
  return { ...right, word: wordAfter(right.word, event, block.time), ...change }
}

function wordAfter(
  word: bigint,
  event: Exclude<RightEvent, { type: 'minted' }>,
  blockTime: number,
): bigint {
  switch (event.type) {
    case 'moved':
      return event.word
    case 'burned':
      return redeemedWord(word, blockTime)
    case 'approved':
      return approvedWord(word, event.isApproved, blockTime)
    case 'transferred':
      return transferredWord(word, event.to, blockTime)
  }
}
