import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Pictures } from '../ports/pictures.ts'

/** Our pages while they are served. Closing waits a moment for answers, and never for who asks and does not listen. */
export type HttpServer = { port: number; close(): Promise<void> }

/** How long an answer may still take once we close. */
const PATIENCE_MS = 1000

/** Serves the bridge page, sellers' pictures by hash, and `/health`. */
export function startHttp(deps: {
  host: string
  port: number
  pages: readonly Hono[]
  pictures: Pictures
}): Promise<HttpServer> {
  const app = new Hono()
  app.use(async function sayTypes(c, next) {
    await next()
    // What a seller sent as a picture is nothing else, whatever its bytes look like.
    c.header('X-Content-Type-Options', 'nosniff')
  })
  app.get('/health', (c) => c.text('ok'))
  app.get('/pictures/:name{0x[0-9a-f]{64}[.]jpg}', async (c) => {
    const bytes = await deps.pictures.load(c.req.param('name').slice(0, -'.jpg'.length))
    if (bytes === null) return c.notFound()
    c.header('Content-Type', 'image/jpeg')
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    return c.body(Uint8Array.from(bytes).buffer)
  })
  for (const page of deps.pages) app.route('/', page)

  return new Promise((resolve, reject) => {
    const { host: hostname, port } = deps
    const server = serve({ fetch: app.fetch, hostname, port }, (info: AddressInfo) =>
      resolve({
        port: info.port,
        close: () =>
          new Promise((done) => {
            const timer = setTimeout(() => {
              if ('closeAllConnections' in server) server.closeAllConnections()
            }, PATIENCE_MS)
            server.close(() => {
              clearTimeout(timer)
              done()
            })
          }),
      }),
    )
    server.once('error', reject)
  })
}
