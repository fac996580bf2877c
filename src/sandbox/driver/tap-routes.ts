import type { Hono } from 'hono'
import { z } from 'zod'
import type { Driver } from './driver.ts'
import { chat, label, message } from './fields.ts'
import { readBody } from './read-body.ts'

/** Pressing, opening, choosing and scanning, by people. */
export function addTapRoutes(app: Hono, driver: Driver): void {
  const { handle, tallies } = driver
  const screen = z.object({ person: z.string(), chat, message })

  app.post('/people/:person/press', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat, message, label }))
    const pressed = await driver.press(person, input.chat, input.message, input.label)
    tallies.count(person, 'taps')
    return c.json(pressed)
  })
  app.post('/people/:person/key', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat, label }))
    const sent = handle(person).pressKey(input.chat, input.label)
    tallies.count(person, 'taps')
    return c.json(sent)
  })
  app.post('/people/:person/start', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat }))
    const sent = handle(person).start(input.chat)
    tallies.count(person, 'taps')
    return c.json(sent)
  })
  app.post('/people/:person/open', async (c) => {
    const { url } = await readBody(c, z.object({ url: z.string().max(4096) }))
    return c.json(await driver.open(c.req.param('person'), url))
  })
  app.post('/people/:person/chat', async (c) => {
    const input = await readBody(c, z.object({ chat }))
    return c.json(handle(c.req.param('person')).openChat(input.chat))
  })
  app.post('/people/:person/inline', async (c) => {
    const input = await readBody(c, z.object({ chat, text: z.string() }))
    return c.json(await driver.inline(c.req.param('person'), input.chat, input.text))
  })
  app.post('/people/:person/share', async (c) => {
    const input = await readBody(c, z.object({ chat, message, label, to: chat }))
    return c.json(await driver.share(c.req.param('person'), input, input.to))
  })
  app.post('/people/:person/choose', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ strip: z.string(), index: z.number().int() }))
    const sent = await handle(person).chooseInline(input.strip, input.index)
    tallies.count(person, 'taps')
    return c.json(sent)
  })
  app.post('/people/:person/inline-button', async (c) => {
    const person = c.req.param('person')
    const { strip } = await readBody(c, z.object({ strip: z.string() }))
    const opened = handle(person).pressInlineButton(strip)
    tallies.count(person, 'taps')
    return c.json(opened)
  })
  app.post('/people/:person/scan', async (c) =>
    c.json(await driver.scan(c.req.param('person'), await readBody(c, screen))),
  )
  app.post('/people/:person/camera', async (c) => {
    handle(c.req.param('person'))
    return c.json({ text: await driver.read(await readBody(c, screen)) })
  })
  app.get('/people/:person/tally', (c) => {
    handle(c.req.param('person'))
    return c.json(tallies.of(c.req.param('person')))
  })
  app.post('/people/:person/tally/reset', (c) => {
    handle(c.req.param('person'))
    return c.json(tallies.reset(c.req.param('person')))
  })
}
