import type { Hono } from 'hono'
import { z } from 'zod'
import type { Driver } from './driver.ts'
import { base64, chat, label, message, user } from './fields.ts'
import { readBody } from './read-body.ts'

const caption = z.string().default('')
const replyTo = message.optional()

function optionsOf(reply: number | undefined): { replyTo?: number } {
  return reply === undefined ? {} : { replyTo: reply }
}

/** Writing and sending, by people. */
export function addMessageRoutes(app: Hono, { handle, tallies }: Driver): void {
  /** Something sent that may carry words. */
  const countSent = (person: string, words: string) => {
    tallies.count(person, 'sent')
    if (words !== '') tallies.count(person, 'typed')
  }

  app.post('/people/:person/say', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat, text: z.string(), replyTo }))
    const sent = handle(person).sendText(input.chat, input.text, optionsOf(input.replyTo))
    tallies.count(person, 'typed')
    return c.json(sent)
  })
  app.post('/people/:person/photo', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat, base64, caption, replyTo }))
    const options = optionsOf(input.replyTo)
    const { sendPhoto } = handle(person)
    const sent = await sendPhoto(input.chat, input.base64, input.caption, options)
    countSent(person, input.caption)
    return c.json(sent)
  })
  app.post('/people/:person/album', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat, pictures: z.array(base64), caption }))
    const sent = await handle(person).sendAlbum(input.chat, input.pictures, input.caption)
    countSent(person, input.caption)
    return c.json(sent)
  })
  app.post('/people/:person/file', async (c) => {
    const person = c.req.param('person')
    const mimeType = z.string().default('application/octet-stream')
    const schema = z.object({ chat, base64, name: label, mimeType, caption, replyTo })
    const input = await readBody(c, schema)
    const sent = handle(person).sendFile(
      input.chat,
      input.base64,
      { name: input.name, mimeType: input.mimeType, caption: input.caption },
      optionsOf(input.replyTo),
    )
    countSent(person, input.caption)
    return c.json(sent)
  })
  app.post('/people/:person/screenshot', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat, message, to: chat, caption }))
    const from = { chatId: input.chat, messageId: input.message }
    const sent = await handle(person).screenshot(from, input.to, input.caption)
    countSent(person, input.caption)
    return c.json(sent)
  })
  app.post('/people/:person/edit', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat, message, text: z.string() }))
    const edited = handle(person).editText(input.chat, input.message, input.text)
    tallies.count(person, 'typed')
    return c.json(edited)
  })
  app.post('/people/:person/forward', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat, message, to: chat }))
    const sent = handle(person).forward(input.chat, input.message, input.to)
    tallies.count(person, 'taps')
    return c.json(sent)
  })
  app.post('/people/:person/delete', async (c) => {
    const input = await readBody(c, z.object({ chat, message }))
    handle(c.req.param('person')).deleteMessage(input.chat, input.message)
    return c.json({ ok: true })
  })
  app.post('/people/:person/contacts', async (c) => {
    const input = await readBody(c, z.object({ chat, label }))
    return c.json(handle(c.req.param('person')).contacts(input.chat, input.label))
  })
  app.post('/people/:person/share-users', async (c) => {
    const person = c.req.param('person')
    const input = await readBody(c, z.object({ chat, label, users: z.array(user) }))
    const sent = handle(person).shareUsers(input.chat, input.label, input.users)
    // The key itself, and each of the people.
    tallies.count(person, 'taps', 1 + input.users.length)
    return c.json(sent)
  })
}
