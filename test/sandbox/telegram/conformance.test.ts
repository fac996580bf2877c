import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { compactBotApi } from '../../../scripts/generate-bot-api.ts'
import { specProblems } from '../../../src/sandbox/telegram/execute.ts'
import { botApi } from '../../../src/sandbox/telegram/generated/bot-api.ts'
import { methodNames } from '../../../src/sandbox/telegram/method-names.ts'
import { methods } from '../../../src/sandbox/telegram/methods/table.ts'

const chat = { id: 1, type: 'private', first_name: 'Mia' }
const message = { message_id: 1, date: 1, chat, text: 'x' }

test('values that match their type have no problems', () => {
  assert.deepEqual(specProblems('Message', message), [])
  assert.deepEqual(specProblems('Message|Boolean', true), [])
  assert.deepEqual(specProblems('MaybeInaccessibleMessage', { chat, message_id: 1, date: 0 }), [])
  assert.deepEqual(specProblems('Array of Update', [{ update_id: 1, message }]), [])
})

test('wrong types, missing, unknown and misnamed fields are found, wherever they are', () => {
  const cases: [string, unknown, string][] = [
    ['Message', { ...message, message_id: '1' }, 'Message.message_id: expected Integer'],
    ['Message', { ...message, chat: { ...chat, id: 1.5 } }, 'Message.chat.id: expected Integer'],
    ['Message', { date: 1, chat }, 'Message.message_id: missing'],
    ['Message', { ...message, texts: 'x' }, 'Message.texts: unknown field of Message'],
    ['Message', { ...message, photo: [{}] }, 'Message.photo[0].file_id: missing'],
    [
      'Message',
      { ...message, reply_markup: { inline_keyboard: [{}] } },
      'Message.reply_markup.inline_keyboard[0]: expected Array of InlineKeyboardButton',
    ],
    [
      'ChatMemberOwner',
      { status: 'member', user: null, is_anonymous: false },
      'ChatMemberOwner.status: expected "creator"',
    ],
    ['Array of Update', {}, 'Array of Update: expected Array of Update'],
    ['Boolean', 'true', 'Boolean: expected Boolean'],
    ['Message', null, 'Message: expected Message'],
  ]
  for (const [type, value, problem] of cases) {
    const problems = specProblems(type, value)
    assert.ok(problems.includes(problem), `${problem} not in ${problems.join('; ')}`)
  }
})

test('every method honours only parameters that the specification has', () => {
  for (const name of methodNames) {
    const known = Object.keys(botApi.methods[name]?.fields ?? {})
    assert.deepEqual(
      methods[name].supported.filter((field) => !known.includes(field)),
      [],
      name,
    )
  }
})

test('the generated specification is fresh', (t) => {
  const source = join(import.meta.dirname, '../../../../shared/data/botapi/api.json')
  if (!existsSync(source)) return t.skip('the specification is not at hand')
  const generated = join(import.meta.dirname, '../../../src/sandbox/telegram/generated/bot-api.ts')
  const api = JSON.parse(readFileSync(source, 'utf8'))
  assert.equal(readFileSync(generated, 'utf8'), compactBotApi(api, methodNames))
})
