import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTestWorld, form, type Json, picture, type TestWorld } from './world.ts'

/** One bad request and what it is answered. */
export type Row = {
  method: string
  situation: string
  request: Json | ((world: Facts) => Json | Promise<Json>)
  code: number
  text: string
}
/** The world the bad requests are made in, with the ids they name. */
export type Facts = TestWorld & {
  chat: number
  own: number
  theirs: number
  photo: number
  forwarded: number
  keyed: number
  secret: number
  group: number
  leftGroup: number
  kickedGroup: number
  oldGroup: number
  mutedGroup: number
  /** The bot runs it. */
  ownGroup: number
  /** A message of the bot's in its own group. */
  ownPost: number
  goneGroup: number
  otherBot: number
  stranger: number
  service: number
  web: string
  webServer: Server
  documentFileId: string
}

/** Makes the world for the bad requests. */
export async function createFacts(): Promise<Facts> {
  const world = await createTestWorld()
  const { mia, tom, bot, call, telegram } = world
  const jpeg = await picture()
  const web = createServer((request, response) => {
    if (request.url === '/text.jpg') response.setHeader('content-type', 'text/html')
    else response.setHeader('content-type', 'image/jpeg')
    response.statusCode = request.url === '/404.jpg' ? 404 : 200
    response.end(request.url === '/broken.jpg' ? 'no picture' : jpeg)
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const chat = mia.id
  const own = (await call('sendMessage', { chat_id: chat, text: 'own' })).result.message_id
  const photo = (await call('sendPhoto', form({ chat_id: `${chat}`, photo: jpeg }))).result
  const theirs = mia.sendText(bot.id, 'theirs').messageId
  const forwarded = await call('forwardMessage', {
    chat_id: chat,
    from_chat_id: chat,
    message_id: own,
  })
  const keyboard = { keyboard: [['A']] }
  const keyed = await call('sendMessage', { chat_id: chat, text: 'keys', reply_markup: keyboard })
  const secret = await call('sendMessage', { chat_id: chat, text: 'code', protect_content: true })
  const file = mia.sendFile(bot.id, Buffer.from('notes'), { name: 'a.txt', mimeType: 'text/plain' })
  assert.equal(file.file?.size, 5)
  const updates = await world.drain()
  const groups = ['a', 'b', 'c', 'd'].map(
    (title) => mia.createGroup(title, [bot.id, tom.id]).chatId,
  )
  const [group = 0, leftGroup = 0, kickedGroup = 0] = groups
  mia.removeFromGroup(kickedGroup, bot.id)
  telegram.world.chats.get(`group:${leftGroup}`)?.memberships.set(bot.id, {
    status: 'left',
    isPrivate: true,
  })
  const oldGroup = mia.createGroup('old', [bot.id], 'group').chatId
  mia.upgradeGroup(oldGroup)
  const goneGroup = mia.createGroup('gone', [bot.id], 'group').chatId
  mia.deleteGroup(goneGroup)
  const mutedGroup = mia.createGroup('muted', [bot.id]).chatId
  mia.mute(mutedGroup, bot.id, true)
  const ownGroup = mia.createGroup('own', [bot.id, tom.id]).chatId
  mia.setAdministrator(ownGroup, bot.id, true)
  const post = await call('sendMessage', { chat_id: ownGroup, text: 'post' })
  const otherBot = telegram.createBot({ name: 'Other', username: 'other_bot' }).id
  return {
    ...world,
    chat,
    own,
    theirs,
    photo: photo.message_id,
    forwarded: forwarded.result.message_id,
    keyed: keyed.result.message_id,
    secret: secret.result.message_id,
    group,
    leftGroup,
    kickedGroup,
    oldGroup,
    mutedGroup,
    ownGroup,
    ownPost: post.result.message_id,
    goneGroup,
    otherBot,
    stranger: telegram.createPerson({ firstName: 'Stranger' }).id,
    service: mia.messages(group).find(({ service }) => service !== null)?.messageId ?? 0,
    web: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
    webServer: web,
    documentFileId: updates.find(({ message }) => message?.document).message.document.file_id,
  }
}
