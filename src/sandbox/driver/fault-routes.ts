import type { Hono } from 'hono'
import { z } from 'zod'
import type { Driver } from './driver.ts'
import { readBody } from './read-body.ts'

const common = {
  method: z.string().optional(),
  chatId: z.number().int().optional(),
  times: z.number().int().positive().optional(),
}
const fault = z.discriminatedUnion('type', [
  z.object({ type: z.literal('flood'), retryAfter: z.number().int().positive(), ...common }),
  z.object({
    type: z.literal('refuse'),
    code: z.number().int().min(400).max(599),
    description: z.string(),
    ...common,
  }),
  z.object({ type: z.literal('drop-answer'), ...common }),
  z.object({ type: z.literal('delay-answer'), ms: z.number().int().positive(), ...common }),
])

/** What goes wrong on purpose: with the bot's process, Telegram, the chain, the relay. */
export function addFaultRoutes(app: Hono, driver: Driver): void {
  const { world } = driver

  app.post('/bot/kill', async (c) => {
    await driver.killBot()
    return c.json({ ok: true })
  })
  app.post('/bot/start', async (c) => {
    const environment = await readBody(c, z.record(z.string(), z.string()))
    for (const key of Object.keys(world.botEnvironment)) delete world.botEnvironment[key]
    Object.assign(world.botEnvironment, environment)
    await driver.startBot()
    return c.json({ ok: true })
  })
  app.post('/bot/failpoint', async (c) => {
    const { places } = await readBody(c, z.object({ places: z.array(z.string()) }))
    const { failpoints } = world
    const found = { passed: failpoints.passed(), left: failpoints.left() }
    failpoints.set(places)
    return c.json(found)
  })
  app.post('/telegram/fault', async (c) => {
    const given = await readBody(c, fault)
    world.telegram.faults.add(
      Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as Parameters<typeof world.telegram.faults.add>[0],
    )
    return c.json({ ok: true })
  })
  app.post('/telegram/faults/clear', (c) => {
    world.telegram.faults.clear()
    return c.json({ ok: true })
  })
  app.post('/telegram/strict', async (c) => {
    const { on } = await readBody(c, z.object({ on: z.boolean() }))
    world.telegram.setStrictLimits(on)
    return c.json({ ok: true })
  })
  app.post('/telegram/unruly', async (c) => {
    const { on } = await readBody(c, z.object({ on: z.boolean() }))
    world.bot.setUnruly(on)
    return c.json({ ok: true })
  })
  app.post('/chain/reorganise', async (c) => {
    const input = z.object({ depth: z.number().int().positive(), keepTransactions: z.boolean() })
    return c.json(await driver.reorganise(await readBody(c, input)))
  })
  app.post('/chain/mine', async (c) => {
    await world.chain.mine()
    return c.json({ ok: true })
  })
  app.post('/chain/advance', async (c) => {
    const { seconds } = await readBody(c, z.object({ seconds: z.number().int().positive() }))
    await world.chain.advance(seconds)
    return c.json({ ok: true })
  })
  app.post('/relay', async (c) => {
    const { on } = await readBody(c, z.object({ on: z.boolean() }))
    await driver.setRelay(on)
    return c.json({ ok: true })
  })
}
