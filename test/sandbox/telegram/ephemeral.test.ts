import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { PersonRefusal } from '../../../src/sandbox/telegram/person-refusal.ts'
import {
  createFakeClock,
  createTestWorld,
  form,
  type Json,
  picture,
  type TestWorld,
} from './world.ts'

let clock: ReturnType<typeof createFakeClock>
let world: TestWorld
let group: number

beforeEach(async () => {
  clock = createFakeClock()
  world = await createTestWorld({ clock })
  group = world.mia.createGroup('Market', [world.tom.id, world.bot.id]).chatId
  await world.drain()
})
afterEach(() => world.server.close())

const keyboard = { inline_keyboard: [[{ text: 'Buy', callback_data: 'b' }]] }
const refusedAs = (code: string) => (error: unknown) =>
  error instanceof PersonRefusal && error.code === code

/** Tom presses Buy under a post; the bot has the press. */
async function pressed(): Promise<{ post: number; query: string; press: Promise<unknown> }> {
  const { result } = await world.call('sendMessage', {
    chat_id: group,
    text: 'post',
    reply_markup: keyboard,
  })
  const press = world.tom.press(group, result.message_id, 'Buy')
  const updates = await world.drain()
  return { post: result.message_id, query: updates.at(-1).callback_query.id, press }
}

const whisper = (query: string | null, more: Json = {}): Json => ({
  chat_id: group,
  text: 'for Tom',
  reply_markup: keyboard,
  ephemeral_message_parameters: {
    receiver_user_id: world.tom.id,
    ...(query !== null && { callback_query_id: query }),
    ...more,
  },
})
const texts = (who: TestWorld['mia']) => who.messages(group).map(({ text }) => text)

test('the answer to a press is seen by the one who pressed and by nobody else', async () => {
  const { mia, tom, call, telegram } = world
  const { query } = await pressed()
  const cursor = telegram.cursor()
  const { result } = await call('sendMessage', whisper(query))

  assert.equal(result.message_id, 0)
  assert.equal(result.ephemeral_message_id, 1)
  assert.equal(result.receiver_user.id, tom.id)
  assert.equal(texts(tom).at(-1), 'for Tom')
  assert.equal(tom.messages(group).at(-1)?.isEphemeral, true)
  assert.equal(texts(mia).includes('for Tom'), false)
  assert.equal(mia.chat(group).lastMessage?.text, 'post')
  assert.deepEqual(
    telegram.events(cursor).map(({ personId }) => personId),
    [tom.id],
  )
  const next = await call('sendMessage', { chat_id: group, text: 'for all' })
  assert.equal(next.result.message_id, mia.messages(group).at(-1)?.messageId)
})

test('a plain member may answer for fifteen seconds, an administrator whenever it likes', async () => {
  const { mia, bot, call } = world
  const { query } = await pressed()
  clock.advance(15_001)
  const late = await call('sendMessage', whisper(query))
  assert.equal(late.body.description, 'Bad Request: EPHEMERAL_ACTION_EXPIRED')
  mia.setAdministrator(group, bot.id, true)
  assert.equal((await call('sendMessage', whisper(null))).status, 200)
})

test('a press answers for the one who pressed, not for another member', async () => {
  const { mia, call } = world
  const { query } = await pressed()
  const other = await call('sendMessage', whisper(query, { receiver_user_id: mia.id }))
  assert.match(other.body.description, /query ID is invalid/)
})

