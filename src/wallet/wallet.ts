import { randomUUID } from 'node:crypto'
import { AppError } from '../domain/errors.ts'
import type { KeyValue } from '../ports/key-value.ts'
import type { WalletEvent, WalletPort, WalletSession } from '../ports/wallet.ts'
import type { WalletLedger } from '../ports/wallet-ledger.ts'
import { awaitChecks } from './await-checks.ts'
import { createDeliveries } from './deliveries.ts'
import { type Leaving, listen } from './listen.ts'
import { reconcile } from './reconcile.ts'
import { keepRelay } from './relay-keeper.ts'
import { requestLink } from './request-link.ts'
import { openSdk, type Sdk, type WalletMetadata } from './sdk.ts'
import { closeSdk, releaseSdk, repairSdk } from './sdk-repair.ts'
import { createSdkStorage } from './sdk-storage.ts'
import { createSerialQueue, type SerialQueue } from './serial-queue.ts'
import { toWalletSession } from './session-view.ts'
import { sweep } from './sweep.ts'
import type { WalletLog } from './wallet-log.ts'
import { checkSession, paramsHash, toWalletRpc } from './wallet-question.ts'
import { createWalletRecords } from './wallet-records.ts'
import { toWalletRefusal } from './wallet-refusal.ts'
import { withTimeout } from './with-timeout.ts'

/** The wallet edge. */
export type Wallet = WalletPort & {
  /**
   * Opens the client and delivers what happened while nobody listened. Call once. Does not wait for the relay. What is asked
   * of the edge before it is open waits for it.
   */
  start(): Promise<void>
  /** Ends this run; everything unheard is delivered in the next one. */
  stop(): Promise<void>
}

/** What the wallet edge needs. */
export type WalletOptions = {
  /** `wss://…`. */
  relayUrl: string
  projectId: string
  metadata: WalletMetadata
  /** The chains a wallet is asked for. */
  chainIds: readonly number[]
  keyValue: KeyValue
  ledger: WalletLedger
  /** Hears every event at least once; an event counts as heard when the promise resolves. */
  onEvent: (event: WalletEvent) => Promise<void>
  log: WalletLog
  /** Unix milliseconds. */
  now?: () => number
  /** Origins besides the known wallets' from which a request link is taken; the sandbox's wallets. */
  extraLinkOrigins?: readonly string[]
  /** How long a relay may take to answer. */
  relayTimeoutMs?: number
  /** How often expiry is looked at. */
  sweepMs?: number
}

/** A wallet grants no more than what was proposed: whatever is asked anywhere must stand here. */
const METHODS = ['personal_sign', 'eth_signTypedData_v4', 'eth_sendTransaction']
const EVENTS = ['accountsChanged', 'chainChanged']
const LEAST_ANSWER_SECONDS = 300
const MOST_ANSWER_SECONDS = 604_800
const STOP_MS = 2_000

/**
 * Makes the wallet edge on WalletConnect. One client serves all chats. Only one process may work on the same `keyValue`
 * and `ledger` at a time. A session has at most one open question; another is refused with `busy`.
 */
