import type { Account } from '../../../src/domain/ids.ts'
import type { People, RightFacts, SeriesFacts } from './right-facts.ts'

/** By whom it must be over exactly this, by somebody else, or over another nonce of the right. */
export type Signed = 'right' | 'wrong' | 'stale'

/** Every value that some call takes; each call takes those it knows. */
export type Given = {
  readonly from: Account
  /** Who gets the right, or the approval. */
  readonly to: Account
  /** Packed, of a listing or a send. */
  readonly packedPrice: number
  /** Of a signed offer, in the smallest unit. */
  readonly price: bigint
  readonly maxPrice: bigint
  readonly taker: Account
  readonly nonce: number
  readonly claimKey: Account
  /** The end that the caller chooses: of an offer, a send, a promise. */
  readonly until: bigint
  /** The end of what was signed. */
  readonly expiry: bigint
  readonly signature: Signed
  /** The other party's, of a settlement. */
  readonly issuerSignature: Signed
  /** Who accepts, in a signed acceptance. */
  readonly by: Account
  readonly fee: bigint
  readonly way: 0 | 1
  readonly commits: boolean
  readonly secret: 'right' | 'wrong'
  readonly toHolder: bigint
  /** Goes along with a safe transfer. */
  readonly note: string | null
  /** Coins of the chain that come with the call. */
  readonly value: bigint
}

/** One question to the contract: may this caller do this with this right at this second? */
export type Ask = {
  /** As it counts at the time. */
  readonly right: RightFacts
  readonly series: SeriesFacts
  readonly people: People
  /** A contract that takes no rights. */
  readonly noReceiver: Account
  readonly caller: Account
  readonly time: number
  readonly given: Given
}

/** A function's name; overloads go by their whole signature. */
export const functionNames = [
  'transferFrom',
  'safeTransferFrom',
  'approve',
  'list',
  'unlist',
  'take',
  'takeOffer',
  'cancel',
  'send',
  'takeBack',
  'claim',
  'handOverGift',
  'request',
  'requestAccepted',
  'withdrawRequest',
  'accept',
  'refuse',
  'ship',
  'confirm',
  'complete',
  'handOver',
  'redeem',
  'dispute',
  'rule',
  'settle',
  'refund',
  'lapse',
] as const

/** Every function that changes the state of one right. */
export type FunctionName = (typeof functionNames)[number]

/** What a call moves, in the series' currency. `null` is the contract itself. */
export type Payment = {
  readonly from: Account | null
  readonly to: Account
  readonly amount: bigint
}
