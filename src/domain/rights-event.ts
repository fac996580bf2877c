import type { Goods } from './goods.ts'
import type { Account, DealId, RightId, SeriesId, TxHash } from './ids.ts'
import type { Terms } from './terms.ts'

/** One decoded event of `Rights`, in the order of the chain. */
export type RightsEvent =
  | {
      type: 'published'
      series: SeriesId
      issuer: Account
      terms: Terms
      goods: Goods
      /** How many may be sold for now. */
      limit: number
      txHash: TxHash
    }
  /** More of a series may be sold. */
  | { type: 'limit-raised'; series: SeriesId; limit: number; txHash: TxHash }
  /** No more of a series will ever be sold. */
  | { type: 'closed'; series: SeriesId; sold: number; txHash: TxHash }
  /** The redeem-by day of a series moved later. */
  | { type: 'extended'; series: SeriesId; redeemByDay: number; txHash: TxHash }
  | {
      type: 'minted'
      right: RightId
      holder: Account
      txHash: TxHash
      /** The eight bytes behind the call's arguments, or null. */
      reference: DealId | null
    }
  /** The right entered another state, or burned otherwise than by a hand-over; the word is the whole truth. */
  | { type: 'moved'; right: RightId; word: bigint; txHash: TxHash }
  /** The right burned. Its good was handed over, unless a `moved` follows that says otherwise. */
  | { type: 'burned'; right: RightId; txHash: TxHash }
  /** Somebody besides the holder may move the right, or nobody any more. */
  | { type: 'approved'; right: RightId; isApproved: boolean; txHash: TxHash }
  | { type: 'transferred'; right: RightId; from: Account; to: Account; txHash: TxHash }

/** An event about one right; every other is about a series as a whole. */
export type RightEvent = Extract<RightsEvent, { right: RightId }>

/** What an event is about. */
export function subjectOf(event: RightsEvent): SeriesId | RightId {
  return isRightEvent(event) ? event.right : event.series
}

/** Is it about one right? */
export function isRightEvent(event: RightsEvent): event is RightEvent {
  return 'right' in event
}
