import type { ErrorCode, ErrorMeta } from '../errors.ts'
import type { Account, PromptId, RightId, SeriesId, TxHash } from '../ids.ts'
import type { TypedMessage } from '../typed-data.ts'
import type { WalletRefusal, WalletSession } from '../wallet-session.ts'
import type { Call } from './call.ts'
import type { Delivery, Subject } from './subject.ts'

/**
 * An account the person has proven, and its live wallet session if there is one. `frozen` when its wallet has left it since:
 * until it is proven again it counts for nothing.
 */
export type KnownBinding = { account: Account; topic: string | null; frozen?: true }

/** What a look at a claimed transaction found. */
export type TransactionFinding =
  | { type: 'unknown' }
  | { type: 'pending'; call: Call }
  | { type: 'included'; call: Call; succeeded: boolean; reason: string | null }

/** What the chain says about the deal now, read from the projections. */
export type ChainFacts =
  /** Nothing of this deal is on the chain; `over` says why nothing will be, because somebody else was first. */
  | { type: 'absent'; over?: ErrorCode }
  /** It happened, and more may come of it. `until` in Unix seconds: when the clock changes it by itself. */
  | ({ type: 'done'; until: number | null } & Happened)
  /** It is settled for good. `at` in Unix seconds. */
  | ({ type: 'final'; at: number } & Happened)

/** What happened, and where. A series that was published names no right but itself. */
export type Happened = {
  outcome: Outcome
  rights: RightId[]
  series?: SeriesId
  txHash: TxHash | null
  blockNumber: number
  /** The earlier question that it came of; left out where it came of the present one, or that cannot be told. */
  prompt?: PromptId
}

/** What a deal came to, so far. */
export type Outcome =
  | 'bought'
  | 'published'
  | 'sent'
  | 'claimed'
  | 'taken-back'
  | 'requested'
  | 'accepted'
  | 'shipped'
  | 'disputed'
  | 'redeemed'
  | 'refunded'
  | 'lapsed'
  | 'settled'
  /** Held again: the holder withdrew, the issuer refused, or a deadline passed. */
  | 'withdrawn'
  | 'refused'
  | 'expired'
  | 'acted'

/** What a check decided: the next call, or a problem to show. What has happened already comes as a `chain` event. */
export type CheckResult =
  | { type: 'call'; purpose: CallPurpose; call: Call }
  /** Our relayer sends it; the person's wallet is not asked. */
  | { type: 'relay'; call: Call }
  /** A message to sign: what comes of it is no transaction of ours. */
  | { type: 'sign'; message: TypedMessage; account: Account }
  | { type: 'problem'; code: ErrorCode; meta: ErrorMeta }

/** Why a wallet is asked: to let `Rights` pull the coins, to do the thing itself, or to sign it. */
export type CallPurpose = 'allow' | 'act' | 'sign'

/** Everything that can happen to a deal. */
export type DealEvent =
  | { type: 'go'; bindings: KnownBinding[]; nonce: string }
  /** Ask the wallet once more, where a crash left open whether it was asked. */
  | { type: 'again' }
  | { type: 'cancel' }
  /** The person changed what it is about, or somebody else added to it. */
  | { type: 'revised'; subject: Subject }
  /** The seller signed the acceptance of a delivery. */
  | { type: 'quoted'; quote: NonNullable<Delivery['quote']>; secret: string }
  /** The seller said what the carrier calls the parcel. */
  | { type: 'tracked'; tracking: string }
  /** Our relayer sent the call, under this hash. */
  | { type: 'relayed'; prompt: PromptId; hash: TxHash }
  | { type: 'link-ready'; attempt: string; uri: string; expiresAt: number }
  | { type: 'link-failed'; attempt: string; code: ErrorCode }
  | { type: 'session-settled'; attempt: string; session: WalletSession }
  | { type: 'session-refused'; attempt: string; reason: WalletRefusal }
  | { type: 'published'; prompt: PromptId; link: string | null; certain: boolean }
  | { type: 'publish-failed'; prompt: PromptId; code: ErrorCode }
  | { type: 'answered'; prompt: PromptId; result: string }
  | { type: 'refused'; prompt: PromptId; reason: WalletRefusal }
  | { type: 'verified'; prompt: PromptId; valid: boolean }
  | { type: 'checked'; result: CheckResult }
  | { type: 'looked'; hash: TxHash; finding: TransactionFinding }
  | { type: 'chain'; facts: ChainFacts }
  | { type: 'timer' }
