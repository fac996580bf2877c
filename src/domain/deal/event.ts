import type { ErrorCode, ErrorMeta } from '../errors.ts'
import type { Account, PromptId, RightId, TxHash } from '../ids.ts'
import type { WalletRefusal, WalletSession } from '../wallet-session.ts'
import type { Call } from './effect.ts'

/** An account the person has proven, and its live wallet session if there is one. */
export type KnownBinding = { account: Account; topic: string | null }

/** What a look at a claimed transaction found. */
export type TransactionFinding =
  | { type: 'unknown' }
  | { type: 'pending'; call: Call }
  | { type: 'included'; call: Call; succeeded: boolean; reason: string | null }

/** What the chain says about the deal now, read from the projections. */
export type ChainFacts =
  /** Nothing of this deal is on the chain. */
  | { type: 'absent' }
  /** It happened, in a block that may still be taken back. */
  | { type: 'done'; right: RightId; txHash: TxHash | null; blockNumber: number }
  /** It is settled for good. `at` in Unix seconds. */
  | { type: 'final'; right: RightId; txHash: TxHash | null; blockNumber: number; at: number }

/** What a check decided: the next call, or a problem to show. What has happened already comes as a `chain` event. */
export type CheckResult =
  | { type: 'call'; purpose: CallPurpose; call: Call }
  | { type: 'problem'; code: ErrorCode; meta: ErrorMeta }

/** Why a call is made: to let `Rights` pull the coins, or to do the thing itself. */
export type CallPurpose = 'allow' | 'act'

/** Everything that can happen to a deal. */
export type DealEvent =
  | { type: 'go'; bindings: KnownBinding[]; nonce: string }
  /** Ask the wallet once more, where a crash left open whether it was asked. */
  | { type: 'again' }
  | { type: 'cancel' }
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
