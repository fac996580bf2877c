import type { WebSocket } from 'ws'
import type { Letter } from './mailboxes.ts'

/** One connected client of the relay. */
export type RelayClient = {
  readonly id: string
  subscribe(topic: string): string
  unsubscribe(topic: string): void
  isOn(topic: string): boolean
  /** Hands a letter over, again and again until it is taken or the socket closes. `again` forces a second copy. */
  push(letter: Letter, again?: boolean): void
  /** An answer to one of our pushes. */
  acknowledge(rpcId: string): void
  close(): void
}

const RETRY_MS = 2_000
const PING_MS = 20_000

/** Wraps a socket. `onTaken` hears of every letter the client acknowledged. */
export function createRelayClient({
  socket,
  id,
  onTaken,
  onSent,
}: {
  socket: WebSocket
  id: string
  onTaken: (letter: Letter) => void
  onSent: (letter: Letter) => void
}): RelayClient {
  const topics = new Map<string, string>()
  const underway = new Map<string, { letter: Letter; timer: NodeJS.Timeout }>()
  let count = 0
  const ping = setInterval(() => socket.ping(), PING_MS)

  const send = (rpcId: string, letter: Letter): void => {
    const data = {
      topic: letter.topic,
      message: letter.message,
      publishedAt: letter.publishedAt,
      tag: letter.tag,
    }
    const params = { id: topics.get(letter.topic) ?? letter.topic, data }
    socket.send(
      JSON.stringify({ id: Number(rpcId), jsonrpc: '2.0', method: 'irn_subscription', params }),
    )
    onSent(letter)
  }
  const stop = (rpcId: string): Letter | null => {
    const found = underway.get(rpcId)
    if (found === undefined) return null
    clearInterval(found.timer)
    underway.delete(rpcId)
    return found.letter
  }

  return {
    id,
    subscribe(topic) {
      const subscription = topics.get(topic) ?? `${topic.slice(0, 16)}-${id.slice(-16)}`
      topics.set(topic, subscription)
      return subscription
    },
    unsubscribe(topic) {
      topics.delete(topic)
      for (const [rpcId, { letter }] of underway) if (letter.topic === topic) stop(rpcId)
    },
    isOn: (topic) => topics.has(topic),
    push(letter, again = false) {
      const isUnderway = [...underway.values()].some((each) => each.letter.id === letter.id)
      if (isUnderway && !again) return
      count += 1
      const rpcId = `${Date.now()}${String(count % 1000).padStart(3, '0')}`
      const timer = setInterval(() => send(rpcId, letter), RETRY_MS)
      underway.set(rpcId, { letter, timer })
      send(rpcId, letter)
    },
    acknowledge(rpcId) {
      const letter = stop(rpcId)
      if (letter !== null) onTaken(letter)
    },
    close() {
      clearInterval(ping)
      for (const rpcId of underway.keys()) stop(rpcId)
      socket.terminate()
    },
  }
}
