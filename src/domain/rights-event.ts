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
  | {
      type: 'minted'
      right: RightId
      holder: Account
      txHash: TxHash
      /** The eight bytes behind the call's arguments, or null. */
      reference: DealId | null
    }
  /** The right entered another state, or burned; the word is the whole truth. */
  | { type: 'moved'; right: RightId; word: bigint; txHash: TxHash }
  | { type: 'transferred'; right: RightId; from: Account; to: Account; txHash: TxHash }

/** What an event is about. */
export function subjectOf(event: RightsEvent): SeriesId | RightId {
  return event.type === 'published' ? event.series : event.right
}
