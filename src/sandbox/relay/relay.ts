import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { createFaults, type Faults } from './fault.ts'
import { createFrameLog, type Frame } from './frame-log.ts'
import { createMailboxes, type Letter } from './mailboxes.ts'
import { clientIdOf } from './relay-auth.ts'
import { createRelayClient, type RelayClient } from './relay-client.ts'
import { parseRelayFrame, type RelayRequest } from './relay-request.ts'

/** A WalletConnect relay for one machine. It carries encrypted letters and can read none of them. */
export type Relay = {
  readonly url: string
  readonly port: number
  /** Drop, duplicate or hold back the next letters of a tag (1100 proposal, 1102 settlement, 1108 request, 1109 answer …). */
  readonly faults: Faults
  /** Lets held letters go. */
  release(): void
  /** As if the machine had lost its network: sockets die, connecting fails. Letters stay. */
  off(): Promise<void>
  on(): Promise<void>
  readonly isOn: boolean
  /** What crossed the wire, oldest first, waiting up to `waitMs` for something new. */
  frames(after: number, waitMs?: number): Promise<Frame[]>
  /** How many clients are connected. */
  clients(): number
  close(): Promise<void>
}

const DEFAULT_TTL_SECONDS = 6 * 3600
const PROPOSAL_TAG = 1100
const PROPOSAL_ANSWER_TAG = 1101
const SETTLEMENT_TAG = 1102

/**
 * Opens a relay on 127.0.0.1. `port` 0 takes a free one. `projectIds` are the only ones let in. With `persistTo` (a file)
 * a restart loses no letter.
 */
