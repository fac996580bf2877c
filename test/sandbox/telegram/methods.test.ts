import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { PersonRefusal } from '../../../src/sandbox/telegram/person-refusal.ts'
import { createTestWorld, form, type Json, picture, type TestWorld } from './world.ts'

let world: TestWorld
let group: number

beforeEach(async () => {
  world = await createTestWorld()
  group = world.mia.createGroup('Market', [world.tom.id, world.bot.id]).chatId
  await world.drain()
})
afterEach(() => world.server.close())

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')

test('a document arrives byte for byte under its name, and goes again by its file id', async () => {
  const { mia, bot, call, telegram } = world
  const body = form({ chat_id: `${mia.id}`, caption: '<b>Print</b> me', parse_mode: 'HTML' })
  body.set('document', new Blob([new Uint8Array(svg)], { type: 'image/svg+xml' }), 'code.svg')
  const { result } = await call('sendDocument', body)
  assert.equal(result.document.file_name, 'code.svg')
  assert.equal(result.document.mime_type, 'image/svg+xml')
  assert.equal(result.caption_entities[0].type, 'bold')
  const view = mia.messages(bot.id).at(-1)
  assert.equal(view?.photo, null)
  assert.equal(view?.text, 'Print me')
  assert.deepEqual(telegram.file(view?.file?.id ?? '')?.bytes, svg)
  const again = await call('sendDocument', { chat_id: mia.id, document: result.document.file_id })
  assert.equal(again.result.document.file_unique_id, result.document.file_unique_id)
  const edited = { chat_id: mia.id, message_id: result.message_id, caption: 'Printed' }
  assert.equal((await call('editMessageCaption', edited)).result.caption, 'Printed')
})

test('who runs a group, and how many are in it', async () => {
  const { mia, tom, bot, call, telegram } = world
  const other = telegram.createBot({ name: 'Other', username: 'other_bot' })
  mia.addToGroup(group, other.id, { asAdministrator: true })
  const administrators = async (more: Json = {}) =>
    (await call('getChatAdministrators', { chat_id: group, ...more })).result.map(
      ({ user, status }: Json) => `${user.id} ${status}`,
    )
  assert.deepEqual(await administrators(), [`${mia.id} creator`])
  mia.setAdministrator(group, bot.id, true)
  assert.deepEqual(await administrators(), [`${mia.id} creator`, `${bot.id} administrator`])
  assert.equal((await administrators({ return_bots: true })).length, 3)
  const count = async () => (await call('getChatMemberCount', { chat_id: group })).result
  assert.equal(await count(), 4)
  mia.removeFromGroup(group, tom.id)
  assert.equal(await count(), 3)
})

test('a pin is told by a line in the chat, and taken off again', async () => {
  const { mia, bot, call } = world
  const { result } = await call('sendMessage', { chat_id: mia.id, text: 'Pick me' })
  const name = { chat_id: mia.id, message_id: result.message_id }
  assert.equal((await call('pinChatMessage', name)).result, true)
  assert.deepEqual(mia.messages(bot.id).at(-1)?.service, {
    type: 'message-pinned',
    messageId: result.message_id,
    text: 'Pick me',
  })
  assert.equal(mia.chat(bot.id).pinned?.messageId, result.message_id)
  const pinned = async () => (await call('getChat', { chat_id: mia.id })).result.pinned_message
  assert.equal((await pinned()).text, 'Pick me')
  assert.equal((await call('unpinChatMessage', { chat_id: mia.id })).result, true)
  assert.equal(await pinned(), undefined)
  await call('pinChatMessage', name)
  const newer = await call('sendMessage', { chat_id: mia.id, text: 'Newer' })
  const other = { chat_id: mia.id, message_id: newer.result.message_id }
  await call('pinChatMessage', other)
  assert.equal(mia.chat(bot.id).pinned?.text, 'Newer')
  await call('deleteMessage', other)
  assert.equal(mia.chat(bot.id).pinned?.text, 'Pick me')
  await call('deleteMessage', name)
  assert.equal(mia.chat(bot.id).pinned, null)
})

test('in a group the bot pins as an administrator only', async () => {
  const { mia, tom, bot, call, drain } = world
  const { result } = await call('sendMessage', { chat_id: group, text: 'Rules' })
  const name = { chat_id: group, message_id: result.message_id }
  assert.equal((await call('pinChatMessage', name)).status, 400)
  mia.setAdministrator(group, bot.id, true)
  await drain()
  assert.equal((await call('pinChatMessage', name)).status, 200)
  assert.equal(tom.chat(group).pinned?.text, 'Rules')
})

