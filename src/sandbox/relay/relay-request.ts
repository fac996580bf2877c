import { z } from 'zod'

const topic = z.string().regex(/^[0-9a-f]{64}$/)
const publishing = { ttl: z.number().positive().optional(), tag: z.number().optional() }

const request = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('irn_publish'),
    params: z.object({ topic, message: z.string().min(1), ...publishing }),
  }),
  z.object({
    method: z.literal('wc_proposeSession'),
    params: z.object({ pairingTopic: topic, sessionProposal: z.string().min(1), ...publishing }),
  }),
  z.object({
    method: z.literal('wc_approveSession'),
    params: z.object({
      sessionTopic: topic,
      pairingTopic: topic,
      sessionProposalResponse: z.string().min(1),
      sessionSettlementRequest: z.string().min(1),
      ...publishing,
    }),
  }),
  z.object({ method: z.literal('irn_subscribe'), params: z.object({ topic }) }),
  z.object({
    method: z.literal('irn_batchSubscribe'),
    params: z.object({ topics: z.array(topic).max(500) }),
  }),
  z.object({ method: z.literal('irn_unsubscribe'), params: z.object({ topic }) }),
  z.object({
    method: z.literal('irn_batchFetchMessages'),
    params: z.object({ topics: z.array(topic).max(500) }),
  }),
])

/** What a client may ask of the relay. */
export type RelayRequest = z.infer<typeof request>

/** A frame from a client: a request, the acknowledgement of a push, or nothing we know. Ids come back exactly as sent. */
export type RelayFrame =
  | { type: 'request'; id: string | number; request: RelayRequest }
  | { type: 'acknowledgement'; id: string }
  | { type: 'refused'; id: string | number | null; method: string }

/** Reads one text frame. */
export function parseRelayFrame(text: string): RelayFrame {
  let frame: { id?: unknown; method?: unknown; result?: unknown }
  try {
    frame = JSON.parse(text)
  } catch {
    return { type: 'refused', id: null, method: '' }
  }
  const id = typeof frame.id === 'string' || typeof frame.id === 'number' ? frame.id : null
  if (id !== null && frame.method === undefined && frame.result !== undefined) {
    return { type: 'acknowledgement', id: String(id) }
  }
  const method = typeof frame.method === 'string' ? frame.method : ''
  const parsed = request.safeParse(frame)
  if (id === null || !parsed.success) return { type: 'refused', id, method }
  return { type: 'request', id, request: parsed.data }
}
