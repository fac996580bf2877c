import type { PromptId } from '../domain/ids.ts'
import type { WalletRefusal } from '../domain/wallet-session.ts'

/** A pairing that was offered. Times in Unix seconds. */
export type OpenPairing = { attempt: string; pairingTopic: string; expiresAt: number }

/** What came of a question. */
export type WalletAnswer =
  | { type: 'answered'; prompt: PromptId; result: string }
  | { type: 'refused'; prompt: PromptId; reason: WalletRefusal; message: string }

/** One question put to a wallet. `requestId` is null until the question is about to leave. */
export type AskedQuestion = {
  prompt: PromptId
  topic: string
  method: string
  paramsHash: string
  requestId: string | null
  /** Unix seconds. */
  expiresAt: number
}

/**
 * The wallet edge's memory across restarts: which pairing belongs to which attempt, and which question to which prompt.
 * Every write is durable when it resolves.
 */
export type WalletLedger = {
  /** Replaces the attempt's earlier pairing. */
  openPairing(pairing: OpenPairing): Promise<void>
  pairingOf(pairingTopic: string): Promise<OpenPairing | null>
  pairings(): Promise<OpenPairing[]>
  closePairing(pairingTopic: string): Promise<void>

  /** Writes a question down before it leaves; false when the prompt was ever begun before. */
  beginRequest(question: Omit<AskedQuestion, 'requestId'>): Promise<boolean>
  /** Takes back a question that has certainly not left. */
  withdrawRequest(prompt: PromptId): Promise<void>
  /** Notes under which id the question leaves. */
  publishRequest(prompt: PromptId, requestId: string): Promise<void>
  isBegun(prompt: PromptId): Promise<boolean>
  requestOf(requestId: string): Promise<AskedQuestion | null>
  /** Questions without an answer, oldest first; of one session when `topic` is given. */
  openRequests(topic?: string): Promise<AskedQuestion[]>
  /**
   * Notes what came of a question and says whether that is news. The first answer stays, except that the wallet's own
   * word replaces a guess of ours (see {@link isGuess}).
   */
  settleRequest(answer: WalletAnswer): Promise<boolean>
  /** Answers that nobody has taken yet. */
  undelivered(): Promise<WalletAnswer[]>
  /** Notes that exactly this answer has been taken. */
  deliver(answer: WalletAnswer): Promise<void>
}

/** Is this what we concluded from silence, rather than what the wallet said? */
export function isGuess(answer: WalletAnswer): boolean {
  return answer.type === 'refused' && ['expired', 'disconnected', 'unknown'].includes(answer.reason)
}

/** May `next` take the place of `known`? */
export function isNews(known: WalletAnswer | null, next: WalletAnswer): boolean {
  return known === null || (isGuess(known) && !isGuess(next))
}
