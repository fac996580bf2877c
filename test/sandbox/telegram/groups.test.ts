import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { createTestWorld, type Json, type TestWorld } from './world.ts'

let world: TestWorld
let group: number

beforeEach(async () => {
  world = await createTestWorld()
  group = world.mia.createGroup('Market', [world.tom.id, world.bot.id]).chatId
  await world.drain()
})
afterEach(() => world.server.close())

const texts = (updates: Json[]) => updates.flatMap(({ message }) => message?.text ?? [])

test('joining and being removed is told, and afterwards nothing is', async () => {
  const { mia, bot, call, drain } = world
  const second = mia.createGroup('Second', [bot.id]).chatId
  const [joined, service] = await drain()
  assert.equal(joined.my_chat_member.old_chat_member.status, 'left')
  assert.equal(joined.my_chat_member.new_chat_member.status, 'member')
  assert.equal(service.message.new_chat_members[0].id, bot.id)
  assert.equal(service.message.chat.type, 'supergroup')

  mia.removeFromGroup(second, bot.id)
  mia.sendText(second, '/start@scrip_bot')
  const [left, kicked, ...rest] = await drain()
  assert.equal(left.message.left_chat_member.id, bot.id)
  assert.equal(kicked.my_chat_member.new_chat_member.status, 'kicked')
  assert.deepEqual(rest, [])
  assert.equal((await call('sendMessage', { chat_id: second, text: 'x' })).status, 403)
})

test('privacy mode lets through commands for the bot, replies to it and what is sent via it', async () => {
  const { mia, tom, bot, call, drain } = world
  mia.sendText(group, 'https://t.me/scrip_bot?start=x')
  mia.sendText(group, '@scrip_bot look')
  mia.sendText(group, '/deal link')
  mia.sendText(group, '/deal@other_bot link')
  mia.sendText(group, '/deal@Scrip_Bot link')
  assert.deepEqual(texts(await drain()), ['/deal@Scrip_Bot link'])

  const { result } = await call('sendMessage', { chat_id: group, text: 'post' })
  tom.sendText(group, '/help')
  tom.sendText(group, 'nice', { replyTo: result.message_id })
  tom.sendText(group, 'not for you', { replyTo: mia.messages(group).at(-1)!.messageId })
  assert.deepEqual(texts(await drain()), ['/help', 'nice'])

  mia.setAdministrator(group, bot.id, true)
  await drain()
  tom.sendText(group, 'an administrator hears all')
  assert.deepEqual(texts(await drain()), ['an administrator hears all'])
})

test('a change of privacy counts only after the bot is added again', async () => {
  const { mia, bot, drain } = world
  bot.configure({ privacyMode: false })
  mia.sendText(group, 'one')
  assert.deepEqual(texts(await drain()), [])
  mia.removeFromGroup(group, bot.id)
  mia.addToGroup(group, bot.id)
  await drain()
  mia.sendText(group, 'two')
  assert.deepEqual(texts(await drain()), ['two'])
})

test('a startgroup link offers the groups one runs and hands the payload over', async () => {
  const { mia, tom, bot, drain } = world
  const link = 'https://t.me/scrip_bot?startgroup=s-1'
  const tomLink = tom.openLink(link) as Json
  assert.deepEqual(tomLink.groups, [])
  const { groups, payload } = mia.openLink(link) as Json
  assert.deepEqual(groups, [group])
  mia.removeFromGroup(group, bot.id)
  await drain()
  mia.addToGroup(group, bot.id, { payload })
  assert.deepEqual(texts(await drain()), ['/start@scrip_bot s-1'])
})

