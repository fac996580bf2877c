import { flushCompileCache } from 'node:module'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createDriver, type Driver } from './driver/driver.ts'
import { createDriverRoutes } from './driver/routes.ts'
import { createTrace } from './driver/trace.ts'
import { createPage } from './page/page.ts'
import { seed } from './seed/seed.ts'
import { freePort } from './world/free-port.ts'
import { openWorld } from './world/world.ts'

const DEFAULT_PORT = 4242
const isVerbose = process.env['SCRIP_VERBOSE'] !== undefined

process.stdout.write('Opening the sandbox: a chain, a relay, wallets, a Telegram, and the bot…\n')
let driver: Driver | null = null
const world = await openWorld({
  onLine: (name, line) => {
    if (isVerbose) process.stderr.write(`[${name}] ${line}\n`)
  },
  onExchange: createTrace(process.env['SCRIP_TRACE'] ?? null),
  onBotExit: (signal) =>
    driver?.log.add({ type: 'bot', state: signal === null ? 'stopped' : 'killed' }),
  databaseUrl: postgresUrl(process.env['SCRIP_DATABASE']),
  withFailpoints: process.env['SCRIP_FAILPOINTS'] !== undefined,
})
// Every update twice, and independent queues out of order, from the first on.
if (process.env['SCRIP_SANDBOX_REDELIVER'] === '1') world.bot.setUnruly(true)
driver = createDriver(world)
const { group } = await seed(driver)

const app = new Hono()
app.route('/driver', createDriverRoutes(driver))
app.route('/', createPage())
const port = await freePort(Number(process.env['SCRIP_SANDBOX_PORT'] ?? DEFAULT_PORT))
// A caller who reuses a connection never finds it closed under its hands.
const serverOptions = { keepAliveTimeout: 0 }
serve({ fetch: app.fetch, port, hostname: '127.0.0.1', serverOptions }, () => {
  const url = `http://127.0.0.1:${port}`
  process.send?.({ type: 'ready', url, group })
  flushCompileCache()
  process.stdout.write(
    `\n  Scrip is open at ${url}\n\n  Press Ctrl+C to close it. Nothing is kept.\n`,
  )
})

let isClosing = false
const stop = () => {
  if (isClosing) return
  isClosing = true
  void driver?.close().finally(() => process.exit(0))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
// Nobody is left to look at it.
process.once('disconnect', stop)

/** A file that is named there belongs to somebody's real bot; the sandbox has one of its own. */
function postgresUrl(database = ''): string | null {
  return /^postgres(ql)?:\/\//.test(database) ? database : null
}
