import { mintedWord, transferredWord } from './effective-state.ts'
import type { Goods } from './goods.ts'
import type { Account, DealId, RightId, SeriesId, TxHash } from './ids.ts'
import { unpackRightId } from './right-id.ts'
import type { RightsEvent } from './rights-event.ts'
import type { Terms } from './terms.ts'

/** A series as its events tell it. */
export type Series = {
  id: SeriesId
  issuer: Account
  terms: Terms
  goods: Goods
  /** How many may be sold for now, and how many were. */
  limit: number
  sold: number
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
    return { id, issuer, terms, goods, limit, sold: 0 }
  }
  if (event.type !== 'minted' || series === null) return series
  return { ...series, sold: series.sold + 1 }
}

/** A right after one more event. Folding all events of a right, in order, rebuilds it whole. */
export function foldRight(
  right: HeldRight | null,
  event: Exclude<RightsEvent, { type: 'published' }>,
  block: EventBlock,
): HeldRight | null {
  const change = { changedTx: event.txHash, changedBlock: block.number, changedAt: block.time }
  if (event.type === 'minted') {
    const { series, serial } = unpackRightId(event.right)
    return {
      id: event.right,
      series,
      serial: Number(serial),
      word: mintedWord(event.holder),
      mintedTo: event.holder,
      reference: event.reference,
      mintedTx: event.txHash,
      mintedBlock: block.number,
      mintedAt: block.time,
      ...change,
    }
  }
  if (right === null) return null
  if (event.type === 'moved') return { ...right, word: event.word, ...change }
  return { ...right, word: transferredWord(right.word, event.to, block.time), ...change }
}
