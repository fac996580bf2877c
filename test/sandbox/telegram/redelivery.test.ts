import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, test } from 'node:test'
import { createFakeClock, createTestWorld, type Json, type TestWorld } from './world.ts'

let clock: ReturnType<typeof createFakeClock>
let world: TestWorld
let offset: number

beforeEach(async () => {
  offset = 0
  clock = createFakeClock()
  world = await createTestWorld({ clock })
  world.tom.openLink('https://t.me/scrip_bot')
  world.tom.start(world.bot.id)
  await world.drain()
})
afterEach(() => world.server.close())

/** Takes what waits and confirms it, with time between two polls that keeps the spin guard out of it. */
async function take(): Promise<Json[]> {
  clock.advance(4000)
  const { result } = await world.call('getUpdates', { offset })
  offset = Math.max(offset, ...result.map(({ update_id }: Json) => update_id + 1))
  return result
}

const texts = (updates: Json[]) =>
  updates.map(({ message, callback_query }) => message?.text ?? callback_query?.data)

test('turned unruly, every update comes exactly twice, until turned orderly again', async () => {
  const { mia, bot } = world
  bot.setUnruly(true)
  mia.sendText(bot.id, 'one')
  mia.sendText(bot.id, 'two')
  const first = await take()
  const second = await take()
  assert.deepEqual(texts(first), ['one', 'two'])
  assert.deepEqual(second, first)
  assert.deepEqual(await take(), [])
  bot.setUnruly(false)
  mia.sendText(bot.id, 'three')
  assert.deepEqual(texts(await take()), ['three'])
  assert.deepEqual(await take(), [])
})

test('a press overtakes a message, and another person’s message overtakes it; inside a chat the order stays', async () => {
  const { mia, tom, bot, call } = world
  const { result } = await call('sendMessage', {
    chat_id: mia.id,
    text: 'card',
    reply_markup: { inline_keyboard: [[{ text: 'Buy', callback_data: 'press' }]] },
  })
  bot.setUnruly(true)
  mia.sendText(bot.id, 'one')
  mia.sendText(bot.id, 'two')
  void mia.press(bot.id, result.message_id, 'Buy')
  assert.deepEqual(texts(await take()), ['press', 'one', 'two'])
  await take()
  mia.sendText(bot.id, 'mia')
  tom.sendText(bot.id, 'tom')
  const updates = await take()
  assert.deepEqual(texts(updates), ['tom', 'mia'])
  const ids = updates.map(({ update_id }) => update_id)
  assert.deepEqual(ids, ids.toSorted(), 'numbers still grow in the order of delivery')
})

test('what nobody overtakes comes after a moment, and at once when turned orderly', async () => {
  const { mia, bot } = world
  bot.setUnruly(true)
  mia.sendText(bot.id, 'held')
  assert.equal(bot.pendingUpdates(), 0)
  clock.advance(149)
  assert.equal(bot.pendingUpdates(), 0)
  clock.advance(1)
  assert.equal(bot.pendingUpdates(), 1)
  mia.sendText(bot.id, 'held too')
  bot.setUnruly(false)
  assert.equal(bot.pendingUpdates(), 2)
})

test('a webhook gets an update twice as well', async () => {
  const { mia, bot, call } = world
  const seen: number[] = []
  let wake = () => {}
  const hook = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    seen.push((JSON.parse(text) as Json).update_id)
    response.end()
    wake()
  })
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`
  await call('setWebhook', { url })
  bot.duplicateNextUpdates(1)
  mia.sendText(bot.id, 'one')
  mia.sendText(bot.id, 'two')
  while (seen.length < 3 || bot.pendingUpdates() > 0) {
    await Promise.race([
      new Promise<void>((resolve) => {
        wake = resolve
      }),
      new Promise((resolve) => setImmediate(resolve)),
    ])
  }
  hook.closeAllConnections()
  hook.close()
  const [one, again, two] = seen
  assert.deepEqual(seen, [one, one, two])
  assert.equal(again, one)
  assert.notEqual(two, one)
})

test('updates that are dropped are dropped for good, the second time included', async () => {
  const { mia, bot, call } = world
  bot.duplicateNextUpdates(1)
  mia.sendText(bot.id, 'one')
  assert.deepEqual(texts(await take()), ['one'])
  await call('deleteWebhook', { drop_pending_updates: true })
  assert.deepEqual(await take(), [])
})

test('an update that died is not delivered a second time', async () => {
  const { mia, bot } = world
  bot.duplicateNextUpdates(1)
  mia.sendText(bot.id, 'one')
  assert.deepEqual(texts(await take()), ['one'])
  clock.advance(86_400_000)
  assert.deepEqual(await take(), [])
})

test('queries die early: an inline query after 30 s, a chosen result after ten minutes', async () => {
  const { mia, bot, call } = world
  const typing = mia.typeInline(bot.id, '@scrip_bot tea')
  const [{ inline_query }] = await take()
  const article = {
    type: 'article',
    id: 'a',
    title: 'x',
    input_message_content: { message_text: 'x' },
  }
  await call('answerInlineQuery', {
    inline_query_id: inline_query.id,
    results: [article],
    cache_time: 0,
  })
  const strip = await typing

  await mia.chooseInline(strip.id, 0)
  clock.advance(590_000)
  assert.equal(world.bot.pendingUpdates(), 2, 'the message is waiting beside it')
  clock.advance(10_000)
  assert.deepEqual(
    (await take()).map(({ chosen_inline_result }) => chosen_inline_result),
    [undefined],
  )
  void mia.typeInline(bot.id, '@scrip_bot tea')
  clock.advance(30_000)
  assert.deepEqual(await take(), [])
})

test('an answer may come late, after the method did its work', async () => {
  world.telegram.faults.add({ type: 'delay-answer', method: 'sendMessage', ms: 5000 })
  const sending = world.call('sendMessage', { chat_id: world.mia.id, text: 'late' })
  while (world.mia.messages(world.bot.id).at(-1)?.text !== 'late') {
    await new Promise((resolve) => setImmediate(resolve))
  }
  const early = await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, 50))])
  assert.equal(early, undefined)
  clock.advance(5000)
  assert.equal((await sending).result.text, 'late')
})
