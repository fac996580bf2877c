import type { Account, DealId, PromptId, TxHash } from '../ids.ts'
import type { TypedMessage } from '../typed-data.ts'
import type { Call } from './call.ts'
import type { DealEvent } from './event.ts'

export type { Call } from './call.ts'

/** What a wallet is asked: a free signature, or to send a call. */
export type Question =
  | { type: 'sign-message'; account: Account; text: string }
  | { type: 'sign-typed'; account: Account; message: TypedMessage }
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
  /** Have our relayer send a call, once per prompt; ends in `relayed` or `publish-failed`. */
  | { type: 'relay'; prompt: PromptId; call: Call }
  /** Read what the chain says of the deal now; ends in `chain`. */
  | { type: 'read-facts' }
  /** Tell the person that a deadline comes near. A new message. */
  | { type: 'remind' }
  /** Compare a signature with the message that was asked for; ends in `verified`. */
  | {
      type: 'verify-typed'
      prompt: PromptId
      account: Account
      message: TypedMessage
      signature: string
    }
  /** Tell another deal something. Written in the step's own transaction. */
  | { type: 'tell-deal'; deal: DealId; event: DealEvent }
  /** Look at stock, funds and allowance and say which call comes next; ends in `checked`. */
  | { type: 'check' }
  /** Look at what a wallet claimed; ends in `looked`. */
  | { type: 'look-at-transaction'; hash: TxHash }
  /** Record the proven pair. Written in the step's own transaction. */
  | { type: 'bind'; account: Account; topic: string; challenge: string; signature: string }
  /** Record a new wallet session of an account that is proven already. Written in the step's own transaction. */
  | { type: 'reconnect'; account: Account; topic: string }
