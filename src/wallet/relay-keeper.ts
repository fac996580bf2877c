import type { Sdk } from './sdk.ts'
import type { WalletLog } from './wallet-log.ts'
import { withTimeout } from './with-timeout.ts'

const LOOK_MS = 5_000
const PROBE_AFTER_MS = 30_000
const PROBE_TIMEOUT_MS = 10_000

/**
 * Keeps the line to the relay up. The SDK stops trying after a refused connection until the next question, and with
 * Node's own WebSocket it cannot see that a silent line is dead; so we look every five seconds, and ask the relay
 * something harmless after half a minute of silence. Returns a function that stops it.
 */
export function keepRelay(sdk: Sdk, log: WalletLog): () => void {
  const { relayer } = sdk.core
  let heardAt = Date.now()
  let busy = false
  const hear = () => {
    heardAt = Date.now()
  }
  relayer.on('relayer_connect', hear)
  relayer.on('relayer_message', hear)
  relayer.on('relayer_message_ack', hear)

  const probe = async (topic: string): Promise<void> => {
    const request = { method: 'irn_subscribe', params: { topic } }
    try {
      await withTimeout(Promise.resolve(relayer.request(request)), PROBE_TIMEOUT_MS)
      hear()
    } catch {
      log.warn({}, 'the relay is silent; connecting anew')
      await relayer.restartTransport()
    }
  }
  const look = async (): Promise<void> => {
    if (!relayer.subscriber.hasAnyTopics || relayer.connecting) return
    if (!relayer.connected) return relayer.transportOpen()
    const [topic] = relayer.subscriber.topics
    if (topic !== undefined && Date.now() - heardAt > PROBE_AFTER_MS) await probe(topic)
  }

  const timer = setInterval(() => {
    if (busy) return
    busy = true
    look()
      .catch((err: unknown) => log.warn({ err }, 'the relay cannot be reached'))
      .finally(() => {
        busy = false
      })
  }, LOOK_MS)
  return () => clearInterval(timer)
}
