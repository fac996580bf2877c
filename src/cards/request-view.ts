import type { EffectiveState } from '../domain/effective-state.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import type { Account } from '../domain/ids.ts'

/** A delivery that a holder asks the price of, before anything is on chain. */
export type Ask = {
  /** What was answered, until when it stands; null while nothing was. Smallest unit; Unix seconds. */
  answer: { fee: bigint; expiry: number } | null
}

/** One right as the desk of its issuer, or the arbiter of its series, sees it. */
export type RequestView = {
  right: HeldRight
  series: Series
  state: EffectiveState
  /** Unix seconds: the newest block's time. */
  now: number
  /** Accounts of this person that may act for the issuer on chain. */
  able: readonly Account[]
  isArbiter: boolean
  ask: Ask | null
  /** Where to deliver to, and what the carrier calls the parcel; for this order's desk alone. */
  address: string | null
  tracking: string | null
  /** What the holder wrote when opening a dispute. */
  complaint: string | null
  /** People who have an account that may answer, by name. */
  owners: readonly string[]
}
