import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, execute, refusalAnswer } from './execute.ts'
import { readCall } from './read-call.ts'
import { doors, Refusal } from './refusals.ts'
import type { Telegram } from './telegram.ts'

/** A running local Bot API. `url` is the API root, without a slash at the end. */
export type BotApiServer = { url: string; close(): Promise<void> }

function writeAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.isDropped) {
    response.destroy()
    return
  }
  const body = JSON.stringify(answer.envelope)
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(answer.retryAfter !== null && { 'retry-after': String(answer.retryAfter) }),
  })
  response.end(body)
}

function checkToken(token: string): void {
  const isWellFormed = !token.startsWith('0') && token.length <= 80 && /^\d+:.+$/.test(token)
  if (!isWellFormed) throw doors.tokenInvalid()
}

/** Serves the Bot API of a local Telegram over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export async function createBotApiServer({
  telegram,
  port = 0,
  host = '127.0.0.1',
}: {
  telegram: Telegram
  port?: number
  host?: string
}): Promise<BotApiServer> {
  async function answerCall(request: IncomingMessage, response: ServerResponse, url: URL) {
    const match = /^\/bot([^/]*)\/(.*)$/.exec(url.pathname)
    if (!match) throw doors.notFound()
    const token = decodeURIComponent(match[1] ?? '')
    checkToken(token)
    const bot = telegram.botByToken(token)
    if (!bot) throw doors.tokenUnknown()
    const parameters = await readCall(request, url.searchParams)
    const hangUp = new AbortController()
    response.on('close', () => {
      if (!response.writableFinished) hangUp.abort()
    })
    return await execute(telegram.world, bot, {
      method: match[2] ?? '',
      parameters,
      signal: hangUp.signal,
      isStrict: telegram.isStrict,
    })
  }

  function answerFile(response: ServerResponse, path: string): void {
    const match = /^\/file\/bot([^/]*)\/(.*)$/.exec(path)
    const token = decodeURIComponent(match?.[1] ?? '')
    checkToken(token)
    const bot = telegram.botByToken(token)
    if (!bot) throw doors.tokenUnknown()
    const file = telegram.world.files.download(decodeURIComponent(match?.[2] ?? ''), bot)
    if (!file) throw doors.notFound()
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': file.bytes.length,
    })
    response.end(file.bytes)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', 'http://local')
      if (request.method !== 'GET' && request.method !== 'POST') throw doors.notFound()
      if (url.pathname.startsWith('/file/')) answerFile(response, url.pathname)
      else writeAnswer(response, await answerCall(request, response, url))
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error')
      writeAnswer(response, refusalAnswer(refusal))
    }
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
