import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import QRCode from 'qrcode'
import type { Phone } from '../../../src/sandbox/driver/phone.ts'
import { form, type Json, picture } from '../telegram/world.ts'
import { type DriverWorld, openDriverWorld } from './driver-world.ts'

let world: DriverWorld
let ben: Phone
let mia: Phone
let benId: number
let miaId: number
let botId: number

before(async () => {
  world = await openDriverWorld()
  const { client, phone } = world
  benId = (await client.addPerson({ person: 'ben', name: 'Ben' })).telegramId
  miaId = (await client.addPerson({ person: 'mia', name: 'Mia' })).telegramId
  botId = world.world.bot.id
  ben = phone('ben')
  mia = phone('mia')
  await ben.starts('https://t.me/scrip_bot?start=s1')
  await mia.starts('https://t.me/scrip_bot')
})
after(() => world.close())

const refused = (code: string) => (error: Json) => error.code === code
const say = (chat: number, text: string, markup?: Json) =>
  world.call('sendMessage', { chat_id: chat, text, reply_markup: markup })
const inline = (...buttons: Json[]) => ({ inline_keyboard: [buttons] })
/** Answers the next press. */
async function answerPress(): Promise<Json> {
  const { callback_query } = await world.update((each) => each.callback_query)
  await world.call('answerCallbackQuery', { callback_query_id: callback_query.id })
  return callback_query
}

test('taps and typed messages are counted, refused ones are not', async () => {
  await ben.counts()
  await ben.starts('https://t.me/scrip_bot?start=s2')
  await say(benId, 'Quote', inline({ text: 'Pay', callback_data: 'p' }))
  const [pressed] = await Promise.all([ben.presses('Pay'), answerPress()])
  assert.equal(pressed.type, 'answered')
  await ben.says('12')
  await ben.sendsPhoto({ bytes: await picture(), caption: 'tea' })
  await ben.sendsPhoto({ bytes: await picture() })
  const quote = await ben.sees('Quote')
  await assert.rejects(
    world.client.press('ben', botId, quote.messageId, 'Sell'),
    refused('no-such-button'),
  )
  await assert.rejects(world.client.start('ben', botId), refused('no-start'))
  assert.deepEqual(await ben.tally(), { taps: 2, typed: 2, sent: 2 })
  assert.deepEqual(await ben.counts(), { taps: 2, typed: 2, sent: 2 })
  assert.deepEqual(await ben.tally(), { taps: 0, typed: 0, sent: 0 })
})

test('a decision in the wallet is a tap', async () => {
  await ben.counts()
  await assert.rejects(world.client.decide('ben', 'no prompt', 'approve'))
  assert.equal((await ben.tally()).taps, 0)
})

test('photos, albums, files and answers arrive as what they are', async () => {
  const message = async (fits: (message: Json) => boolean) =>
    (await world.update((each) => each.message && fits(each.message))).message
  await say(benId, 'Which one?')
  await ben.replies('Which one?', 'This one')
  const reply = await message(({ text }) => text === 'This one')
  assert.equal(reply.reply_to_message.text, 'Which one?')
  await ben.sendsAlbum([await picture(90, 90), await picture(91, 91)], 'two')
  const [first, second] = [await message(({ photo }) => photo), await message(({ photo }) => photo)]
  assert.equal(first.caption, 'two')
  assert.equal(first.media_group_id, second.media_group_id)
  await assert.rejects(
    world.client.screenshot(
      'ben',
      { chat: botId, message: (await ben.sees('Which one?')).messageId },
      botId,
    ),
    refused('no-picture'),
  )
  const bytes = await picture()
  await ben.sendsFile({ bytes, name: 'tea.jpg', mimeType: 'image/jpeg', caption: 'as a file' })
  const { document } = await message((each) => each.document)
  assert.equal(document.file_name, 'tea.jpg')
  assert.equal(document.file_size, bytes.length)
  const shown = await ben.seesPicture('as a file')
  assert.deepEqual(await world.client.file(shown.file?.id ?? ''), bytes)
  const saved = await fetch(`${world.url}/driver/files/${shown.file?.id}`)
  assert.equal(saved.headers.get('content-type'), 'application/octet-stream')
  assert.match(saved.headers.get('content-disposition') ?? '', /^attachment/)
})