export function createWallet({
  relayUrl,
  projectId,
  metadata,
  chainIds,
  keyValue,
  ledger,
  onEvent,
  log,
  now = Date.now,
  extraLinkOrigins = [],
  relayTimeoutMs = 15_000,
  sweepMs = 5_000,
}: WalletOptions): Wallet {
  const instance = `scrip-${randomUUID()}`
  const deliveries = createDeliveries({ onEvent, log })
  const records = createWalletRecords({ ledger, keyValue, deliveries })
  const storage = createSdkStorage({ keyValue, instance, barrier: () => records.idle() })
  const lanes = new Map<string, SerialQueue>()
  const leaving: Leaving = new Map()
  /** Sessions whose end has begun, although the SDK still lists them. */
  const ending = new Set<string>()
  const cleanups: (() => void)[] = []
  const opened = Promise.withResolvers<void>()
  let isOpen = false
  let started: Sdk | null = null
  let stopped = false

  const client = (): Sdk => {
    if (started === null || stopped) throw new Error('the wallet edge is not running')
    return started
  }
  /** Until then the client does not know its sessions: each would seem to be gone. */
  const untilOpen = async (): Promise<void> => {
    try {
      await withTimeout(opened.promise, relayTimeoutMs)
    } catch (error) {
      throw new AppError('WALLET_RELAY_UNREACHABLE', { cause: error })
    }
  }
  const nowSeconds = () => Math.floor(now() / 1000)
  const guard = (work: Promise<unknown>, what: string): void => {
    work.catch((err: unknown) => log.error({ err }, what))
  }

  const session = (topic: string): WalletSession | null => {
    if (ending.has(topic) || !client().session.keys.includes(topic)) return null
    const found = toWalletSession(client().session.get(topic))
    return found.expiresAt > nowSeconds() ? found : null
  }
  const end = async (topic: string): Promise<void> => {
    ending.add(topic)
    lanes.delete(topic)
    await records.ended(topic)
    if (started?.session.keys.includes(topic) !== true) ending.delete(topic)
  }
  const disconnect = async (topic: string): Promise<void> => {
    if (!client().session.keys.includes(topic)) return
    ending.add(topic)
    const reason = { code: 6000, message: 'User disconnected.' }
    try {
      await withTimeout(client().disconnect({ topic, reason }), relayTimeoutMs)
    } catch (error) {
      if (client().session.keys.includes(topic)) {
        ending.delete(topic)
        throw new AppError('WALLET_RELAY_UNREACHABLE', { cause: error })
      }
    }
    await end(topic)
  }

  const reachRelay = async (): Promise<void> => {
    const { relayer } = client().core
    if (relayer.connected) return
    try {
      await withTimeout(relayer.transportOpen(), relayTimeoutMs)
    } catch (error) {
      throw new AppError('WALLET_RELAY_UNREACHABLE', { cause: error })
    }
  }

  const publish: WalletPort['ask'] = async ({ prompt, topic, chainId, question, expiresAt }) => {
    const sdk = client()
    const [open] = await ledger.openRequests(topic)
    if (open !== undefined) return { type: 'busy', prompt: open.prompt }
    const { method, params } = toWalletRpc(question)
    const row = { prompt, topic, method, paramsHash: paramsHash(params), expiresAt }
    if (!(await ledger.beginRequest(row))) return { type: 'already-asked' }

    const seconds = Math.max(LEAST_ANSWER_SECONDS, expiresAt - nowSeconds())
    const published = Promise.withResolvers<void>()
    let requestId: string | null = null
    const onSent = (sent: { id: number }) => String(sent.id) === requestId && published.resolve()
    const onId = (id: string) => {
      requestId = id
    }
    leaving.set(topic, { prompt, onId })
    sdk.on('session_request_sent', onSent)
    const reply = sdk.request<unknown>({
      topic,
      chainId: `eip155:${chainId}`,
      request: { method, params },
      expiry: Math.min(seconds, MOST_ANSWER_SECONDS),
    })
    // A wallet's answer is taken from the history; what is left here is what the SDK itself has to say.
    reply.catch((error: unknown) => {
      published.reject(error)
      if (stopped || requestId === null) return
      guard(
        records.answer({ type: 'refused', prompt, ...toWalletRefusal(error) }),
        'a refusal was not recorded',
      )
    })
    try {
      await withTimeout(published.promise, relayTimeoutMs)
    } catch (error) {
      if (requestId === null) {
        await ledger.withdrawRequest(prompt)
        throw new AppError('WALLET_SESSION_GONE', { cause: error })
      }
      log.warn({ prompt }, 'it is open whether a question reached the relay')
      return { type: 'already-asked' }
    } finally {
      leaving.delete(topic)
      sdk.off('session_request_sent', onSent)
    }
    const redirect = session(topic)?.peer.redirect ?? null
    const id = requestId ?? ''
    const link = requestLink({ redirect, requestId: id, topic, extraOrigins: extraLinkOrigins })
    return { type: 'published', link }
  }

  return {
    async start() {
      const { sdk, attached } = await openSdk({
        relayUrl,
        projectId,
        metadata,
        storage,
        instance,
        attach(made) {
          started = made
          awaitChecks(made)
          const isEnding = (topic: string) => ending.has(topic)
          const isStopped = () => stopped
          const deps = { keyValue, records, leaving, log, session, end, disconnect }
          return listen({ sdk: made, ...deps, isEnding, isStopped })
        },
      })
      await reconcile({ sdk, ledger, records, deliveries, ...attached })
      isOpen = true
      opened.resolve()
      // Letters that are read again may want an answer, and the relay may be away.
      guard(repairSdk(sdk, keyValue), 'what the client forgets in a restart was not put back')
      cleanups.push(keepRelay(sdk, log))
      const timer = setInterval(() => {
        guard(sweep({ ledger, records, now: nowSeconds() }), 'expiry was not looked at')
      }, sweepMs)
      cleanups.push(() => clearInterval(timer))
    },
    async stop() {
      if (stopped || started === null) return
      const sdk = started
      for (const cleanup of cleanups) cleanup()
      await withTimeout(closeSdk(sdk), STOP_MS).catch(() => undefined)
      // What came in before the line was cut is still written down; it is told in the next run.
      deliveries.stop()
      await withTimeout(records.idle(), STOP_MS).catch(() => undefined)
      stopped = true
      releaseSdk(sdk)
      await withTimeout(storage.close(), STOP_MS).catch(() => undefined)
    },
    async connect(attempt) {
      if (!isOpen) await untilOpen()
      const eip155 = {
        chains: chainIds.map((id) => `eip155:${id}`),
        methods: METHODS,
        events: EVENTS,
      }
      // The client opens its first line by itself; a line that is down is better waited for before anything is made.
      if (client().core.relayer.subscriber.hasAnyTopics) await reachRelay()
      try {
        // `approval` is never called: what it would tell comes as events, and it would reject behind our back.
        const made = client().connect({ optionalNamespaces: { eip155 } })
        const { uri } = await withTimeout(made, relayTimeoutMs)
        const [, pairingTopic] = /^wc:([0-9a-f]+)@2\?/.exec(uri ?? '') ?? []
        if (uri === undefined || pairingTopic === undefined) throw new Error('no pairing URI')
        const expiresAt = Number(new URLSearchParams(uri.split('?')[1]).get('expiryTimestamp'))
        await records.run(() => ledger.openPairing({ attempt, pairingTopic, expiresAt }))
        return { uri, expiresAt }
      } catch (error) {
        throw new AppError('WALLET_RELAY_UNREACHABLE', { cause: error })
      }
    },
    async ask(input) {
      if (!isOpen) await untilOpen()
      if (await ledger.isBegun(input.prompt)) return { type: 'already-asked' }
      const found = session(input.topic)
      if (found === null) throw new AppError('WALLET_SESSION_GONE')
      checkSession(found, input.chainId, toWalletRpc(input.question))
      await reachRelay()
      const lane = lanes.get(input.topic) ?? createSerialQueue()
      lanes.set(input.topic, lane)
      return lane.run(() => publish(input))
    },
    async disconnect(topic) {
      if (!isOpen) await untilOpen()
      await disconnect(topic)
    },
    session,
  }
}
