import type { Account } from './ids.ts'
import { MAX_NONCE, packRightWord, type RightWord, unpackRightWord } from './right-word.ts'
import type { Terms, Way } from './terms.ts'

/** What a right is in, as people are told. */
export type RightState =
  | 'held'
  | 'listed'
  | 'sent'
  | 'requested'
  | 'accepted'
  | 'shipped'
  | 'disputed'
  | 'redeemed'
  | 'refunded'
  | 'lapsed'
  | 'settled'

/** A right as it counts at one moment. */
export type EffectiveState = {
  state: RightState
  /** The last holder, for a right that burned. */
  holder: Account
  /** How the good is to be got, in requested and accepted only. */
  way: Way | null
  nonce: number
  /** Unix seconds: first second at which the state is over, or when it burned. */
  until: number | null
  /** Smallest unit of the series' currency; in listed and sent only. */
  price: bigint | null
  unserved: boolean
  transferable: boolean
  /** No token any more; holder, state and time are what remains. */
  burned: boolean
}

/**
 * The one place that decides what a right is in, for cards, search, API and reducers alike: DESIGN §3 with expiry by the
 * clock. Null for the zero word, which no right has.
 * @param nowSeconds the newest block's time, never this machine's
 */
export function effectiveState(word: bigint, nowSeconds: number): EffectiveState | null {
  const right = effectiveRight(unpackRightWord(word), nowSeconds)
  if (right.state === 'none') return null
  const [state, way] = told[right.state]
  const priced = state === 'listed' || state === 'sent'
  return {
    state,
    holder: right.owner,
    way,
    nonce: right.nonce,
    until: right.until === 0 ? null : right.until,
    price: priced ? right.price : null,
    unserved: right.unserved,
    transferable: state === 'held' || state === 'listed',
    burned: final.has(state),
  }
}

const told = {
  held: ['held', null],
  listed: ['listed', null],
  sent: ['sent', null],
  'requested-pick-up': ['requested', 'pick-up'],
  'requested-delivery': ['requested', 'delivery'],
  'accepted-pick-up': ['accepted', 'pick-up'],
  'accepted-delivery': ['accepted', 'delivery'],
  shipped: ['shipped', null],
  disputed: ['disputed', null],
  redeemed: ['redeemed', null],
  refunded: ['refunded', null],
  lapsed: ['lapsed', null],
  settled: ['settled', null],
} as const satisfies Record<Exclude<RightWord['state'], 'none'>, readonly [RightState, Way | null]>

const final: ReadonlySet<RightState> = new Set(['redeemed', 'refunded', 'lapsed', 'settled'])

const runsOut: ReadonlySet<RightWord['state']> = new Set([
  'listed',
  'sent',
  'requested-pick-up',
  'requested-delivery',
  'accepted-pick-up',
  'accepted-delivery',
])

/**
 * The word as it counts at a time, as the contract's `wordOf` gives it: a state past its `until` is held again with the
 * next nonce; a request or acceptance that ran out leaves the right unserved.
 */
export function effectiveWord(word: bigint, nowSeconds: number): bigint {
  const right = unpackRightWord(word)
  const counted = effectiveRight(right, nowSeconds)
  return counted === right ? word : packRightWord(counted)
}

/** The same right when its state is not over. */
function effectiveRight(right: RightWord, nowSeconds: number): RightWord {
  if (!runsOut.has(right.state) || nowSeconds < right.until) return right
  const wasAsked = right.state !== 'listed' && right.state !== 'sent'
  return { ...heldBy(right.owner, right), unserved: wasAsked || right.unserved }
}

/** The word of a right as it leaves a sale under these terms. */
export function mintedWord(
  holder: Account,
  terms: Pick<Terms, 'payout' | 'currency' | 'royaltyBps' | 'redeemByDay'>,
): bigint {
  const { payout, currency, royaltyBps, redeemByDay } = terms
  const escrowed = payout === 'escrow'
  const plain = currency === null && royaltyBps === 0 && redeemByDay === null
  const held = heldBy(holder, { nonce: 0, escrowed, plain })
  return packRightWord({ ...held, nonce: 0, unserved: false })
}

/** The word after a `Transfer` to another holder in a block of that time: lets a reader of events rebuild every word. */
export function transferredWord(word: bigint, to: Account, blockTime: number): bigint {
  const right = effectiveRight(unpackRightWord(word), blockTime)
  return packRightWord({ ...heldBy(to, right), unserved: right.unserved })
}

/** The word after a burn that no `Moved` follows: the good was handed over. */
export function redeemedWord(word: bigint, blockTime: number): bigint {
  const right = effectiveRight(unpackRightWord(word), blockTime)
  const held = heldBy(right.owner, right)
  return packRightWord({ ...held, state: 'redeemed', unserved: false, until: blockTime % 2 ** 32 })
}

/** The word after an `Approval`. */
export function approvedWord(word: bigint, isApproved: boolean, blockTime: number): bigint {
  const right = effectiveRight(unpackRightWord(word), blockTime)
  return packRightWord({ ...right, approved: isApproved })
}

function heldBy(
  owner: Account,
  before: Pick<RightWord, 'nonce' | 'escrowed' | 'plain'>,
): Omit<RightWord, 'unserved'> {
  const { escrowed, plain } = before
  return {
    owner,
    state: 'held',
    approved: false,
    auxLive: false,
    escrowed,
    plain,
    nonce: Math.min(before.nonce + 1, MAX_NONCE),
    until: 0,
    price: 0n,
  }
}
