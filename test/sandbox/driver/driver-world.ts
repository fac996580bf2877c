import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createDriverClient } from '../../../src/sandbox/driver/client.ts'
import { createDriver } from '../../../src/sandbox/driver/driver.ts'
import { createPhone } from '../../../src/sandbox/driver/phone.ts'
import { createDriverRoutes } from '../../../src/sandbox/driver/routes.ts'
import { createBotApiServer } from '../../../src/sandbox/telegram/server.ts'
import { openWorld } from '../../../src/sandbox/world/world.ts'
import type { Json } from '../telegram/world.ts'

/** Every process of the local world but the bot, whose part the test plays through the Bot API. */
export async function openDriverWorld() {
  const world = await openWorld({
    onLine: () => {},
    onExchange: () => {},
    onBotExit: () => {},
    withFailpoints: false,
  })
  const driver = createDriver(world)
  const app = new Hono()
  app.route('/driver', createDriverRoutes(driver))
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api = await createBotApiServer({ telegram: world.telegram })
  const client = createDriverClient(url)

  /** Calls a method as the bot. */
  async function call(method: string, parameters: Json = {}): Promise<Json> {
    const isForm = parameters instanceof FormData
    const response = await fetch(`${api.url}/bot${world.bot.token}/${method}`, {
      method: 'POST',
      body: isForm ? parameters : JSON.stringify(parameters),
      ...(!isForm && { headers: { 'content-type': 'application/json' } }),
    })
    return (await response.json()) as Json
  }

  let offset = 0
  /** The next update that fits; those before it are gone. */
  async function update(fits: (update: Json) => boolean): Promise<Json> {
    for (;;) {
      const { result } = await call('getUpdates', { offset, limit: 1, timeout: 20 })
      const [found] = result
      if (!found) throw new Error('no update came')
      offset = found.update_id + 1
      if (fits(found)) return found
    }
  }

  return {
    url,
    driver,
    client,
    world,
    call,
    update,
    phone: (person: string) => createPhone(client, person),
    async close() {
      await driver.close()
      await api.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What {@link openDriverWorld} opens. */
export type DriverWorld = Awaited<ReturnType<typeof openDriverWorld>>
