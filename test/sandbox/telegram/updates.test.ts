import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { createFakeClock, createTestWorld, type Json, type TestWorld } from './world.ts'

let clock: ReturnType<typeof createFakeClock>
let world: TestWorld

beforeEach(async () => {
  clock = createFakeClock()
  world = await createTestWorld({ clock })
})
afterEach(() => world.server.close())

const ids = (answer: { result: Json }) => answer.result.map((update: Json) => update.update_id)
const texts = (answer: { result: Json }) => answer.result.map(({ message }: Json) => message.text)

/** Asks with enough time between two polls that the spin guard stays out of it. */
async function poll(parameters: Json = {}) {
  clock.advance(4000)
  return await world.call('getUpdates', parameters)
}

/** Resolves once the server holds a waiting poll. */
async function untilPolling(pollers = 1) {
  while (clock.waiting() < pollers) await new Promise((resolve) => setImmediate(resolve))
}

test('an update comes again until a higher offset confirms it', async () => {
  world.mia.sendText(world.bot.id, 'one')
  const first = await poll()
  const again = await poll()
  const confirmed = await poll({ offset: ids(first)[1] })
  const rest = await poll()

  assert.deepEqual(texts(first), ['/start', 'one'])
  assert.deepEqual(ids(again), ids(first))
  assert.deepEqual(texts(confirmed), ['one'])
  assert.deepEqual(texts(rest), ['one'])
  assert.equal(ids(first)[1], ids(first)[0] + 1)
})

test('a negative offset keeps the last and forgets the rest', async () => {
  for (const text of ['one', 'two', 'three']) world.mia.sendText(world.bot.id, text)
  assert.deepEqual(texts(await poll({ offset: -2 })), ['two', 'three'])
  assert.deepEqual(texts(await poll()), ['two', 'three'])
})

test('the limit lies between one and a hundred', async () => {
  for (let i = 0; i < 120; i++) world.mia.sendText(world.bot.id, `${i}`)
  assert.equal((await poll({ limit: 0 })).result.length, 1)
  assert.equal((await poll({ limit: 1000 })).result.length, 100)
})

test('asking again at once gives one update only', async () => {
  for (const text of ['one', 'two']) world.mia.sendText(world.bot.id, text)
  assert.equal((await poll()).result.length, 3)
  assert.equal((await world.call('getUpdates')).result.length, 1)
})

test('asking again at once without a timeout waits three seconds for something new', async () => {
  const [last] = ids(await poll({ offset: -1 }))
  await poll({ offset: last + 1 })
  const before = clock.waiting()
  const again = world.call('getUpdates', { offset: last + 1 })
  await untilPolling(before + 1)
  clock.advance(2999)
  assert.equal(clock.waiting(), before + 1)
  clock.advance(1)
  assert.deepEqual((await again).result, [])
})

test('a waiting poll ends when something arrives, and empty when its time is over', async () => {
  const [last] = ids(await poll({ offset: -1 }))
  clock.advance(4000)
  const waiting = world.call('getUpdates', { offset: last + 1, timeout: 30 })
  await untilPolling()
  world.mia.sendText(world.bot.id, 'now')
  assert.deepEqual(texts(await waiting), ['now'])

  clock.advance(4000)
  const idle = world.call('getUpdates', { offset: last + 2, timeout: 90 })
  await untilPolling()
  clock.advance(50_000)
  assert.deepEqual((await idle).result, [])
})

test('a second poll ends the first with 409, and a webhook ends any', async () => {
  const [last] = ids(await poll({ offset: -1 }))
  const offset = last + 1
  clock.advance(4000)
  const first = world.call('getUpdates', { offset, timeout: 30 })
  await untilPolling()
  clock.advance(4000)
  const second = world.call('getUpdates', { offset, timeout: 30 })

  const ended = await first
  assert.equal(ended.status, 409)
  assert.equal(
    ended.body.description,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  )

  clock.advance(4000)
  await world.call('setWebhook', { url: 'http://127.0.0.1:9/hook' })
  assert.equal((await second).body.description, 'Conflict: terminated by setWebhook request')
})

test('a second conflict within three seconds is answered three seconds late', async () => {
  clock.advance(4000)
  await world.call('setWebhook', { url: 'http://127.0.0.1:9/hook' })
  const text =
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
  assert.equal((await world.call('getUpdates')).body.description, text)
  const before = clock.waiting()
  const late = world.call('getUpdates')
  await untilPolling(before + 1)
  clock.advance(3000)
  assert.equal((await late).body.description, text)
})

test('kinds of update stay chosen until others are', async () => {
  await poll({ offset: -1, allowed_updates: ['callback_query'] })
  world.mia.sendText(world.bot.id, 'unheard')
  assert.equal((await poll({ offset: 1 })).result.length, 1)
  await poll({ allowed_updates: [] })
  world.mia.sendText(world.bot.id, 'heard')
  assert.deepEqual(texts(await poll()).slice(1), ['heard'])
})

test('updates die: a press after 150 s, a message after a day', async () => {
  const { result } = await world.call('sendMessage', {
    chat_id: world.mia.id,
    text: 'card',
    reply_markup: { inline_keyboard: [[{ text: 'Buy', callback_data: 'b' }]] },
  })
  const press = world.mia.press(world.bot.id, result.message_id, 'Buy')
  const update = (await poll({ offset: -1 })).result[0]
  const id = update.callback_query.id
  clock.advance(151_000)

  assert.deepEqual(await press, { type: 'unanswered' })
  assert.deepEqual((await poll()).result, [])
  const late = await world.call('answerCallbackQuery', { callback_query_id: id })
  assert.equal(
    late.body.description,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  )

  world.mia.sendText(world.bot.id, 'old')
  clock.advance(86_401_000)
  assert.deepEqual((await poll()).result, [])
})

test('old things end: a message cannot be deleted after 48 h, nor a file fetched after one', async () => {
  const { mia, bot, call, server } = world
  const { result } = await call('sendMessage', { chat_id: mia.id, text: 'old' })
  mia.sendFile(bot.id, Buffer.from('x'), { name: 'x.txt', mimeType: 'text/plain' })
  const [{ message }] = (await poll({ offset: -1 })).result
  const file = await call('getFile', { file_id: message.document.file_id })
  const fetchFile = async () =>
    (await fetch(`${server.url}/file/bot${bot.token}/${file.result.file_path}`)).status
  assert.equal(await fetchFile(), 200)
  clock.advance(3_600_000)
  assert.equal(await fetchFile(), 404)

  clock.advance(48 * 3_600_000)
  const { body } = await call('deleteMessage', { chat_id: mia.id, message_id: result.message_id })
  assert.equal(body.description, "Bad Request: message can't be deleted")
})

test('an update can be delivered twice, confirmed or not', async () => {
  world.bot.duplicateNextUpdates(1)
  const first = await poll()
  const second = await poll({ offset: ids(first)[0] + 1 })
  const third = await poll()
  assert.deepEqual(ids(second), ids(first))
  assert.deepEqual(third.result, [])

  assert.equal(world.bot.deliverAgain(ids(first)[0]), true)
  assert.deepEqual(ids(await poll()), ids(first))
  assert.equal(world.bot.deliverAgain(1), false)
})
