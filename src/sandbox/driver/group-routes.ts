import type { Hono } from 'hono'
import { z } from 'zod'
import type { Driver } from './driver.ts'
import { chat, label, user } from './fields.ts'
import { readBody } from './read-body.ts'

/** Groups, and blocking the bot, by people. */
export function addGroupRoutes(app: Hono, { handle }: Driver): void {
  const member = z.object({ chat, user })

  app.post('/people/:person/block', async (c) => {
    const input = await readBody(c, z.object({ user, on: z.boolean() }))
    const { block, unblock } = handle(c.req.param('person'))
    if (input.on) block(input.user)
    else unblock(input.user)
    return c.json({ ok: true })
  })
  app.post('/people/:person/groups', async (c) => {
    const kind = z.enum(['group', 'supergroup']).default('supergroup')
    const input = await readBody(c, z.object({ title: label, members: z.array(user), kind }))
    const made = handle(c.req.param('person')).createGroup(input.title, input.members, input.kind)
    return c.json(made, 201)
  })
  app.post('/people/:person/groups/add', async (c) => {
    const payload = z.string().optional()
    const input = await readBody(c, member.extend({ payload }))
    const options = input.payload === undefined ? {} : { payload: input.payload }
    handle(c.req.param('person')).addToGroup(input.chat, input.user, options)
    return c.json({ ok: true })
  })
  app.post('/people/:person/groups/administrator', async (c) => {
    const input = await readBody(c, member.extend({ on: z.boolean() }))
    handle(c.req.param('person')).setAdministrator(input.chat, input.user, input.on)
    return c.json({ ok: true })
  })
  app.post('/people/:person/groups/mute', async (c) => {
    const input = await readBody(c, member.extend({ on: z.boolean() }))
    handle(c.req.param('person')).mute(input.chat, input.user, input.on)
    return c.json({ ok: true })
  })
  app.post('/people/:person/groups/remove', async (c) => {
    const input = await readBody(c, member)
    handle(c.req.param('person')).removeFromGroup(input.chat, input.user)
    return c.json({ ok: true })
  })
  app.post('/people/:person/groups/delete', async (c) => {
    const input = await readBody(c, z.object({ chat }))
    handle(c.req.param('person')).deleteGroup(input.chat)
    return c.json({ ok: true })
  })
  app.post('/people/:person/groups/upgrade', async (c) => {
    const input = await readBody(c, z.object({ chat }))
    return c.json(handle(c.req.param('person')).upgradeGroup(input.chat))
  })
}
