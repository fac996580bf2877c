import type { Question } from '../domain/deal/effect.ts'
import type { PromptId } from '../domain/ids.ts'
import type { WalletRefusal, WalletSession } from '../domain/wallet-session.ts'

export type { Question as WalletQuestion } from '../domain/deal/effect.ts'
export type { WalletRefusal, WalletSession } from '../domain/wallet-session.ts'

/**
 * What comes back, at least once each, possibly in a later run of the process. The wallet's own word may still follow a
 * `refused` that was concluded from silence (`expired`, `disconnected`, `unknown`).
 */
export type WalletEvent =
  | { type: 'session-settled'; attempt: string; session: WalletSession }
  | { type: 'session-refused'; attempt: string; reason: WalletRefusal; message: string }
  | { type: 'session-ended'; topic: string }
  | { type: 'session-changed'; session: WalletSession }
  | { type: 'answered'; prompt: PromptId; result: string }
  | { type: 'refused'; prompt: PromptId; reason: WalletRefusal; message: string }

/**
 * The way to people's wallets. Nobody awaits a wallet through it: each call resolves when the request has been
 * published, and what the wallet does about it arrives as a {@link WalletEvent}, in this run or a later one.
 */
export type WalletPort = {
  /**
   * Opens a pairing for one binding attempt. Asking again for the same attempt gives a new URI that replaces the old.
   * @throws AppError WALLET_RELAY_UNREACHABLE when the relay does not answer in time.
   */
  connect(attempt: string): Promise<{ uri: string /** Unix seconds. */; expiresAt: number }>
  /**
   * Publishes one question under its prompt id. At most once: a prompt id that was ever begun is refused with
   * `already-asked`, so that a repeat after a crash can never put two prompts before a person; the same is said when the
   * relay did not confirm in time, so that it is open whether the question reached the wallet.
   * A session has one open question at a time, because a wallet shows the next only after it: `busy` names the open one,
   * nothing was begun, and the same prompt may be asked when that one is over.
   * `link` opens the wallet at the question (https only), or is null when the wallet named no trusted one.
   * @throws AppError WALLET_SESSION_GONE, WALLET_RELAY_UNREACHABLE, WALLET_WRONG_CHAIN, WALLET_UNSUPPORTED; with any of
   * them the question has certainly not left.
   */
  ask(input: {
    prompt: PromptId
    topic: string
    chainId: number
    question: Question
    /** Unix seconds; at least 300 s from now. */
    expiresAt: number
  }): Promise<
    | { type: 'published'; link: string | null }
    | { type: 'already-asked' }
    | { type: 'busy'; prompt: PromptId }
  >
  /**
   * Ends a session on both sides; `session-ended` follows. Unknown topics are fine.
   * @throws AppError WALLET_RELAY_UNREACHABLE
   */
  disconnect(topic: string): Promise<void>
  /** The live session of a topic, or null. */
  session(topic: string): WalletSession | null
}
