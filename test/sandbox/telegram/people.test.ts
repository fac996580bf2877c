import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PersonRefusal } from '../../../src/sandbox/telegram/person-refusal.ts'
import { createTestWorld, type Json, picture, type TestWorld } from './world.ts'

let world: TestWorld

before(async () => {
  world = await createTestWorld()
})
after(() => world.server.close())

function refusedAs(code: string) {
  return (error: unknown) => error instanceof PersonRefusal && error.code === code
}

async function card(keyboard: Json, chatId = world.mia.id): Promise<number> {
  const { result } = await world.call('sendMessage', {
    chat_id: chatId,
    text: 'card',
    reply_markup: { inline_keyboard: keyboard },
  })
  return result.message_id
}

test('a start link shows START, sends its payload once pressed, and a broken payload is a plain open', () => {
  const { telegram, bot } = world
  const ann = telegram.createPerson({ firstName: 'Ann' })
  assert.throws(() => ann.sendText(bot.id, 'hi'), refusedAs('start-first'))
  assert.deepEqual(ann.openLink('https://t.me/Scrip_Bot?start=g-12_ab'), {
    type: 'chat',
    chatId: bot.id,
    canStart: true,
  })
  assert.equal(ann.chat(bot.id).canStart, true)
  assert.equal(ann.start(bot.id).text, '/start g-12_ab')
  assert.throws(() => ann.start(bot.id), refusedAs('no-start'))
  assert.equal(ann.openChat(bot.id).canStart, false)

  assert.equal((ann.openLink('tg://resolve?domain=scrip_bot&start=x') as Json).canStart, true)
  assert.equal(ann.start(bot.id).text, '/start x')
  const long = ann.openLink(`https://t.me/scrip_bot?start=${'x'.repeat(65)}`)
  assert.equal((long as Json).canStart, false)
  assert.deepEqual(ann.openLink('https://shop.example/x'), {
    type: 'web',
    url: 'https://shop.example/x',
  })
})

test('buttons show labels only, and a press resolves with the answer, once', async () => {
  const { mia, bot, call, drain } = world
  await drain()
  const id = await card([[{ text: 'Buy', callback_data: 'secret:1', style: 'success' }]])
  const view = mia.messages(bot.id).at(-1)!
  assert.equal(JSON.stringify(view).includes('secret'), false)
  assert.deepEqual(view.buttons, [[{ index: 0, label: 'Buy', kind: 'callback', style: 'success' }]])

  const press = mia.press(bot.id, id, 'Buy')
  const [update] = await drain()
  assert.equal(update.callback_query.data, 'secret:1')
  assert.equal(update.callback_query.message.message_id, id)
  const answer = {
    callback_query_id: update.callback_query.id,
    text: 'Sold out',
    show_alert: true,
    cache_time: 60,
  }
  assert.equal((await call('answerCallbackQuery', answer)).result, true)
  const cursor = world.telegram.cursor()
  assert.deepEqual(await press, { type: 'answered', text: 'Sold out', alert: true, url: null })
  const toast = world.telegram.events(cursor - 1).find(({ type }) => type === 'toast')
  assert.equal((toast as Json).text, 'Sold out')
  assert.equal((await call('answerCallbackQuery', answer)).status, 400)

  assert.equal(((await mia.press(bot.id, id, 'Buy')) as Json).text, 'Sold out')
  assert.deepEqual(await drain(), [])
})

test('links, copies, disabled and share buttons act on the phone alone', async () => {
  const { mia, tom, bot, drain } = world
  mia.openChat(tom.id)
  const group = mia.createGroup('Market', [tom.id]).chatId
  const id = await card([
    [
      { text: 'Pay', url: 'https://x.io/pay' },
      { text: 'Copy', copy_text: { text: 'wc:123' } },
    ],
    [
      { text: 'Paid', disabled: {} },
      { text: 'Here', switch_inline_query_current_chat: 'a' },
    ],
    [{ text: 'Any', switch_inline_query: 'b' }],
    [{ text: 'Users', switch_inline_query_chosen_chat: { query: 'c', allow_user_chats: true } }],
    [{ text: 'Any', callback_data: 'twin' }],
  ])
  await drain()
  const press = (label: string | number) => mia.press(bot.id, id, label)

  assert.deepEqual(await press('Pay'), { type: 'url', url: 'https://x.io/pay' })
  assert.deepEqual(await press('Copy'), { type: 'copied', text: 'wc:123' })
  assert.deepEqual(await press('Paid'), { type: 'disabled' })
  assert.deepEqual(await press('Here'), {
    type: 'inline',
    draft: { bot: 'scrip_bot', query: 'a', chatId: bot.id, chats: [] },
  })
  const any = (await press(4)) as Json
  assert.deepEqual(any.draft.chats.toSorted(), [bot.id, tom.id, group].toSorted())
  assert.deepEqual(((await press('Users')) as Json).draft.chats, [tom.id])
  await assert.rejects(press('Any'), refusedAs('several-such-buttons'))
  await assert.rejects(press('None'), refusedAs('no-such-button'))
  await assert.rejects(tom.press(bot.id, id, 'Pay'), refusedAs('message-not-found'))
  assert.deepEqual(await drain(), [])
})