test('everyone in a group sees a post, presses for themselves, and outsiders see nothing', async () => {
  const { mia, tom, bot, call, drain, telegram } = world
  const { result } = await call('sendMessage', {
    chat_id: group,
    text: 'Longjing',
    reply_markup: { inline_keyboard: [[{ text: 'Buy', callback_data: 'b' }]] },
  })
  const eve = telegram.createPerson({ firstName: 'Eve' })
  assert.throws(() => eve.messages(group))
  const press = tom.press(group, result.message_id, 'Buy')
  const [update] = await drain()
  assert.equal(update.callback_query.from.id, tom.id)
  const id = update.callback_query.id
  const address = { callback_query_id: id, url: 'https://t.me/scrip_bot?start=b' }
  assert.equal((await call('answerCallbackQuery', { ...address, url: 'https://x.io' })).status, 400)
  await call('answerCallbackQuery', address)
  assert.equal(((await press) as Json).url, 'https://t.me/scrip_bot?start=b')

  tom.deleteMessage(group, result.message_id)
  assert.equal(
    tom.messages(group).some(({ messageId }) => messageId === result.message_id),
    false,
  )
  const cursor = telegram.cursor()
  await call('editMessageText', { chat_id: group, message_id: result.message_id, text: 'gone' })
  assert.deepEqual(
    telegram.events(cursor).map(({ personId }) => personId),
    [mia.id],
  )
  assert.equal(mia.messages(group).at(-1)?.text, 'gone')
  assert.equal(bot.pendingUpdates(), 0)
})

test('menus follow scope, role and language', async () => {
  const { mia, tom, bot, call } = world
  const line = (command: string) => [{ command, description: command }]
  await call('setMyCommands', { commands: line('start') })
  await call('setMyCommands', { commands: line('all'), scope: { type: 'all_group_chats' } })
  await call('setMyCommands', {
    commands: line('rule'),
    scope: { type: 'chat_administrators', chat_id: group },
  })
  await call('setMyCommands', { commands: line('kai'), language_code: 'zh' })
  const names = (commands: Json[]) => commands.map(({ command }) => command)
  const li = world.telegram.createPerson({ firstName: 'Li', languageCode: 'zh-hans' })

  assert.deepEqual(names(mia.chat(bot.id).commands), ['start'])
  assert.deepEqual(names(li.chat(bot.id).commands), ['kai'])
  assert.deepEqual(names(mia.chat(group).commands), ['rule'])
  assert.deepEqual(names(tom.chat(group).commands), ['all'])
  assert.deepEqual((await call('getMyCommands', { language_code: 'zh' })).result, line('kai'))
  await call('deleteMyCommands', { language_code: 'zh' })
  assert.deepEqual(names(li.chat(bot.id).commands), ['start'])
})

test('members and chats are described as the specification says', async () => {
  const { mia, tom, bot, call } = world
  const member = async (userId: number) =>
    (await call('getChatMember', { chat_id: group, user_id: userId })).result.status
  assert.equal(await member(mia.id), 'creator')
  assert.equal(await member(tom.id), 'member')
  mia.setAdministrator(group, bot.id, true)
  assert.equal(await member(bot.id), 'administrator')
  mia.removeFromGroup(group, tom.id)
  assert.equal(await member(tom.id), 'kicked')
  assert.equal((await call('getChat', { chat_id: group })).result.title, 'Market')
  assert.equal((await call('getChat', { chat_id: mia.id })).result.username, 'mia')
})

test('an administrator deletes what members wrote; a plain bot takes away only its own', async () => {
  const { mia, bot, call } = world
  const theirs = mia.sendText(group, '/x@scrip_bot').messageId
  const own = (await call('sendMessage', { chat_id: group, text: 'own' })).result.message_id
  const gone = 9999
  const refused = await call('deleteMessages', { chat_id: group, message_ids: [own, theirs, gone] })
  assert.equal(refused.status, 400)
  assert.equal(mia.messages(group).at(-1)?.messageId, own)
  mia.setAdministrator(group, bot.id, true)
  await call('deleteMessages', { chat_id: group, message_ids: [own, theirs, gone] })
  assert.equal(
    mia.messages(group).some(({ messageId }) => messageId === theirs || messageId === own),
    false,
  )
})