test('one’s own message is changed and taken away, the bot’s is not', async () => {
  await ben.says('100 g tee')
  await ben.edits('tee', '100 g tea')
  const { edited_message } = await world.update((each) => each.edited_message)
  assert.equal(edited_message.text, '100 g tea')
  await ben.deletes('100 g tea')
  const texts = (await world.client.messages('ben', botId)).map(({ text }) => text)
  assert.equal(texts.includes('100 g tea'), false)
  await say(benId, 'A card')
  await assert.rejects(ben.edits('A card', 'x'), refused('not-yours'))
  await assert.rejects(ben.deletes('A card'), refused('not-yours'))
})

test('a forward names its origin, a screenshot is a new photo and cannot be taken of what is protected', async () => {
  const jpeg = await picture(500, 300)
  const poster = (more: Record<string, string>) =>
    world.call('sendPhoto', form({ chat_id: `${benId}`, photo: jpeg, ...more }))
  await poster({
    caption: 'Poster',
    reply_markup: JSON.stringify(inline({ text: 'x', url: 'https://x.io' })),
  })
  await assert.rejects(ben.opensChatWith({ person: 'nobody' }), refused('no-such-contact'))
  await ben.opensChatWith(mia)
  await ben.forwards('Poster', 'Mia')
  const forwarded = (await world.client.messages('mia', benId)).at(-1)
  assert.equal(forwarded?.forwardedFrom, 'Scrip')
  assert.equal(forwarded?.buttons.length, 1)
  await ben.screenshots('Poster', 'Mia')
  const shot = (await world.client.messages('mia', benId)).at(-1)
  assert.equal(shot?.forwardedFrom, null)
  assert.deepEqual(shot?.buttons, [])
  assert.equal(shot?.photo?.width, 500)
  await poster({ caption: 'Secret', protect_content: 'true' })
  await assert.rejects(ben.screenshots('Secret', 'Mia'), refused('protected'))
  await assert.rejects(ben.forwards('Secret', 'Mia'), refused('protected'))
  await assert.rejects(ben.forwards('Poster', 'Nobody'), refused('chat-not-found'))
})

test('a key that asks for people offers contacts; the bot gets the chosen ones and nobody else', async () => {
  const request = { request_id: 3, max_quantity: 1, user_is_bot: false, request_name: true }
  const keyboard = { keyboard: [[{ text: 'Choose who', request_users: request }], ['Cancel']] }
  await say(benId, 'To whom?', keyboard)
  await ben.counts()
  await assert.rejects(ben.choosesContacts('Choose who', ['Nobody']), refused('no-such-contact'))
  await assert.rejects(ben.choosesContacts('Choose who', ['Scrip']), refused('no-such-contact'))
  await assert.rejects(
    world.client.shareUsers('ben', botId, 'Choose who', [benId]),
    refused('no-such-contact'),
  )
  await assert.rejects(
    world.client.shareUsers('ben', botId, 'Choose who', [miaId, miaId]),
    refused('too-many'),
  )
  await ben.choosesContacts('Choose who', ['Mia'])
  const { message } = await world.update((each) => each.message?.users_shared)
  assert.deepEqual(message.users_shared, {
    request_id: 3,
    users: [{ user_id: miaId, first_name: 'Mia' }],
  })
  assert.deepEqual(await ben.tally(), { taps: 2, typed: 0, sent: 0 })
  await ben.pressesKey('Cancel')
  await world.update((each) => each.message?.text === 'Cancel')
  const group = await ben.createsGroup('Ask here', [])
  await ben.addsBot(group)
  const several = { request_id: 4, max_quantity: 3 }
  await say(benId, 'To whom all?', {
    keyboard: [[{ text: 'Choose some', request_users: several }]],
  })
  await ben.until('the other key', async () =>
    (await world.client.contacts('ben', botId, 'Choose some').catch(() => [])).length > 0
      ? true
      : undefined,
  )
  world.world.telegram.createBot({ name: 'Unknown', username: 'never_started_bot' })
  const offered = await world.client.contacts('ben', botId, 'Choose some')
  assert.deepEqual(offered.map(({ id }) => id).toSorted(), [miaId, botId].toSorted())
  await assert.rejects(
    world.client.shareUsers('ben', botId, 'Choose some', [miaId, miaId]),
    refused('too-many'),
  )
  await ben.blocksBot()
  await assert.rejects(
    world.client.shareUsers('ben', botId, 'Choose some', [miaId]),
    refused('blocked'),
  )
  await ben.unblocksBot()
  const inGroup = await say(group, 'To whom?', keyboard)
  assert.match(inGroup.description, /private chats only/)
})