test('it is edited and taken away by its own methods, and pressed like any other', async () => {
  const { tom, mia, call, drain } = world
  const { query } = await pressed()
  const { result } = await call('sendMessage', whisper(query))
  const name = {
    chat_id: group,
    receiver_user_id: tom.id,
    ephemeral_message_id: result.ephemeral_message_id,
  }
  const shown = tom.messages(group).at(-1)
  const press = tom.press(group, shown?.messageId ?? 0, 'Buy')
  const [update] = await drain()
  assert.equal(update.callback_query.message.message_id, 0)
  assert.equal(update.callback_query.message.ephemeral_message_id, name.ephemeral_message_id)
  await call('answerCallbackQuery', { callback_query_id: update.callback_query.id })
  await press

  const edited = await call('editEphemeralMessageText', { ...name, text: 'changed' })
  assert.equal(edited.result, true)
  assert.equal(texts(tom).at(-1), 'changed')
  assert.deepEqual(tom.messages(group).at(-1)?.buttons, [])
  await call('editEphemeralMessageReplyMarkup', { ...name, reply_markup: keyboard })
  assert.equal(tom.messages(group).at(-1)?.buttons.length, 1)
  const photo = { type: 'photo', media: 'attach://p', caption: 'photo' }
  await call(
    'editEphemeralMessageMedia',
    form({
      chat_id: `${group}`,
      receiver_user_id: `${tom.id}`,
      ephemeral_message_id: `${name.ephemeral_message_id}`,
      media: JSON.stringify(photo),
      p: await picture(),
    }),
  )
  await call('editEphemeralMessageCaption', { ...name, caption: 'caption' })
  assert.equal(texts(tom).at(-1), 'caption')
  assert.equal((await call('deleteEphemeralMessage', name)).result, true)
  assert.equal(texts(tom).at(-1), 'post')
  assert.equal(texts(mia).at(-1), 'post')
})

test('it can stand in the place of the message that was pressed, on that one phone', async () => {
  const { tom, mia, call } = world
  const { query, post } = await pressed()
  const { result } = await call(
    'sendMessage',
    whisper(query, { replace_callback_query_message: true }),
  )
  assert.equal(texts(tom).includes('post'), false)
  assert.equal(texts(mia).includes('post'), true)
  await call('deleteEphemeralMessage', {
    chat_id: group,
    receiver_user_id: tom.id,
    ephemeral_message_id: result.ephemeral_message_id,
  })
  assert.equal(tom.messages(group).at(-1)?.messageId, post)
})

test('it cannot be forwarded or replied to', async () => {
  const { tom, mia, call } = world
  const { query } = await pressed()
  await call('sendMessage', whisper(query))
  const id = tom.messages(group).at(-1)?.messageId ?? 0
  assert.throws(() => tom.forward(group, id, mia.id), refusedAs('not-allowed'))
  assert.throws(() => tom.sendText(group, 'x', { replyTo: id }), refusedAs('not-allowed'))
  assert.throws(() => mia.forward(group, id, tom.id), refusedAs('message-not-found'))
})

test('a press answers in its own group, once, and only where the bot may write', async () => {
  const { mia, tom, bot, call, drain } = world
  const second = mia.createGroup('Second', [tom.id, bot.id]).chatId
  const { query } = await pressed()
  await drain()
  const elsewhere = await call('sendMessage', { ...whisper(query), chat_id: second })
  assert.match(elsewhere.body.description, /query ID is invalid/)
  mia.mute(group, bot.id, true)
  const muted = await call('sendMessage', whisper(query))
  assert.match(muted.body.description, /not enough rights to send text messages/)
  mia.mute(group, bot.id, false)
  await call('answerCallbackQuery', { callback_query_id: query })
  const answered = await call('sendMessage', whisper(query))
  assert.match(answered.body.description, /query ID is invalid/)
})

test('what one alone sees is edited, not replaced, when it is pressed', async () => {
  const { tom, call, drain } = world
  const { query } = await pressed()
  await call('sendMessage', whisper(query))
  void tom.press(group, tom.messages(group).at(-1)?.messageId ?? 0, 'Buy')
  const [update] = await drain()
  const again = whisper(update.callback_query.id, { replace_callback_query_message: true })
  assert.equal(
    (await call('sendMessage', again)).body.description,
    'Bad Request: MESSAGE_ID_INVALID',
  )
})

test('speaking to one alone does not make a bot the last that spoke', async () => {
  const { mia, bot, call, drain, telegram } = world
  const other = telegram.createBot({ name: 'Other', username: 'other_bot' })
  mia.addToGroup(group, other.id)
  const { query } = await pressed()
  await call('sendMessage', { chat_id: group, text: 'mine' }, other.token)
  assert.equal((await call('sendMessage', whisper(query))).status, 200)
  await drain()
  mia.sendText(group, '/help')
  assert.deepEqual(await drain(), [])
  assert.equal(bot.pendingUpdates(), 0)
})
