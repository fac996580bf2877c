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
  | {
      type: 'moved'
      right: RightId
      word: bigint
      /** The claim key of a send or the private taker of a listing, filled in by who reads the chain; else null. */
      key: Account | null
      txHash: TxHash
    }
  /** The right burned. Its good was handed over, unless a `moved` follows that says otherwise. */
  | { type: 'burned'; right: RightId; txHash: TxHash }
  /** Somebody besides the holder may move the right, or nobody any more. */
  | { type: 'approved'; right: RightId; isApproved: boolean; txHash: TxHash }
  | { type: 'transferred'; right: RightId; from: Account; to: Account; txHash: TxHash }
  /** A signed offer was taken, for this much of the series' currency. */
  | { type: 'offer-taken'; right: RightId; price: bigint; txHash: TxHash }
  /** A request or an acceptance ended unserved, for a reason that clients have words for. */
  | { type: 'refused'; right: RightId; reason: number; txHash: TxHash }
  /** What the carrier calls the parcel, hashed. */
  | { type: 'shipped'; right: RightId; trackingHash: string; txHash: TxHash }
  /** What was in escrow was divided. */
  | { type: 'divided'; right: RightId; toHolder: bigint; toIssuer: bigint; txHash: TxHash }
  /** A purchase came through somebody, who got this share of it. */
  | {
      type: 'contributed'
      series: SeriesId
      contributor: Account
      quantity: number
      amount: bigint
      txHash: TxHash
    }
  /** Somebody serves, or no longer serves, at an issuer's desk. */
  | { type: 'staff-set'; issuer: Account; account: Account; isStaff: boolean; txHash: TxHash }
  /** Money that could not be paid waits in the contract, or left it again (negative). */
  | { type: 'credited'; owner: Account; currency: Account | null; amount: bigint; txHash: TxHash }

/** An event about one right. */
export type RightEvent = Extract<RightsEvent, { right: RightId }>

/** An event about a series as a whole. */
export type SeriesEvent = Extract<RightsEvent, { series: SeriesId }>

/** What an event is about: a right, a series, or an account. */
export function subjectOf(event: RightsEvent): string {
  if (isRightEvent(event)) return event.right
  if (isSeriesEvent(event)) return event.series
  return event.type === 'staff-set' ? event.issuer : event.owner
}

/** Is it about one right? */
export function isRightEvent(event: RightsEvent): event is RightEvent {
  return 'right' in event
}

/** Is it about a series as a whole? */
export function isSeriesEvent(event: RightsEvent): event is SeriesEvent {
  return 'series' in event
}
