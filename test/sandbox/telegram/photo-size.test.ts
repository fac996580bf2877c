import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type BotApiServer, createBotApiServer } from '../../../src/sandbox/telegram/server.ts'
import { createTelegram } from '../../../src/sandbox/telegram/telegram.ts'

const TOO_MANY_BYTES = 10 * 1024 * 1024 + 1
const telegram = createTelegram()
const bot = telegram.createBot({ name: 'Scrip', username: 'scrip_bot' })
const person = telegram.createPerson({ firstName: 'Ben' })
let server: BotApiServer
before(async () => {
  server = await createBotApiServer({ telegram })
  const opened = person.openLink(`https://t.me/${bot.username}`)
  if (opened.type === 'chat') person.start(opened.chatId)
})
after(() => server.close())

test('sendPhoto refuses a photo of more than 10 MB', async () => {
  const form = new FormData()
  form.set('chat_id', String(person.id))
  form.set('photo', new Blob([new Uint8Array(TOO_MANY_BYTES)]), 'big.jpg')
  const response = await fetch(`${server.url}/bot${bot.token}/sendPhoto`, {
    method: 'POST',
    body: form,
  })

  assert.equal(response.status, 400)
  const { description } = (await response.json()) as { description: string }
  assert.equal(description, 'Bad Request: too big photo')
})
