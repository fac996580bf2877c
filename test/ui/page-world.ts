import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createDriverRoutes } from '../../src/sandbox/driver/routes.ts'
import { createPage } from '../../src/sandbox/page/page.ts'
import { openDriverWorld } from '../sandbox/driver/driver-world.ts'

/** The page over a world whose bot the test plays through the Bot API, so that any message can be put on a screen. */
export async function openPageWorld() {
  const world = await openDriverWorld()
  const app = new Hono()
  app.route('/driver', createDriverRoutes(world.driver))
  app.route('/', createPage())
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ...world,
    pageUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await world.close()
    },
  }
}

/** What {@link openPageWorld} opens. */
export type PageWorld = Awaited<ReturnType<typeof openPageWorld>>