test('a press that comes after the message is gone names it as inaccessible', async () => {
  const { mia, bot, call, drain } = world
  const id = await card([[{ text: 'Buy', callback_data: 'b' }]])
  const letGo = mia.holdButton(bot.id, id, 'Buy')
  await call('deleteMessage', { chat_id: mia.id, message_id: id })
  await drain()
  const press = letGo()
  const [update] = await drain()
  assert.equal(update.callback_query.message.date, 0)
  assert.equal(update.callback_query.message.message_id, id)
  await call('answerCallbackQuery', { callback_query_id: update.callback_query.id })
  assert.equal((await press).type, 'answered')
})

test('an edit shows in place, and leaving the keyboard out takes it away', async () => {
  const { mia, bot, call, telegram } = world
  const id = await card([[{ text: 'Buy', callback_data: 'b' }]])
  const cursor = telegram.cursor()
  const { result } = await call('editMessageText', {
    chat_id: mia.id,
    message_id: id,
    text: '*sold*',
    parse_mode: 'Markdown',
  })
  assert.equal(result.reply_markup, undefined)
  assert.ok(result.edit_date >= result.date)
  const event = telegram.events(cursor).find(({ type }) => type === 'message-edited') as Json
  assert.equal(event.message.text, 'sold')
  assert.deepEqual(event.message.buttons, [])
  assert.equal(event.message.revision, 1)
  assert.equal(mia.messages(bot.id).at(-1)?.entities[0]?.type, 'bold')
})

test('a blocked bot is told, refused, and told again when START unblocks it', async () => {
  const { mia, bot, call, drain } = world
  await drain()
  mia.block(bot.id)
  const [blocked] = await drain()
  assert.equal(blocked.my_chat_member.new_chat_member.status, 'kicked')
  const sent = await call('sendMessage', { chat_id: mia.id, text: 'x' })
  assert.equal(sent.status, 403)
  assert.equal(sent.body.description, 'Forbidden: bot was blocked by the user')
  assert.throws(() => mia.sendText(bot.id, 'x'), refusedAs('blocked'))
  assert.equal(mia.chat(bot.id).isBlocked, true)

  assert.equal(mia.openChat(bot.id).canStart, true)
  mia.start(bot.id)
  const [freed, start] = await drain()
  assert.equal(freed.my_chat_member.new_chat_member.status, 'member')
  assert.equal(start.message.text, '/start')
  assert.equal((await call('sendMessage', { chat_id: mia.id, text: 'x' })).status, 200)
})

test('forwarding keeps a keyboard of links only, names the origin, and stops at protection', async () => {
  const { mia, tom, bot, call, drain, telegram } = world
  const links = await card([[{ text: 'Open', url: 'https://x.io' }]])
  const mixed = await card([
    [{ text: 'Open', url: 'https://x.io' }],
    [{ text: 'Copy', copy_text: { text: 'x' } }],
  ])
  assert.equal(mia.forward(bot.id, links, tom.id).buttons.length, 1)
  assert.equal(mia.forward(bot.id, mixed, tom.id).buttons.length, 0)
  assert.equal(tom.messages(mia.id).at(-1)?.forwardedFrom, 'Scrip')

  const shy = telegram.createPerson({ firstName: 'Shy', hidesForwards: true })
  shy.sendText(mia.id, 'from shy')
  tom.sendText(mia.id, 'from tom')
  await drain()
  mia.forward(shy.id, mia.messages(shy.id).at(-1)!.messageId, bot.id)
  mia.forward(tom.id, mia.messages(tom.id).at(-1)!.messageId, bot.id)
  const [hidden, open] = await drain()
  assert.deepEqual(
    { ...hidden.message.forward_origin, date: 0 },
    { type: 'hidden_user', date: 0, sender_user_name: 'Shy' },
  )
  assert.equal(open.message.forward_origin.sender_user.id, tom.id)

  const secret = await call('sendMessage', { chat_id: mia.id, text: 'code', protect_content: true })
  const id = secret.result.message_id
  assert.throws(() => mia.forward(bot.id, id, tom.id), refusedAs('protected'))
  assert.equal(mia.messages(bot.id).at(-1)?.isProtected, true)
})