test('several messages go on together: albums stay albums, what may not go is left out', async () => {
  const { mia, tom, bot, call } = world
  const media = [1, 2].map((i) => ({ type: 'photo', media: `attach://p${i}`, caption: `${i}` }))
  const album = await call(
    'sendMediaGroup',
    form({
      chat_id: `${mia.id}`,
      media: JSON.stringify(media),
      p1: await picture(90, 90),
      p2: await picture(91, 91),
    }),
  )
  const secret = await call('sendMessage', { chat_id: mia.id, text: 'x', protect_content: true })
  const ids = [...album.result, secret.result].map(({ message_id }: Json) => message_id)
  const request = { from_chat_id: mia.id, chat_id: group, message_ids: [...ids, 9999] }

  const forwarded = await call('forwardMessages', request)
  assert.equal(forwarded.result.length, 2)
  const shown = tom.messages(group).slice(-2)
  assert.deepEqual(
    shown.map(({ messageId }) => messageId),
    forwarded.result.map(({ message_id }: Json) => message_id),
  )
  assert.deepEqual(
    shown.map(({ forwardedFrom }) => forwardedFrom),
    ['Scrip', 'Scrip'],
  )
  assert.notEqual(shown[0]?.albumId, null)
  assert.equal(shown[0]?.albumId, shown[1]?.albumId)
  assert.notEqual(shown[0]?.albumId, album.result[0].media_group_id)

  await call('copyMessages', { ...request, remove_caption: true })
  const copies = tom.messages(group).slice(-2)
  assert.deepEqual(
    copies.map(({ forwardedFrom, text }) => [forwardedFrom, text]),
    [
      [null, ''],
      [null, ''],
    ],
  )
  assert.equal(mia.messages(bot.id).at(-1)?.isProtected, true)
})

test('name and texts of the bot follow the reader’s language', async () => {
  const { mia, bot, call, telegram } = world
  const li = telegram.createPerson({ firstName: 'Li', languageCode: 'zh-hans' })
  await call('setMyName', { name: 'Scrip shop' })
  await call('setMyName', { name: '权益', language_code: 'zh' })
  await call('setMyDescription', { description: 'Rights to goods' })
  await call('setMyDescription', { description: '实物权益', language_code: 'zh' })
  await call('setMyShortDescription', { short_description: 'Short' })
  assert.equal((await call('getMyName', { language_code: 'zh' })).result.name, '权益')
  assert.equal((await call('getMyName', { language_code: 'fr' })).result.name, 'Scrip shop')
  const described = await call('getMyDescription', { language_code: 'zh' })
  assert.equal(described.result.description, '实物权益')
  assert.equal((await call('getMyShortDescription')).result.short_description, 'Short')
  assert.equal(li.chat(bot.id).title, '权益')
  assert.equal(li.chat(bot.id).description, '实物权益')
  assert.equal(mia.chat(bot.id).title, 'Scrip shop')
  await call('setMyName', { name: '', language_code: 'zh' })
  assert.equal(li.chat(bot.id).title, 'Scrip shop')
})

test('the menu button is set for all and for one', async () => {
  const { mia, tom, bot, call } = world
  tom.openLink('https://t.me/scrip_bot?start=x')
  tom.start(bot.id)
  const commands = { menu_button: { type: 'commands' } }
  const kind = async (chatId: number) =>
    (await call('getChatMenuButton', { chat_id: chatId })).result.type
  await call('setChatMenuButton', { chat_id: mia.id, ...commands })
  assert.equal(await kind(mia.id), 'commands')
  assert.equal(await kind(tom.id), 'default')
  await call('setChatMenuButton', commands)
  assert.equal(await kind(tom.id), 'commands')
  await call('setChatMenuButton', { chat_id: mia.id })
  assert.equal(await kind(mia.id), 'default')
})

test('a muted bot is told so, refused, and told when it may write again', async () => {
  const { mia, bot, call, drain } = world
  mia.mute(group, bot.id, true)
  const [muted] = await drain()
  assert.equal(muted.my_chat_member.new_chat_member.status, 'restricted')
  assert.equal(muted.my_chat_member.new_chat_member.can_send_messages, false)
  const refused = await call('sendMessage', { chat_id: group, text: 'x' })
  assert.match(refused.body.description, /not enough rights to send text messages to the chat/)
  mia.mute(group, bot.id, false)
  const [freed] = await drain()
  assert.equal(freed.my_chat_member.old_chat_member.status, 'restricted')
  assert.equal((await call('sendMessage', { chat_id: group, text: 'x' })).status, 200)
})

test('only administrators of a supergroup mute, and nobody who runs it', () => {
  const { mia, tom, bot } = world
  const refused = (error: unknown) => error instanceof PersonRefusal && error.code === 'not-allowed'
  assert.throws(() => tom.mute(group, bot.id, true), refused)
  const small = mia.createGroup('Small', [bot.id], 'group').chatId
  assert.throws(() => mia.mute(small, bot.id, true), refused)
  mia.setAdministrator(group, bot.id, true)
  assert.throws(() => mia.mute(group, bot.id, true), refused)
  mia.mute(group, tom.id, true)
  assert.throws(() => tom.sendText(group, 'x'), refused)
  mia.mute(group, tom.id, false)
  assert.equal(tom.sendText(group, 'x').text, 'x')
})
