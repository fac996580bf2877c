import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Api } from 'grammy'
import type { Card } from '../../src/domain/card.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { ChatId } from '../../src/domain/ids.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import { createMessenger } from '../../src/telegram/messenger.ts'
import { createTestWorld, type TestWorld } from '../sandbox/telegram/world.ts'

const card: Card = { html: 'card', buttons: [], picture: null }
const place = { messageId: 999, form: 'text', pictureId: null, contentHash: 'old' } as const
let world: TestWorld
let messenger: Messenger
let chat: ChatId

before(async () => {
  world = await createTestWorld()
  chat = world.mia.id as ChatId
  messenger = createMessenger({
    api: new Api(world.bot.token, { apiRoot: world.server.url }),
    painter: { paint: async () => new Uint8Array() },
    pictures: { load: async () => null },
  })
})
after(() => world.server.close())

// A card whose message was gone was sent anew, and when that was refused too, the refusal was taken for a fault of ours:
// the drawing was given up for good instead of waiting.
test('a deleted card whose replacement meets a flood waits', async () => {
  world.telegram.faults.add({ type: 'flood', retryAfter: 3, method: 'sendMessage' })

  assert.deepEqual(await messenger.show(chat, card, place), { type: 'wait', ms: 3000 })
})

test('a deleted card in a chat that is closed now is unreachable', async () => {
  world.telegram.faults.add({
    type: 'refuse',
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
    method: 'sendMessage',
  })

  assert.deepEqual(await messenger.show(chat, card, place), { type: 'unreachable' })
})

// An answer of 500 or 502 was taken for a refusal, and the drawing given up at the first hiccup of Telegram.
test('a fault on Telegram’s side is tried again', async () => {
  world.telegram.faults.add({ type: 'refuse', code: 502, description: 'Bad Gateway' })

  await assert.rejects(
    messenger.show(chat, card, null),
    (error) =>
      error instanceof AppError && error.code === 'TELEGRAM_UNREACHABLE' && error.retryable,
  )
})
