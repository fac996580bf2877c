import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message, User, UserFromGetMe } from 'grammy/types'
import { photoForUs } from '../../src/telegram/photo-for-us.ts'

const me = { id: 1, username: 'Scrip_bot' } as UserFromGetMe
const other = { id: 2, is_bot: true, first_name: 'Pic' } as User
const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }]
const message = (parts: Record<string, unknown>): Message =>
  ({ message_id: 9, date: 0, chat: { id: -1, type: 'group', title: 'g' }, ...parts }) as Message

test('a photo that names the bot, that replies to it, or that a reply with its name is about', () => {
  const named = message({ photo, caption: 'what is this, @scrip_bot?' })
  assert.equal(photoForUs(named, me), named)
  const answering = message({ photo, reply_to_message: message({ from: me }) })
  assert.equal(photoForUs(answering, me), answering)
  const theirs = message({ photo, message_id: 8, from: { id: 3 } })
  const asking = message({ text: '@scrip_bot what is it', reply_to_message: theirs })
  assert.equal(photoForUs(asking, me), theirs)
})

test('whatever is not meant for the bot is left alone', () => {
  const theirs = message({ photo, message_id: 8, from: { id: 3 } })
  for (const parts of [
    { photo, caption: 'mine' },
    { photo, caption: 'ask @scrip_bot_two' },
    { photo, reply_to_message: message({ from: { id: 3 } }) },
    { text: 'nice', reply_to_message: theirs },
    { text: '@scrip_bot', reply_to_message: message({ text: 'no photo' }) },
    { text: '@scrip_bot' },
    // What came through a bot names it without anybody having asked.
    { photo, caption: '@scrip_bot', via_bot: other },
    { text: '@scrip_bot', via_bot: me, reply_to_message: theirs },
  ])
    assert.equal(photoForUs(message(parts), me), null, JSON.stringify(parts))
})