test('reply keyboards, forced replies and shared people', async () => {
  const { mia, tom, bot, call, drain } = world
  const request = {
    text: 'Choose',
    request_users: { request_id: 7, max_quantity: 1, request_name: true },
  }
  await call('sendMessage', {
    chat_id: mia.id,
    text: 'keys',
    reply_markup: { keyboard: [['Yes'], [request]], one_time_keyboard: true },
  })
  assert.deepEqual(mia.chat(bot.id).keyboard?.rows, [
    [{ label: 'Yes', kind: 'text' }],
    [{ label: 'Choose', kind: 'share-users' }],
  ])
  await drain()
  assert.throws(() => mia.shareUsers(bot.id, 'Choose', [tom.id, bot.id]), refusedAs('too-many'))
  mia.shareUsers(bot.id, 'Choose', [tom.id])
  const [shared] = await drain()
  assert.deepEqual(shared.message.users_shared, {
    request_id: 7,
    users: [{ user_id: tom.id, first_name: 'Tom', last_name: 'Li' }],
  })
  assert.equal(mia.chat(bot.id).keyboard, null)
  assert.throws(() => mia.pressKey(bot.id, 'Yes'), refusedAs('no-such-key'))

  const asked = await call('sendMessage', {
    chat_id: mia.id,
    text: 'Address?',
    reply_markup: { force_reply: true },
  })
  mia.sendText(bot.id, 'Street 1')
  const [reply] = await drain()
  assert.equal(reply.message.reply_to_message.message_id, asked.result.message_id)
})

test('people edit and delete their messages, and the bot hears of the edit', async () => {
  const { mia, bot, drain } = world
  const { messageId } = mia.sendText(bot.id, 'frist https://x.io')
  mia.editText(bot.id, messageId, 'first')
  const updates = await drain()
  assert.equal(updates.at(-1).edited_message.text, 'first')
  assert.notEqual(mia.messages(bot.id).at(-1)?.editedAt, null)
  mia.deleteMessage(bot.id, messageId)
  assert.equal(
    mia.messages(bot.id).some((message) => message.messageId === messageId),
    false,
  )
})

test('pictures arrive in sizes, keep their unique id, and can be downloaded for an hour', async () => {
  const { mia, bot, drain, call, server, telegram } = world
  await drain()
  const view = await mia.sendPhoto(bot.id, await picture(2000, 1000), 'tea https://x.io')
  const [{ message }] = await drain()
  const sizes = message.photo
  assert.deepEqual(
    sizes.map(({ width }: Json) => width),
    [90, 320, 800, 1280],
  )
  assert.equal(message.caption_entities[0].type, 'url')
  assert.equal(view.photo?.id, sizes.at(-1).file_unique_id)
  const seen = telegram.picture(view.photo?.id ?? '')
  assert.equal(seen?.bytes.length, sizes.at(-1).file_size)

  const { result } = await call('getFile', { file_id: sizes.at(-1).file_id })
  const file = await fetch(`${server.url}/file/bot${bot.token}/${result.file_path}`)
  assert.equal((await file.arrayBuffer()).byteLength, sizes.at(-1).file_size)
  const again = await call('sendPhoto', { chat_id: mia.id, photo: sizes[0].file_id })
  assert.equal(again.result.photo.at(-1).file_unique_id, sizes.at(-1).file_unique_id)

  const album = await mia.sendAlbum(bot.id, [await picture(100, 100), await picture(90, 90)], 'two')
  const updates = await drain()
  assert.equal(updates.length, 2)
  assert.equal(updates[0].message.media_group_id, updates[1].message.media_group_id)
  assert.equal(album[1]?.text, '')
  await assert.rejects(mia.sendPhoto(bot.id, Buffer.from('x')), refusedAs('bad-picture'))
})

test('a file over 20 MB is too big to download', async () => {
  const { mia, bot, drain, call } = world
  await drain()
  mia.sendFile(bot.id, Buffer.alloc(20 * 1024 * 1024 + 1), { name: 'big.bin', mimeType: 'x/y' })
  const [{ message }] = await drain()
  const { body } = await call('getFile', { file_id: message.document.file_id })
  assert.equal(body.description, 'Bad Request: file is too big')
})

test('the log tells what a person saw, and a waiter wakes at the next thing', async () => {
  const { mia, telegram, call } = world
  const cursor = telegram.cursor()
  const next = telegram.waitFor(cursor)
  await call('sendChatAction', { chat_id: mia.id, action: 'typing' })
  const [event] = await next
  assert.deepEqual(
    { type: event?.type, cursor: event?.cursor, personId: event?.personId },
    { type: 'typing', cursor: cursor + 1, personId: mia.id },
  )
  const stop = new AbortController()
  const idle = telegram.waitFor(telegram.cursor(), stop.signal)
  stop.abort()
  assert.deepEqual(await idle, [])
})
