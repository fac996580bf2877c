import type { DraftField } from './draft.ts'
import type { DealId, RightId, SeriesId } from './ids.ts'

/**
 * What a person was asked in words, so that the next thing they type is taken as the answer. Everything that matters is
 * in what it names; the question itself may be lost.
 */
export type Question =
  | { type: 'draft-field'; draft: string; field: DraftField }
  /** Where to deliver to. */
  | { type: 'address'; deal: DealId }
  /** What a recipient pays for a send. */
  | { type: 'send-price'; right: RightId }
  /** What a right is offered for. */
  | { type: 'resale-price'; right: RightId }
  /** Whom alone a right is offered to. */
  | { type: 'resale-taker'; right: RightId; price: bigint }
  /** What a delivery costs. */
  | { type: 'fee'; right: RightId }
  /** What the carrier calls the parcel. */
  | { type: 'tracking'; right: RightId }
  /** What is wrong with a delivery. */
  | { type: 'complaint'; right: RightId }
  /** How many of a series may be sold. */
  | { type: 'limit'; series: SeriesId }
  /** Photos of a product; they are offered under this id. After an answer only the rest of an album is still one of them. */
  | { type: 'product-photos'; series: SeriesId; offer: string; restOf: string | null }
