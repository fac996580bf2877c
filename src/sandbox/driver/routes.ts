import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { maskSecrets } from '../../domain/mask-secrets.ts'
import { PersonRefusal } from '../telegram/person-refusal.ts'
import type { Driver } from './driver.ts'
import { addFaultRoutes } from './fault-routes.ts'
import { amount, label } from './fields.ts'
import { addGroupRoutes } from './group-routes.ts'
import { guard } from './guard.ts'
import { addMessageRoutes } from './message-routes.ts'
import { addPublishRoutes } from './publish-routes.ts'
import { readBody } from './read-body.ts'
import { readQr } from './read-qr.ts'
import { addShelfRoutes } from './shelf-routes.ts'
import { addTapRoutes } from './tap-routes.ts'
import { addWalletRoutes } from './wallet-routes.ts'

const LONGEST_WAIT_MS = 25_000

/**
 * The driver over HTTP. Everything is a person doing what their screen offers; a screen that does not offer it is an
 * answer 409 with the reason. Other web pages are kept out by {@link guard}.
 */
export function createDriverRoutes(driver: Driver): Hono {
  const app = new Hono()
  const id = randomUUID()
  app.onError((error, c) => {
    const isUnreadable = error instanceof z.ZodError || error instanceof SyntaxError
    const code = error instanceof PersonRefusal ? error.code : 'refused'
    return c.json({ error: error.message, code }, isUnreadable ? 400 : 409)
  })
  app.use(guard)

  app.get('/world', async (c) =>
    c.json({
      id,
      people: driver.people(),
      bot: { id: driver.world.bot.id, username: driver.world.bot.username },
      ledger: await driver.ledger(),
      cursor: driver.log.cursor(),
      botRunning: driver.world.botProcess.isRunning(),
      relayOn: driver.world.relay.isOn,
    }),
  )
  app.get('/pulse', async (c) => {
    const wait = Math.min(Number(c.req.query('wait') ?? 0), LONGEST_WAIT_MS)
    await driver.log.newerThan(Number(c.req.query('after') ?? 0), wait)
    return c.json({
      bot: { id: driver.world.bot.id, username: driver.world.bot.username },
      botRunning: driver.world.botProcess.isRunning(),
      cursor: driver.log.cursor(),
    })
  })
  app.get('/events', async (c) => {
    const wait = Math.min(Number(c.req.query('wait') ?? 0), LONGEST_WAIT_MS)
    return c.json({ events: await driver.log.read(Number(c.req.query('after') ?? 0), wait) })
  })
  app.get('/ledger', async (c) => c.json(await driver.ledger()))
  app.get('/wire', async (c) => {
    const after = Number(c.req.query('after') ?? 0)
    const framesAfter = Number(c.req.query('framesAfter') ?? after)
    const { exchanges, relay } = driver.world
    const seen = {
      exchanges: exchanges.filter(({ at }) => at > after),
      frames: await relay.frames(framesAfter),
    }
    return c.json(JSON.parse(maskSecrets(JSON.stringify(seen))))
  })
  app.get('/pictures/:id', (c) => {
    const picture = driver.world.telegram.picture(c.req.param('id'))
    if (picture === null) return c.notFound()
    return c.body(Uint8Array.from(picture.bytes).buffer, 200, { 'Content-Type': picture.mimeType })
  })
  app.get('/pictures/:id/code', async (c) => {
    const picture = driver.world.telegram.picture(c.req.param('id'))
    if (picture === null) return c.notFound()
    return c.json({ code: (await readQr(picture.bytes)) !== null })
  })
  app.get('/files/:id', (c) => {
    const file = driver.world.telegram.file(c.req.param('id'))
    if (file === null) return c.notFound()
    // To be saved, never shown: what somebody sent must not run as a page of ours.
    return c.body(Uint8Array.from(file.bytes).buffer, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
  })
  app.get('/remote', async (c) => {
    const url = c.req.query('url') ?? ''
    if (!URL.canParse(url) || new URL(url).origin !== driver.world.site) return c.notFound()
    const found = await fetch(url)
    const type = found.headers.get('content-type') ?? ''
    if (!found.ok || !type.startsWith('image/')) return c.notFound()
    return c.body(await found.arrayBuffer(), 200, { 'Content-Type': type })
  })

  app.post('/people', async (c) => {
    const input = z.object({
      person: z.string().regex(/^[\w-]{1,40}$/),
      name: label,
      role: z.string().default('buyer'),
      locale: z.string().default('en'),
      native: amount.optional(),
      coin: amount.optional(),
    })
    const { native, coin, ...person } = await readBody(c, input)
    const funds = {
      ...(native === undefined ? {} : { native }),
      ...(coin === undefined ? {} : { coin }),
    }
    return c.json(await driver.addPerson({ ...person, ...funds }), 201)
  })
  app.get('/people/:person/chats', (c) => c.json(driver.handle(c.req.param('person')).chats()))
  app.get('/people/:person/chats/:chat/messages', (c) => {
    const after = Number(c.req.query('after') ?? 0)
    const all = driver.handle(c.req.param('person')).messages(Number(c.req.param('chat')))
    return c.json(all.filter(({ messageId }) => messageId > after))
  })
  addMessageRoutes(app, driver)
  addTapRoutes(app, driver)
  addGroupRoutes(app, driver)
  addWalletRoutes(app, driver)
  addPublishRoutes(app, driver)
  addFaultRoutes(app, driver)
  addShelfRoutes(app, driver)
  return app
}
