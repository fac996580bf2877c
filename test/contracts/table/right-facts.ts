import type { Account } from '../../../src/domain/ids.ts'
import type { WordState } from '../../../src/domain/right-word.ts'
import type { Terms } from '../../../src/domain/terms.ts'

/** Who may stand in front of the contract. */
export type Who =
  | 'holder'
  | 'issuer'
  | 'staff'
  | 'arbiter'
  | 'contributor'
  | 'approved'
  | 'operator'
  | 'taker'
  | 'claim key'
  | 'stranger'

/** An account for each; the same account may stand for two. */
export type People = Readonly<Record<Who, Account>>

/** What the rules know of a series. */
export type SeriesFacts = Readonly<
  Pick<Terms, 'currency' | 'price' | 'royaltyBps' | 'answerDays' | 'handOverDays' | 'disputeDays'>
> & {
  readonly ways: Terms['ways']
  readonly escrow: boolean
  readonly issuer: Account
  readonly arbiter: Account | null
  /** Unix seconds: the first second of the redeem-by day. */
  readonly redeemBy: number | null
}

/** What the rules know of a right. */
export type RightFacts = {
  readonly id: bigint
  readonly state: WordState
  readonly holder: Account
  readonly approved: Account | null
  /** The one who may take it, of a private listing. */
  readonly taker: Account | null
  readonly claimKey: Account | null
  readonly commitment: string | null
  readonly unserved: boolean
  readonly nonce: number
  /** The first second at which the state is over; when it burned; 0 where there is no end. */
  readonly until: number
  readonly price: bigint
}

/** What a state leaves behind when it is over, whatever came after. */
export const nothingOfAState = {
  approved: null,
  taker: null,
  claimKey: null,
  commitment: null,
  until: 0,
  price: 0n,
} as const

/** The states in which somebody has asked for the good and waits for it. */
export const requested = ['requested-pick-up', 'requested-delivery'] as const
/** Those in which the good was promised until a time. */
export const accepted = ['accepted-pick-up', 'accepted-delivery'] as const

const runOut: ReadonlySet<WordState> = new Set(['listed', 'sent', ...requested, ...accepted])
const wereAsked: ReadonlySet<WordState> = new Set([...requested, ...accepted])

/**
 * The right as it counts at a time (DESIGN §3, "Expiry by the clock"): past its end, what is listed, sent, requested or
 * accepted is Held with the next nonce, the last two unserved.
 */
export function countsAt(right: RightFacts, time: number): RightFacts {
  if (!runOut.has(right.state) || time < right.until) return right
  return {
    ...right,
    ...nothingOfAState,
    state: 'held',
    nonce: right.nonce + 1,
    unserved: right.unserved || wereAsked.has(right.state),
  }
}