test('a share button offers the chats its flags allow, and the result goes out there', async () => {
  await ben.createsGroup('Tea club', ['mia'])
  const only = (more: Json) => ({ query: 'gift', ...more })
  await say(
    benId,
    'Send it',
    inline(
      { text: 'To a person', switch_inline_query_chosen_chat: only({ allow_user_chats: true }) },
      { text: 'To a group', switch_inline_query_chosen_chat: only({ allow_group_chats: true }) },
    ),
  )
  await assert.rejects(ben.shares('To a person', 'Tea club'), refused('no-such-chat'))
  await assert.rejects(ben.shares('To a group', 'Mia'), refused('no-such-chat'))

  await ben.counts()
  const result = (id: string) => ({
    type: 'article',
    id,
    title: id,
    input_message_content: { message_text: `A tin of ${id}` },
    reply_markup: inline({ text: 'Claim', url: 'https://t.me/scrip_bot?start=g1' }),
  })
  const answer = async () => {
    const { inline_query } = await world.update((each) => each.inline_query)
    assert.equal(inline_query.query, 'gift')
    const results = [result('honey'), result('tea')]
    const given = { inline_query_id: inline_query.id, results, cache_time: 0, is_personal: true }
    await world.call('answerInlineQuery', given)
  }
  const [sent] = await Promise.all([ben.shares('To a person', 'Mia', { result: 'tea' }), answer()])
  assert.equal(sent.text, 'A tin of tea')
  assert.deepEqual(await ben.tally(), { taps: 3, typed: 0, sent: 0 })
  const here = { switch_inline_query_current_chat: 'gift' }
  await say(benId, 'Look here', inline({ text: 'Look', ...here }))
  await ben.counts()
  await Promise.all([ben.shares('Look', botId), answer()])
  assert.deepEqual(await ben.tally(), { taps: 2, typed: 0, sent: 0 })
  await ben.counts()
  const typing = world.client.inline('ben', botId, '@scrip_bot more')
  const asked = await world.update((each) => each.inline_query)
  await world.call('answerInlineQuery', {
    inline_query_id: asked.inline_query.id,
    results: [],
    button: { text: 'Bind a wallet first', start_parameter: 'bind' },
    cache_time: 0,
  })
  const strip = await typing
  assert.equal(strip.button, 'Bind a wallet first')
  assert.equal((await world.client.inlineButton('ben', strip.id)).canStart, true)
  assert.equal((await ben.tally()).taps, 1)
  await mia.counts()
  const opened = await mia.pressesIn(benId, 'Claim')
  assert.equal(opened.opened?.type, 'chat')
  assert.equal((await mia.tally()).taps, 1)
})

test('a camera reads codes from photos and from printed files, on anybody’s phone', async () => {
  const link = 'https://t.me/scrip_bot?start=h1'
  const png = await QRCode.toBuffer(link)
  const svg = Buffer.from(await QRCode.toString(link, { type: 'svg' }))
  const print = (name: string, type: string, bytes: Buffer) => {
    const body = form({ chat_id: `${benId}`, caption: name })
    body.set('document', new Blob([new Uint8Array(bytes)], { type }), name)
    return world.call('sendDocument', body)
  }
  await world.call('sendPhoto', form({ chat_id: `${benId}`, photo: png, caption: 'Your code' }))
  await print('code.svg', 'image/svg+xml', svg)
  await print('code.png', 'image/png', png)
  await print('notes.txt', 'text/plain', Buffer.from('x'))
  await world.call(
    'sendPhoto',
    form({ chat_id: `${benId}`, photo: await picture(), caption: 'Nothing' }),
  )

  assert.equal(await mia.reads(ben, 'Your code'), link)
  assert.equal(await mia.reads(ben, 'code.svg'), link)
  assert.equal(await mia.reads(ben, 'code.png'), link)
  assert.deepEqual(await mia.scans(ben, 'Your code'), {
    type: 'chat',
    chatId: botId,
    canStart: true,
  })
  await assert.rejects(mia.reads(ben, 'notes.txt'), refused('no-picture'))
  await assert.rejects(mia.reads(ben, 'Nothing'), refused('no-code'))
})

