import type { Hono } from 'hono'
import { z } from 'zod'
import { policySchema } from '../wallets/policy.ts'
import type { Driver } from './driver.ts'
import { readBody } from './read-body.ts'

/** People's wallets. */
export function addWalletRoutes(app: Hono, { world, tallies }: Driver): void {
  const { wallets } = world
  app.get('/people/:person/wallet', async (c) => c.json(await wallets.view(c.req.param('person'))))
  app.post('/people/:person/wallet/decide', async (c) => {
    const person = c.req.param('person')
    const input = z.object({ prompt: z.string(), action: z.enum(['approve', 'reject']) })
    const { prompt, action } = await readBody(c, input)
    await wallets.decide(person, prompt, action)
    tallies.count(person, 'taps')
    return c.json({ ok: true })
  })
  app.post('/people/:person/wallet/policy', async (c) => {
    const schema = policySchema.partial().extend({ reset: z.boolean().optional() })
    const change = await readBody(c, schema)
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
    const { topic } = await readBody(c, z.object({ topic: z.string() }))
    await wallets.disconnect(c.req.param('person'), topic)
    return c.json({ ok: true })
  })
}
