import type { PromptId } from '../domain/ids.ts'
import type { WalletRefusal, WalletSession } from '../domain/wallet-session.ts'
import type { KeyValue } from '../ports/key-value.ts'
import { isGuess, type WalletAnswer, type WalletLedger } from '../ports/wallet-ledger.ts'
import type { Deliveries } from './deliveries.ts'
import type { SdkRecord } from './sdk.ts'
import { createSerialQueue } from './serial-queue.ts'
import { fingerprint } from './session-view.ts'
import { toWalletRefusal } from './wallet-refusal.ts'

/** Keys under which we remember which sessions somebody was told about, and what they allowed then. */
const KNOWN = 'session/'

type SdkResponse = NonNullable<SdkRecord['response']>

/** What a wallet's JSON-RPC response says to a prompt. */
export function toAnswer(prompt: PromptId, response: SdkResponse): WalletAnswer {
  if ('error' in response) return { type: 'refused', prompt, ...toWalletRefusal(response.error) }
  const { result } = response
  const text = typeof result === 'string' ? result : JSON.stringify(result ?? null)
  return { type: 'answered', prompt, result: text }
}

/** Writes down what happened and then sees to it that it is heard. Everything may be told twice. */
export type WalletRecords = {
  answer(answer: WalletAnswer): Promise<void>
  /** A question is leaving under this id. */
  published(prompt: PromptId, requestId: string): Promise<void>
  /** A wallet answered the question that left under this id. */
  answered(requestId: string, response: SdkResponse): Promise<void>
  /** `foreign` when nobody asked for this session. */
  settled(session: WalletSession, pairingTopic: string): Promise<'ours' | 'foreign'>
  /** The pairing came to nothing. */
  refused(pairingTopic: string, reason: WalletRefusal, message: string): Promise<void>
  /** The session is over; its open questions will not be answered. */
  ended(topic: string): Promise<void>
  changed(session: WalletSession): Promise<void>
  knownSessions(): Promise<string[]>
  /** Runs behind all records made so far, and before any made later. */
  run<T>(task: () => Promise<T>): Promise<T>
  /** Resolves when all that was told so far is on disk. */
  idle(): Promise<void>
}

/** Makes {@link WalletRecords} over the ledger. */
export function createWalletRecords({
  ledger,
  keyValue,
  deliveries,
}: {
  ledger: WalletLedger
  keyValue: KeyValue
  deliveries: Deliveries
}): WalletRecords {
  const queue = createSerialQueue()

  const hand = (answer: WalletAnswer): void => {
    const kind = isGuess(answer) ? 'guess' : 'word'
    deliveries.deliver(`${kind}:${answer.prompt}`, answer, () => ledger.deliver(answer))
  }
  const note = async (answer: WalletAnswer): Promise<void> => {
    const isNew = await ledger.settleRequest(answer)
    if (isNew) hand(answer)
  }

  return {
    answer: (answer) => queue.run(() => note(answer)),
    published: (prompt, requestId) => queue.run(() => ledger.publishRequest(prompt, requestId)),
    answered: (requestId, response) =>
      queue.run(async () => {
        const question = await ledger.requestOf(requestId)
        if (question !== null) await note(toAnswer(question.prompt, response))
      }),
    settled: (session, pairingTopic) =>
      queue.run(async () => {
        const pairing = await ledger.pairingOf(pairingTopic)
        if (pairing === null) return 'foreign'
        const { attempt } = pairing
        await keyValue.set(KNOWN + session.topic, fingerprint(session))
        const event = { type: 'session-settled', attempt, session } as const
        deliveries.deliver(`pairing:${pairingTopic}`, event, () =>
          ledger.closePairing(pairingTopic),
        )
        return 'ours'
      }),
    refused: (pairingTopic, reason, message) =>
      queue.run(async () => {
        const pairing = await ledger.pairingOf(pairingTopic)
        if (pairing === null) return
        const { attempt } = pairing
        const event = { type: 'session-refused', attempt, reason, message } as const
        deliveries.deliver(`pairing:${pairingTopic}`, event, () =>
          ledger.closePairing(pairingTopic),
        )
      }),
    ended: (topic) =>
      queue.run(async () => {
        for (const { prompt } of await ledger.openRequests(topic)) {
          await note({ type: 'refused', prompt, reason: 'disconnected', message: '' })
        }
        if ((await keyValue.get(KNOWN + topic)) === undefined) return
        deliveries.deliver(`ended:${topic}`, { type: 'session-ended', topic }, () =>
          keyValue.delete(KNOWN + topic),
        )
      }),
    changed: (session) =>
      queue.run(async () => {
        const mark = fingerprint(session)
        const known = await keyValue.get(KNOWN + session.topic)
        if (known === undefined || known === mark) return
        const event = { type: 'session-changed', session } as const
        deliveries.deliver(`changed:${session.topic}:${mark}`, event, () =>
          keyValue.set(KNOWN + session.topic, mark),
        )
      }),
    async knownSessions() {
      const keys = await keyValue.keys(KNOWN)
      return keys.map((key) => key.slice(KNOWN.length))
    },
    run: (task) => queue.run(task),
    idle: () => queue.idle(),
  }
}