test('a group is made, run, left and deleted; the bot in it is run, muted and removed', async () => {
  const group = await ben.createsGroup('Market', ['mia'])
  const status = async () =>
    (await world.update((each) => each.my_chat_member?.chat.id === group)).my_chat_member
      .new_chat_member.status
  await ben.addsBot('Market')
  assert.equal(await status(), 'member')
  await assert.rejects(mia.makesBotAdministrator('Market'), refused('not-allowed'))
  await assert.rejects(mia.deletesGroup('Market'), refused('not-allowed'))
  await ben.mutesBot('Market')
  assert.equal(await status(), 'restricted')
  await ben.mutesBot('Market', false)
  assert.equal(await status(), 'member')
  await ben.makesBotAdministrator('Market')
  assert.equal(await status(), 'administrator')

  await say(group, 'Post', inline({ text: 'Buy', callback_data: 'b' }))
  const [, press] = await Promise.all([mia.pressesIn(group, 'Buy'), answerPress()])
  assert.equal(press.from.id, miaId)
  assert.equal(press.message.chat.id, group)

  await mia.leaves('Market')
  await assert.rejects(world.client.say('mia', group, 'x'), refused('not-a-member'))
  await ben.removesBot('Market')
  assert.equal(await status(), 'kicked')
  assert.match((await say(group, 'x')).description, /bot was kicked from the supergroup chat/)
  await ben.addsBot('Market')
  await ben.deletesGroup('Market')
  assert.match((await say(group, 'x')).description, /the group chat was deleted/)
})

test('a blocked bot is told, and told again when it is not', async () => {
  const status = async () =>
    (await world.update((each) => each.my_chat_member?.chat.id === miaId)).my_chat_member
      .new_chat_member.status
  await mia.blocksBot()
  assert.equal(await status(), 'kicked')
  assert.match((await say(miaId, 'x')).description, /bot was blocked by the user/)
  await assert.rejects(mia.says('x'), refused('blocked'))
  await mia.unblocksBot()
  assert.equal(await status(), 'member')
  await mia.says('back again')
})

test('what goes wrong with Telegram can be ordered', async () => {
  await world.client.telegramFault({
    type: 'flood',
    retryAfter: 4,
    method: 'sendMessage',
    chatId: benId,
  })
  assert.equal((await say(miaId, 'other chat')).ok, true)
  assert.deepEqual((await say(benId, 'x')).parameters, { retry_after: 4 })
  assert.equal((await say(benId, 'x')).ok, true)
  await world.client.telegramFault({ type: 'delay-answer', ms: 300, method: 'getMe' })
  const began = Date.now()
  await world.call('getMe')
  assert.ok(Date.now() - began >= 290)
  await world.client.telegramFault({ type: 'refuse', code: 500, description: 'no', times: 3 })
  await world.client.clearTelegramFaults()
  assert.equal((await say(benId, 'x')).ok, true)
  await world.client.strictLimits(true)
  let answer = await say(benId, 'x')
  for (let sent = 0; answer.ok && sent < 40; sent++) answer = await say(benId, 'x')
  assert.equal(answer.error_code, 429)
  await world.client.strictLimits(false)
})

test('a foreign page cannot press a button, and nonsense is refused as such', async () => {
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${world.url}/driver/people/ben/say`, { method: 'POST', headers, body })
  const json = { 'content-type': 'application/json' }
  const act = JSON.stringify({ chat: botId, text: 'stolen' })
  assert.equal((await post({ ...json, origin: 'https://evil.example' }, act)).status, 403)
  assert.equal((await post({ 'content-type': 'text/plain' }, act)).status, 415)
  assert.equal((await post(json, '{')).status, 400)
  assert.equal((await post(json, '{"chat":"x"}')).status, 400)
  const texts = (await world.client.messages('ben', botId)).map(({ text }) => text)
  assert.equal(texts.includes('stolen'), false)
})
