import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, test } from 'node:test'
import { createFakeClock, createTestWorld, type Json, type TestWorld } from './world.ts'

type Delivery = {
  headers: IncomingHttpHeaders
  update: Json
  reply: (status: number, body?: Json) => void
}

let clock: ReturnType<typeof createFakeClock>
let world: TestWorld
let url: string
let hook: ReturnType<typeof createServer>
let arrived: Delivery[]
let wake: () => void

beforeEach(async () => {
  clock = createFakeClock()
  world = await createTestWorld({ clock })
  arrived = []
  wake = () => {}
  hook = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    const reply = (status: number, body?: Json) => {
      response.writeHead(status, { 'content-type': 'application/json', ...body?.headers })
      response.end(body ? JSON.stringify(body.json ?? {}) : '')
    }
    arrived.push({ headers: request.headers, update: JSON.parse(text), reply })
    wake()
  })
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
  await world.drain()
  world.exchanges.length = 0
})
afterEach(async () => {
  hook.closeAllConnections()
  hook.close()
  await world.server.close()
})

async function delivery(index: number): Promise<Delivery> {
  while (arrived.length <= index) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
  return arrived[index]!
}

/** Resolves when the trace has this many lines for deliveries. */
async function untilTraced(count: number): Promise<void> {
  const lines = () =>
    world.exchanges.filter(({ direction, status }) => direction === 'update' && status !== 0)
  while (lines().length < count) await new Promise((resolve) => setImmediate(resolve))
}

test('updates are posted with the secret, and setting the same twice changes nothing', async () => {
  const set = await world.call('setWebhook', { url, secret_token: 'se-cret', max_connections: 5 })
  world.mia.sendText(world.bot.id, 'hello')
  const { headers, update, reply } = await delivery(0)
  reply(204)

  assert.equal(set.body.description, 'Webhook was set')
  assert.equal(headers['x-telegram-bot-api-secret-token'], 'se-cret')
  assert.equal(headers['content-type'], 'application/json')
  assert.equal(update.message.text, 'hello')
  clock.advance(2000)
  const again = await world.call('setWebhook', { url, secret_token: 'se-cret', max_connections: 5 })
  assert.equal(again.body.description, 'Webhook is already set')
  const soon = await world.call('setWebhook', { url: `${url}2` })
  assert.equal(soon.status, 200)
  const tooSoon = await world.call('setWebhook', { url })
  assert.equal(tooSoon.body.description, 'Too Many Requests: retry after 1')
})

test('messages of a chat keep their order while a press overtakes them', async () => {
  const { result } = await world.call('sendMessage', {
    chat_id: world.mia.id,
    text: 'card',
    reply_markup: { inline_keyboard: [[{ text: 'Buy', callback_data: 'b' }]] },
  })
  await world.call('setWebhook', { url })
  world.mia.sendText(world.bot.id, 'one')
  world.mia.sendText(world.bot.id, 'two')
  const press = world.mia.press(world.bot.id, result.message_id, 'Buy')

  const one = await delivery(0)
  const tap = await delivery(1)
  assert.equal(one.update.message.text, 'one')
  assert.equal(tap.update.callback_query.data, 'b')
  tap.reply(200, {
    json: {
      method: 'answerCallbackQuery',
      callback_query_id: tap.update.callback_query.id,
      text: 'ok',
    },
  })
  assert.deepEqual(await press, { type: 'answered', text: 'ok', alert: false, url: null })
  assert.equal(arrived.length, 2)
  one.reply(200)
  assert.equal((await delivery(2)).update.message.text, 'two')
})

test('a failed delivery is repeated at once, then after two seconds, and then as it asks', async () => {
  await world.call('setWebhook', { url })
  world.mia.sendText(world.bot.id, 'stubborn')
  ;(await delivery(0)).reply(500)
  ;(await delivery(1)).reply(500)
  await untilTraced(2)
  const info = await world.call('getWebhookInfo')
  assert.equal(info.result.pending_update_count, 1)
  assert.equal(
    info.result.last_error_message,
    'Wrong response from the webhook: 500 Internal Server Error',
  )
  clock.advance(1999)
  assert.equal(clock.waiting(), 1)
  clock.advance(1)
  const third = await delivery(2)
  third.reply(429, { headers: { 'retry-after': '100' } })
  await untilTraced(3)
  clock.advance(99_000)
  assert.equal(clock.waiting(), 1)
  clock.advance(1000)
  const last = await delivery(3)
  assert.equal(last.update.update_id, third.update.update_id)
  last.reply(200)
  await untilTraced(4)
  assert.equal((await world.call('getWebhookInfo')).result.pending_update_count, 0)
})

test('a webhook taken away leaves its updates to polling', async () => {
  await world.call('setWebhook', { url })
  world.mia.sendText(world.bot.id, 'unanswered')
  await delivery(0)
  const gone = await world.call('deleteWebhook')
  assert.equal(gone.body.description, 'Webhook was deleted')
  assert.equal((await world.call('getUpdates')).result[0].message.text, 'unanswered')
  const none = await world.call('deleteWebhook', { drop_pending_updates: true })
  assert.equal(none.body.description, 'Webhook is already deleted')
  assert.deepEqual((await world.call('getUpdates', { offset: 1 })).result, [])
})

test('outside this machine only https on four ports is taken', async () => {
  const cases = [
    ['http://a.example/x', 'bad webhook: An HTTPS URL must be provided for webhook'],
    [
      'https://a.example:444/x',
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
  ]
  for (const [address, why] of cases) {
    clock.advance(2000)
    const { body } = await world.call('setWebhook', { url: address })
    assert.equal(body.description, `Bad Request: ${why}`)
  }
  const secret = await world.call('setWebhook', { url, secret_token: 'ä' })
  assert.equal(secret.body.description, 'Bad Request: secret token contains unallowed characters')
})
