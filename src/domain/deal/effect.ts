import type { Account, PromptId, TxHash } from '../ids.ts'

/** A call for a wallet to sign and send. `value` in wei. */
export type Call = { from: Account; to: Account; data: string; value: bigint }

/** What a wallet is asked: a free signature, or to send a call. */
export type Question =
  | { type: 'sign-message'; account: Account; text: string }
  | { type: 'send-call'; call: Call }

/**
 * What a step wants done in the world. Effects are committed with the step and performed afterwards, at least once each,
 * under the key `deal:version:place`; what they find out comes back as a deal event.
 */
export type Effect =
  /** Draw the deal's card anew, in place if it stands in the chat already. */
  | { type: 'show-card' }
  /** Draw the lasting receipt anew. */
  | { type: 'show-receipt' }
  /** Open a pairing; ends in `link-ready` or `link-failed`. */
  | { type: 'connect-wallet'; attempt: string }
  /** End a session that nobody waits for any more. */
  | { type: 'disconnect-wallet'; topic: string }
  /** Put one question to the wallet, at most once per prompt; ends in `published` or `publish-failed`. */
  | { type: 'ask-wallet'; prompt: PromptId; topic: string; question: Question; expiresAt: number }
  /** Compare a signature with the text that was asked for; ends in `verified`. */
  | {
      type: 'verify-signature'
      prompt: PromptId
      account: Account
      text: string
      signature: string
    }
  /** Look at stock, funds and allowance and say which call comes next; ends in `checked`. */
  | { type: 'check' }
  /** Look at what a wallet claimed; ends in `looked`. */
  | { type: 'look-at-transaction'; hash: TxHash }
  /** Record the proven pair. Written in the step's own transaction. */
  | { type: 'bind'; account: Account; topic: string; challenge: string; signature: string }
  /** Record a new wallet session of an account that is proven already. Written in the step's own transaction. */
  | { type: 'reconnect'; account: Account; topic: string }
