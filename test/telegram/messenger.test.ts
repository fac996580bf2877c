import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { Api } from 'grammy'
import type { Card } from '../../src/domain/card.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { ChatId } from '../../src/domain/ids.ts'
import type { Delivery, Messenger } from '../../src/ports/messenger.ts'
import type { PlacedCard } from '../../src/ports/store.ts'
import type { MessageView } from '../../src/sandbox/telegram/types.ts'
import { createMessenger } from '../../src/telegram/messenger.ts'
import { createTestWorld, picture, type TestWorld } from '../sandbox/telegram/world.ts'

const SEED = 'seed'
let world: TestWorld
let messenger: Messenger
let chat: ChatId
let stored: Map<string, Uint8Array>

beforeEach(async () => {
  world = await createTestWorld()
  chat = world.mia.id as ChatId
  stored = new Map()
  const png = await picture(64, 64)
  messenger = createMessenger({
    api: new Api(world.bot.token, { apiRoot: world.server.url }),
    painter: { paint: async () => png },
    pictures: { load: async (hash) => stored.get(hash) ?? null },
  })
})
afterEach(() => world.server.close())

const text = (html: string): Card => ({ html, buttons: [], picture: null })
const drawn = (html: string, id = 'drawing'): Card => {
  const drawing = { type: 'receipt', title: '', lines: [], serial: '', stamp: null, seed: SEED }
  return { html, buttons: [], picture: { id, type: 'drawing', drawing } as Card['picture'] }
}

async function place(card: Card, at: PlacedCard | null = null): Promise<PlacedCard> {
  const delivery = await messenger.show(chat, card, at)
  assert.equal(delivery.type, 'placed')
  return (delivery as Extract<Delivery, { type: 'placed' }>).place
}

/** What the bot's messages in Mia's chat are now. */
const seen = (): MessageView[] => world.mia.messages(world.bot.id).filter(({ from }) => from.isBot)
const calls = () => world.exchanges.length

test('a card is edited where it stands', async () => {
  const first = await place(text('<b>one</b>'))
  const second = await place(text('two'), first)

  assert.equal(second.messageId, first.messageId)
  assert.deepEqual(
    seen().map((each) => each.text),
    ['two'],
  )
})

test('a card that shows this already costs no call', async () => {
  const first = await place(text('same'))
  const before = calls()

  assert.deepEqual(await place(text('same'), first), first)
  assert.equal(calls(), before)
})

test('a refusal because nothing would change counts as drawn', async () => {
  const first = await place(text('same'))
  // A crash between the call and its record: we do not know what stands there.
  const again = await place(text('same'), { ...first, contentHash: 'unknown' })

  assert.deepEqual(again, first)
  assert.equal(seen().length, 1)
})

test('a card whose message was deleted comes as a new message', async () => {
  const first = await place(text('one'))
  await world.call('deleteMessage', { chat_id: chat, message_id: first.messageId })
  const second = await place(text('two'), first)

  assert.notEqual(second.messageId, first.messageId)
  assert.deepEqual(
    seen().map((each) => each.text),
    ['two'],
  )
})

test('a person who blocked the bot is unreachable, with a new card and with an old one', async () => {
  const first = await place(text('one'))
  world.mia.block(world.bot.id)

  assert.deepEqual(await messenger.show(chat, text('two'), null), { type: 'unreachable' })
  assert.equal((await messenger.show(chat, drawn('three'), first)).type, 'unreachable')
})

test('somebody who never started the bot is unreachable', async () => {
  const stranger = world.tom.id as ChatId

  assert.deepEqual(await messenger.show(stranger, text('hello'), null), { type: 'unreachable' })
})

test('a flood refusal says how long to wait, and nothing is drawn', async () => {
  world.telegram.faults.add({ type: 'flood', retryAfter: 7 })

  assert.deepEqual(await messenger.show(chat, text('one'), null), { type: 'wait', ms: 7000 })
  assert.equal(seen().length, 0)
})

test('a text card that gets a picture moves to the end of the chat', async () => {
  const first = await place(text('one'))
  const second = await place(drawn('two'), first)

  assert.equal(second.form, 'photo')
  assert.deepEqual(
    seen().map(({ messageId, photo }) => [messageId, photo !== null]),
    [[second.messageId, true]],
  )
})

test('a picture card is edited in place: caption alone, then another picture', async () => {
  const first = await place(drawn('one'))
  const [before] = seen()
  const second = await place(drawn('two'), first)
  const [caption] = seen()
  const third = await place(drawn('two', 'another'), second)

  assert.equal(third.messageId, first.messageId)
  assert.equal(third.pictureId, 'another')
  assert.equal(caption?.text, 'two')
  assert.equal(caption?.photo?.id, before?.photo?.id)
  assert.ok(world.exchanges.some((each) => each.method.toLowerCase() === 'editmessagemedia'))
})

test('a picture that is not there never holds the text up', async () => {
  const card: Card = { ...text('goods'), picture: { id: 'gone', type: 'stored', hash: 'gone' } }
  const first = await place(card)
  const second = await place({ ...card, html: 'goods, sold out' }, first)

  assert.equal(first.form, 'text')
  assert.equal(second.messageId, first.messageId)
})

test('bytes that are no picture never hold the text up', async () => {
  stored.set('broken', Buffer.from('not a picture'))
  const card: Card = { ...text('goods'), picture: { id: 'b', type: 'stored', hash: 'broken' } }

  assert.equal((await place(card)).form, 'text')
})

test('a broken connection is worth another try', async () => {
  world.telegram.faults.add({ type: 'drop-answer', method: 'sendMessage' })

  await assert.rejects(
    messenger.show(chat, text('one'), null),
    (error) =>
      error instanceof AppError && error.code === 'TELEGRAM_UNREACHABLE' && error.retryable,
  )
})

test('a refusal that nothing explains is not tried again', async () => {
  world.telegram.faults.add({ type: 'refuse', code: 400, description: 'Bad Request: novelty' })

  await assert.rejects(
    messenger.show(chat, text('one'), null),
    (error) => error instanceof AppError && error.code === 'UNEXPECTED',
  )
})
