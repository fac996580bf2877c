import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { maskSecrets } from '../../domain/mask-secrets.ts'
import { PersonRefusal } from '../telegram/person-refusal.ts'
import { policySchema } from '../wallets/policy.ts'
import type { Driver } from './driver.ts'
import { readQr } from './read-qr.ts'

const LONGEST_WAIT_MS = 25_000
const label = z.string().min(1).max(200)
const chat = z.number().int()
const message = z.number().int()
const bigint = z.string().regex(/^\d+$/).transform(BigInt)

/**
 * The driver over HTTP. Everything is a person doing what their screen offers; a screen that does not offer it is an
 * answer 409 with the reason.
 */
export function createDriverRoutes(driver: Driver): Hono {
  const app = new Hono()
  const id = randomUUID()
  const body = async <T extends z.ZodType>(c: { req: { json(): Promise<unknown> } }, schema: T) =>
    schema.parse(await c.req.json())
  app.onError((error, c) => {
    const status = error instanceof z.ZodError ? 400 : 409
    const code = error instanceof PersonRefusal ? error.code : 'refused'
    return c.json({ error: error.message, code }, status)
  })

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
      native: bigint.optional(),
      coin: bigint.optional(),
    })
    const { native, coin, ...person } = await body(c, input)
    const funds = {
      ...(native === undefined ? {} : { native }),
      ...(coin === undefined ? {} : { coin }),
    }
    return c.json(await driver.addPerson({ ...person, ...funds }), 201)
  })
  app.get('/people/:person/chats', (c) => c.json(driver.handle(c.req.param('person')).chats()))
  app.get('/people/:person/chats/:chat/messages', (c) =>
    c.json(driver.handle(c.req.param('person')).messages(Number(c.req.param('chat')))),
  )
  app.post('/people/:person/say', async (c) => {
    const input = await body(c, z.object({ chat, text: z.string() }))
    return c.json(driver.handle(c.req.param('person')).sendText(input.chat, input.text))
  })
  app.post('/people/:person/photo', async (c) => {
    const input = await body(
      c,
      z.object({ chat, base64: z.string(), caption: z.string().default('') }),
    )
    const bytes = Buffer.from(input.base64, 'base64')
    return c.json(
      await driver.handle(c.req.param('person')).sendPhoto(input.chat, bytes, input.caption),
    )
  })
  app.post('/people/:person/press', async (c) => {
    const input = await body(c, z.object({ chat, message, label }))
    return c.json(await driver.press(c.req.param('person'), input.chat, input.message, input.label))
  })
  app.post('/people/:person/open', async (c) => {
    const { url } = await body(c, z.object({ url: z.string().max(4096) }))
    return c.json(await driver.open(c.req.param('person'), url))
  })
  app.post('/people/:person/chat', async (c) => {
    const input = await body(c, z.object({ chat }))
    return c.json(driver.handle(c.req.param('person')).openChat(input.chat))
  })
  app.post('/people/:person/key', async (c) => {
    const input = await body(c, z.object({ chat, label }))
    return c.json(driver.handle(c.req.param('person')).pressKey(input.chat, input.label))
  })
  app.post('/people/:person/start', async (c) => {
    const input = await body(c, z.object({ chat }))
    return c.json(driver.handle(c.req.param('person')).start(input.chat))
  })
  app.post('/people/:person/forward', async (c) => {
    const input = await body(c, z.object({ chat, message, to: chat }))
    const { forward } = driver.handle(c.req.param('person'))
    return c.json(forward(input.chat, input.message, input.to))
  })
  app.post('/people/:person/delete', async (c) => {
    const input = await body(c, z.object({ chat, message }))
    driver.handle(c.req.param('person')).deleteMessage(input.chat, input.message)
    return c.json({ ok: true })
  })
  app.post('/people/:person/inline', async (c) => {
    const input = await body(c, z.object({ chat, text: z.string() }))
    return c.json(await driver.inline(c.req.param('person'), input.chat, input.text))
  })
  app.post('/people/:person/choose', async (c) => {
    const input = await body(c, z.object({ strip: z.string(), index: z.number().int() }))
    return c.json(await driver.handle(c.req.param('person')).chooseInline(input.strip, input.index))
  })
  app.post('/people/:person/scan', async (c) => {
    const screen = await body(c, z.object({ person: z.string(), chat, message }))
    return c.json(await driver.scan(c.req.param('person'), screen))
  })

  const wallets = driver.world.wallets
  app.get('/people/:person/wallet', async (c) => c.json(await wallets.view(c.req.param('person'))))
  app.post('/people/:person/wallet/decide', async (c) => {
    const input = z.object({ prompt: z.string(), action: z.enum(['approve', 'reject']) })
    const { prompt, action } = await body(c, input)
    await wallets.decide(c.req.param('person'), prompt, action)
    return c.json({ ok: true })
  })
  app.post('/people/:person/wallet/policy', async (c) => {
    const change = await body(c, policySchema.partial().extend({ reset: z.boolean().optional() }))
    const given = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    )
    return c.json(await wallets.policy(c.req.param('person'), given))
  })
  app.post('/people/:person/wallet/release', async (c) => {
    await wallets.release(c.req.param('person'))
    return c.json({ ok: true })
  })
  app.post('/people/:person/wallet/disconnect', async (c) => {
    const { topic } = await body(c, z.object({ topic: z.string() }))
    await wallets.disconnect(c.req.param('person'), topic)
    return c.json({ ok: true })
  })

  app.post('/bot/kill', async (c) => {
    await driver.killBot()
    return c.json({ ok: true })
  })
  app.post('/bot/start', async (c) => {
    const environment = await body(c, z.record(z.string(), z.string()))
    for (const key of Object.keys(driver.world.botEnvironment))
      delete driver.world.botEnvironment[key]
    Object.assign(driver.world.botEnvironment, environment)
    await driver.startBot()
    return c.json({ ok: true })
  })
  app.post('/bot/failpoint', async (c) => {
    const { at } = await body(c, z.object({ at: z.string().nullable() }))
    driver.world.failpoints.set(at)
    return c.json({ passed: driver.world.failpoints.passed() })
  })
  app.post('/chain/reorganise', async (c) => {
    const input = z.object({ depth: z.number().int().positive(), keepTransactions: z.boolean() })
    return c.json(await driver.reorganise(await body(c, input)))
  })
  app.post('/chain/mine', async (c) => {
    await driver.world.chain.mine()
    return c.json({ ok: true })
  })
  app.post('/chain/advance', async (c) => {
    const { seconds } = await body(c, z.object({ seconds: z.number().int().positive() }))
    await driver.world.chain.advance(seconds)
    return c.json({ ok: true })
  })
  app.post('/relay', async (c) => {
    const { on } = await body(c, z.object({ on: z.boolean() }))
    await driver.setRelay(on)
    return c.json({ ok: true })
  })
  return app
}