export async function createRelay({
  port = 0,
  projectIds = ['sandbox'],
  persistTo = null,
  now = Date.now,
}: {
  port?: number
  projectIds?: string[]
  persistTo?: string | null
  now?: () => number
} = {}): Promise<Relay> {
  const mailboxes = createMailboxes({ file: persistTo, now })
  const log = createFrameLog(now)
  const faults = createFaults()
  const clients = new Set<RelayClient>()
  const held: Letter[] = []
  const delays = new Set<NodeJS.Timeout>()

  const deliver = (letter: Letter, again = false): void => {
    for (const client of clients) {
      if (client.id !== letter.sender && client.isOn(letter.topic)) client.push(letter, again)
    }
  }
  const publish = (sender: string, topic: string, message: string, tag: number, ttl: number) => {
    const at = now()
    const parts = { topic, message, tag, sender, publishedAt: at, expiresAt: at + ttl * 1000 }
    const fault = faults.take(tag)
    if (fault?.type === 'drop') return
    if (fault?.type === 'hold') {
      held.push({ id: '', ...parts })
      return
    }
    if (fault?.type === 'delay') {
      const timer = setTimeout(() => {
        delays.delete(timer)
        deliver(mailboxes.add(parts))
      }, fault.ms)
      delays.add(timer)
      return
    }
    const letter = mailboxes.add(parts)
    deliver(letter)
    if (fault?.type === 'duplicate') deliver(letter, true)
  }
  // The answer to a subscription goes out before what waits on the topic.
  const subscribe = (client: RelayClient, topic: string): string => {
    const subscription = client.subscribe(topic)
    setImmediate(() => {
      for (const letter of mailboxes.waiting(topic, client.id, now())) client.push(letter)
    })
    return subscription
  }

  const perform = (client: RelayClient, { method, params }: RelayRequest): unknown => {
    const ttl = 'ttl' in params ? (params.ttl ?? DEFAULT_TTL_SECONDS) : DEFAULT_TTL_SECONDS
    switch (method) {
      case 'irn_publish':
        publish(client.id, params.topic, params.message, params.tag ?? 0, ttl)
        return true
      case 'wc_proposeSession':
        subscribe(client, params.pairingTopic)
        publish(client.id, params.pairingTopic, params.sessionProposal, PROPOSAL_TAG, ttl)
        return true
      case 'wc_approveSession':
        subscribe(client, params.sessionTopic)
        publish(
          client.id,
          params.pairingTopic,
          params.sessionProposalResponse,
          PROPOSAL_ANSWER_TAG,
          ttl,
        )
        publish(
          client.id,
          params.sessionTopic,
          params.sessionSettlementRequest,
          SETTLEMENT_TAG,
          ttl,
        )
        return true
      case 'irn_subscribe':
        return subscribe(client, params.topic)
      case 'irn_batchSubscribe':
        return params.topics.map((topic) => subscribe(client, topic))
      case 'irn_unsubscribe':
        client.unsubscribe(params.topic)
        return true
      case 'irn_batchFetchMessages':
        return {
          messages: params.topics.flatMap((topic) => mailboxes.waiting(topic, client.id, now())),
          hasMore: false,
        }
    }
  }

  const accept = (socket: WebSocket, id: string): void => {
    const short = id.slice(-6)
    const client = createRelayClient({
      socket,
      id,
      onTaken: (letter) => mailboxes.taken(letter.id, id),
      onSent: ({ topic, tag, message }) =>
        log.add({
          direction: 'out',
          client: short,
          method: 'irn_subscription',
          topic,
          tag,
          body: message,
        }),
    })
    clients.add(client)
    socket.on('close', () => {
      clients.delete(client)
      client.close()
    })
    socket.on('error', () => socket.terminate())
    socket.on('message', (raw) => {
      const frame = parseRelayFrame(String(raw))
      if (frame.type === 'acknowledgement') return client.acknowledge(frame.id)
      if (frame.type === 'refused') {
        const error = { code: -32600, message: `Cannot ${frame.method || 'read this'}` }
        return socket.send(JSON.stringify({ id: frame.id, jsonrpc: '2.0', error }))
      }
      log.add({ direction: 'in', client: short, ...describe(frame.request) })
      const result = perform(client, frame.request)
      socket.send(JSON.stringify({ id: frame.id, jsonrpc: '2.0', result }))
    })
  }

  let actualPort = port
  let server: Server | null = null
  const open = async (): Promise<void> => {
    if (server !== null) return
    server = createServer((_, response) => response.writeHead(426).end())
    const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 })
    server.on('upgrade', (request, socket, head) => {
      const { searchParams } = new URL(request.url ?? '/', 'ws://relay')
      const id = clientIdOf(
        searchParams.get('auth') ?? '',
        request.headers.host ?? '',
        Math.floor(now() / 1000),
      )
      if (id === null || !projectIds.includes(searchParams.get('projectId') ?? '')) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      sockets.handleUpgrade(request, socket, head, (ws) => accept(ws, id))
    })
    await listen(server, actualPort)
    actualPort = (server.address() as AddressInfo).port
  }
  const shut = async (): Promise<void> => {
    const old = server
    server = null
    for (const client of clients) client.close()
    clients.clear()
    if (old === null) return
    old.closeAllConnections()
    await new Promise<void>((resolve) => old.close(() => resolve()))
  }

  await open()
  return {
    url: `ws://127.0.0.1:${actualPort}`,
    port: actualPort,
    faults,
    release() {
      for (const { id: _, ...parts } of held.splice(0)) deliver(mailboxes.add(parts))
    },
    off: shut,
    on: open,
    get isOn() {
      return server !== null
    },
    frames: (after, waitMs = 0) => log.read(after, waitMs),
    clients: () => clients.size,
    async close() {
      for (const timer of delays) clearTimeout(timer)
      await shut()
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

function describe({ method, params }: RelayRequest) {
  const topic =
    'topic' in params ? params.topic : 'pairingTopic' in params ? params.pairingTopic : null
  const tag = 'tag' in params ? (params.tag ?? null) : null
  const body =
    'message' in params
      ? params.message
      : 'sessionProposal' in params
        ? params.sessionProposal
        : null
  return { method, topic, tag, body }
}
