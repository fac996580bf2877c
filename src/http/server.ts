import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Pictures } from '../ports/pictures.ts'

/** Our pages while they are served. */
export type HttpServer = { port: number; close(): Promise<void> }

/** Serves the bridge page, sellers' pictures by hash, and `/health`. */
export function startHttp(deps: {
  host: string
  port: number
  pages: readonly Hono[]
  pictures: Pictures
}): Promise<HttpServer> {
  const app = new Hono()
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
        close: () => new Promise((done) => server.close(() => done())),
      }),
    )
    server.once('error', reject)
  })
}
