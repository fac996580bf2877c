import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerRequest, type RpcAnswer, type RpcRequest, refusal } from './answer-request.ts'
import type { Faults } from './faults.ts'
import type { LocalNode } from './local-node.ts'
import type { SandboxMethods } from './sandbox-methods.ts'

const MOST_BYTES = 1_000_000

/** A JSON-RPC server on this machine only. */
export type RpcServer = { url: string; close(): Promise<void> }

/** Serves the node over HTTP. The sandbox's own methods need `Authorization: Bearer <token>`. */
export async function startRpcServer(
  deps: { node: LocalNode; sandbox: SandboxMethods; faults: Faults },
  options: { port: number; token: string },
): Promise<RpcServer> {
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const asked = body === null ? null : parseRequests(body)
    if (asked === null) return reply(response, refusal(null, -32700, 'not JSON-RPC'))
    const isTrusted = hasToken(request, options.token)
    const answers: RpcAnswer[] = []
    for (const each of asked.requests) {
      const answer = await answerOrFault(each, isTrusted, response)
      if (answer === null) return
      answers.push(answer)
    }
    reply(response, asked.isBatch ? answers : answers[0])
  }

  /** Null when the connection is left to its fault. */
  async function answerOrFault(
    request: RpcRequest,
    isTrusted: boolean,
    response: ServerResponse,
  ): Promise<RpcAnswer | null> {
    const fault = request.method.startsWith('sandbox_') ? null : deps.faults.take(request.method)
    if (fault === null) return answerRequest(deps.node, deps.sandbox, request, isTrusted)
    if (fault.late) await answerRequest(deps.node, deps.sandbox, request, isTrusted)
    if (fault.kind === 'error') return refusal(request.id, -32603, 'internal error')
    if (fault.kind === 'drop') response.destroy()
    return null
  }

  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function reply(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > MOST_BYTES) return null
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parseRequests(body: string): { requests: RpcRequest[]; isBatch: boolean } | null {
  try {
    const json: unknown = JSON.parse(body)
    const isBatch = Array.isArray(json)
    const requests = (isBatch ? json : [json]).map((each: Partial<RpcRequest>) => {
      const { id = null, method, params = [] } = each
      if (typeof method !== 'string' || !Array.isArray(params)) throw new TypeError('not a request')
      return { id, method, params }
    })
    return requests.length === 0 ? null : { requests, isBatch }
  } catch {
    // Whatever it was, it was no request.
    return null
  }
}

function hasToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return token !== '' && given.length === wanted.length && timingSafeEqual(given, wanted)
}
