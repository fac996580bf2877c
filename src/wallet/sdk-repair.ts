import type { EventEmitter } from 'node:events'
import type { KeyValue } from '../ports/key-value.ts'
import type { Sdk, SdkRecord } from './sdk.ts'

/** A proposal that was accepted and waits for its settlement; the SDK keeps this in memory only. */
type PendingSession = {
  sessionTopic: string
  pairingTopic: string
  proposalId: number
  publicKey: string
}

/** The SDK's engine as it is inside, 2.21.8. */
type EngineInside = {
  events: EventEmitter
  pendingSessions: Map<number, PendingSession>
  relayMessageCache: unknown[]
  onProviderMessageEvent(event: unknown): Promise<void>
}

const SETTLING = 'settling/'

const inside = (sdk: Sdk) => sdk.engine as unknown as EngineInside

/**
 * Notes an accepted proposal, so that a restart before its settlement can be repaired. `record` is the proposal's entry in
 * the history, with its answer.
 */
export async function noteSettling(sdk: Sdk, keyValue: KeyValue, record: SdkRecord): Promise<void> {
  if (record.response === undefined || !('result' in record.response)) return
  const { responderPublicKey } = record.response.result as { responderPublicKey?: unknown }
  const proposal = sdk.proposal.getAll().find((each) => each.id === record.id)
  if (typeof responderPublicKey !== 'string' || proposal === undefined) return
  const note = {
    proposalId: record.id,
    self: proposal.proposer.publicKey,
    peer: responderPublicKey,
  }
  await keyValue.set(SETTLING + record.topic, JSON.stringify(note))
}

/** Forgets what {@link noteSettling} noted. */
export function forgetSettling(keyValue: KeyValue, pairingTopic: string): Promise<void> {
  return keyValue.delete(SETTLING + pairingTopic)
}

/**
 * Puts back what the SDK loses in a restart: proposals that were accepted but not settled, and messages that came in but
 * were not worked off. (By itself it looks again only at messages of settled sessions, one second late.)
 */
export async function repairSdk(sdk: Sdk, keyValue: KeyValue): Promise<void> {
  const engine = inside(sdk)
  for (const key of await keyValue.keys(SETTLING)) {
    const pairingTopic = key.slice(SETTLING.length)
    const note = JSON.parse((await keyValue.get(key)) ?? '{}')
    const isOpen = sdk.proposal.getAll().some((each) => each.id === note.proposalId)
    if (!isOpen) {
      await keyValue.delete(key)
      continue
    }
    const sessionTopic = await sdk.core.crypto.generateSharedKey(note.self, note.peer)
    const pending = {
      sessionTopic,
      pairingTopic,
      proposalId: note.proposalId,
      publicKey: note.self,
    }
    engine.pendingSessions.set(note.proposalId, pending)
    if (await sdk.core.relayer.subscriber.isKnownTopic(sessionTopic)) continue
    sdk.core.relayer.subscribe(sessionTopic).catch(() => undefined)
  }
  await replayMessages(sdk)
}

async function replayMessages(sdk: Sdk): Promise<void> {
  const engine = inside(sdk)
  const { messages } = sdk.core.relayer
  const topics = [...messages.messagesWithoutClientAck.keys()]
  const unread = messages.getWithoutAck(topics.filter((topic) => !sdk.session.keys.includes(topic)))
  // A message that came in while the engine was starting stops it from ever reading another one; take it out.
  const stuck = engine.relayMessageCache.splice(0)
  for (const event of stuck) await engine.onProviderMessageEvent(event)
  for (const [topic, texts] of Object.entries(unread)) {
    for (const message of texts) {
      const event = { topic, message, publishedAt: Date.now(), transportType: 'relay' }
      await engine.onProviderMessageEvent(event)
    }
  }
}

/** The SDK's relayer as it is inside, 2.21.8. */
type RelayerInside = { connect(): Promise<void>; createProvider(): Promise<void> }

/**
 * Ends a client for good. By itself a closed client opens a new line as soon as anything it had begun wants to publish, and
 * then takes letters that are meant for its successor.
 */
export async function closeSdk(sdk: Sdk): Promise<void> {
  const relayer = sdk.core.relayer as unknown as RelayerInside
  const never = () => new Promise<void>(() => undefined)
  relayer.connect = never
  relayer.createProvider = never
  sdk.core.heartbeat.stop()
  await sdk.core.relayer.transportClose()
}

/** Lets go of what keeps a stopped client alive: timers of questions nobody will answer in this run. */
export function releaseSdk(sdk: Sdk): void {
  const { events } = inside(sdk)
  for (const name of events.eventNames()) {
    if (!String(name).startsWith('session_request:')) continue
    events.emit(name, { error: { code: 0, message: 'stopped' } })
  }
}
