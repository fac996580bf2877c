import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, test } from 'node:test'
import { createTestWorld, type Json, picture, type TestWorld } from './world.ts'

let world: TestWorld

beforeEach(async () => {
  world = await createTestWorld()
  await world.drain()
})
afterEach(() => world.server.close())

function article(id: string, text: string, more: Json = {}): Json {
  return {
    type: 'article',
    id,
    title: text,
    input_message_content: { message_text: text },
    ...more,
  }
}

const claim = { inline_keyboard: [[{ text: 'Claim', callback_data: 'c' }]] }

/** Types for a person and answers for the bot. */
async function ask(chatId: number, query: string, answer: Json, who = world.mia) {
  const typing = who.typeInline(chatId, `@scrip_bot ${query}`)
  const [update] = await world.drain()
  if (update) {
    const id = update.inline_query.id
    const { body } = await world.call('answerInlineQuery', { inline_query_id: id, ...answer })
    assert.equal(body.ok, true, body.description)
  }
  return { update, strip: await typing }
}

test('a chosen result goes out via the bot into a chat the bot is not in, and is edited there', async () => {
  const { mia, tom, call, drain } = world
  const { update, strip } = await ask(tom.id, 'tea', {
    results: [article('a', 'plain'), article('b', '<b>Tea</b>', { reply_markup: claim })],
    cache_time: 0,
  })
  assert.equal(update.inline_query.query, 'tea')
  assert.equal(update.inline_query.chat_type, 'private')
  assert.deepEqual(
    strip.results.map(({ title }) => title),
    ['plain', '<b>Tea</b>'],
  )

  const sent = await mia.chooseInline(strip.id, 1)
  assert.equal(sent.via, 'scrip_bot')
  const [chosen, ...rest] = await drain()
  const { inline_message_id, result_id } = chosen.chosen_inline_result
  assert.equal(result_id, 'b')
  assert.deepEqual(rest, [])

  const press = tom.press(mia.id, sent.messageId, 'Claim')
  const [tap] = await drain()
  assert.equal(tap.callback_query.inline_message_id, inline_message_id)
  assert.equal(tap.callback_query.message, undefined)
  await call('answerCallbackQuery', { callback_query_id: tap.callback_query.id })
  assert.equal((await press).type, 'answered')

  const edited = await call('editMessageText', { inline_message_id, text: 'claimed by Tom' })
  assert.equal(edited.result, true)
  assert.equal(tom.messages(mia.id).at(-1)?.text, 'claimed by Tom')
  assert.deepEqual(tom.messages(mia.id).at(-1)?.buttons, [])
  const same = await call('editMessageText', { inline_message_id, text: 'claimed by Tom' })
  assert.match(same.body.description, /message is not modified/)
})

test('without a keyboard there is no inline message id, and without feedback no word of the choice', async () => {
  const { mia, tom, bot, drain } = world
  const first = await ask(tom.id, 'x', { results: [article('a', 'x')], cache_time: 0 })
  await mia.chooseInline(first.strip.id, 0)
  const [chosen] = await drain()
  assert.equal(chosen.chosen_inline_result.inline_message_id, undefined)

  bot.configure({ inlineFeedback: false })
  const second = await ask(tom.id, 'x', { results: [article('a', 'x')], cache_time: 0 })
  await mia.chooseInline(second.strip.id, 0)
  assert.deepEqual(await drain(), [])
  bot.configure({ inlineMode: false })
  await assert.rejects(mia.typeInline(tom.id, '@scrip_bot x'), /no-inline-mode/)
})

test('results are kept for everyone, or for one person when personal', async () => {
  const { mia, tom } = world
  await ask(tom.id, 'shared', { results: [article('a', 'shared')] })
  const shared = await ask(mia.id, 'shared', {}, tom)
  assert.equal(shared.update, undefined)
  assert.equal(shared.strip.results.length, 1)

  await ask(tom.id, 'mine', { results: [article('a', 'mine')], is_personal: true })
  assert.equal((await ask(tom.id, 'mine', {})).update, undefined)
  const other = await ask(mia.id, 'mine', { results: [] }, tom)
  assert.equal(other.update.inline_query.from.id, tom.id)
})

test('the button above the results opens the private chat with START', async () => {
  const { tom, mia, bot } = world
  const { strip } = await ask(
    mia.id,
    '',
    { results: [], button: { text: 'Connect', start_parameter: 'bind' }, cache_time: 0 },
    tom,
  )
  assert.equal(strip.button, 'Connect')
  assert.deepEqual(tom.pressInlineButton(strip.id), { chatId: bot.id, canStart: true })
  assert.equal(tom.start(bot.id).text, '/start bind')
})

test('a photo by address is fetched when chosen; one that cannot be had is not sent', async () => {
  const { mia, tom } = world
  const jpeg = await picture(400, 300)
  const web = createServer((request, response) => {
    response.statusCode = request.url === '/gone.jpg' ? 404 : 200
    response.setHeader('content-type', 'image/jpeg')
    response.end(jpeg)
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  const photo = (id: string) => ({
    type: 'photo',
    id,
    photo_url: `${base}/${id}.jpg`,
    thumbnail_url: `${base}/${id}.jpg`,
    caption: '*tea*',
    parse_mode: 'MarkdownV2',
    reply_markup: claim,
  })
  const { strip } = await ask(tom.id, 'pic', { results: [photo('tea'), photo('gone')] })
  await assert.rejects(mia.chooseInline(strip.id, 1), /bad-picture/)
  const sent = await mia.chooseInline(strip.id, 0)
  web.close()
  assert.deepEqual([sent.photo?.width, sent.photo?.height, sent.text], [400, 300, 'tea'])
})
