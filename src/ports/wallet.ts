import type { Account, PromptId } from '../domain/ids.ts'

/** What a wallet said of itself when it connected. Self-declared and untrusted: escape before showing. */
export type WalletPeer = { name: string; url: string; redirect: string | null }

/** A settled WalletConnect session. Its accounts are a claim, not a proof: binding needs a signature. */
export type WalletSession = {
  topic: string
  /** Accounts on each EVM chain the wallet approved, in the wallet's order. */
  accounts: { chainId: number; account: Account }[]
  methods: string[]
  peer: WalletPeer
  /** Unix seconds. */
  expiresAt: number
}

/** Why a wallet did not do what was asked; `unknown` may still have happened, look at the chain. */
export type WalletRefusal =
  | 'rejected'
  | 'disconnected'
  | 'expired'
  | 'unsupported'
  | 'wrong-chain'
  | 'unknown'

/** A call the wallet shall sign and send. Amounts in wei. */
export type WalletCall = { from: Account; to: Account; data: string; value: bigint }

/** What a wallet can be asked. */
export type WalletQuestion =
  | { type: 'sign-message'; account: Account; text: string }
  | { type: 'send-call'; call: WalletCall }

/** What comes back, at least once each, possibly in a later run of the process. */
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
  connect(attempt: string): Promise<{ uri: string; /** Unix seconds. */ expiresAt: number }>
  /**
   * Publishes one question under its prompt id. At most once: a prompt id that was ever begun is refused with
   * `already-asked`, so that a repeat after a crash can never put two prompts before a person.
   * `link` opens the wallet at the question (https only), or is null when the wallet named no trusted one.
   * @throws AppError WALLET_SESSION_GONE, WALLET_RELAY_UNREACHABLE, WALLET_WRONG_CHAIN
   */
  ask(input: {
    prompt: PromptId
    topic: string
    chainId: number
    question: WalletQuestion
    /** Unix seconds; at least 300 s from now. */
    expiresAt: number
  }): Promise<{ type: 'published'; link: string | null } | { type: 'already-asked' }>
  /** Ends a session on both sides. Unknown topics are fine. */
  disconnect(topic: string): Promise<void>
  /** The live session of a topic, or null. */
  session(topic: string): WalletSession | null
}
