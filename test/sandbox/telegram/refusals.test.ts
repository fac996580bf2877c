import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { methodNames } from '../../../src/sandbox/telegram/method-names.ts'
import { markup } from './refusal-rows-markup.ts'
import { members } from './refusal-rows-members.ts'
import { messages } from './refusal-rows-messages.ts'
import { others } from './refusal-rows-others.ts'
import { texts } from './refusal-rows-texts.ts'
import { createFacts, type Facts } from './refusal-world.ts'

const rows = [...texts, ...markup, ...messages, ...others, ...members]
let facts: Facts

before(async () => {
  facts = await createFacts()
})

after(async () => {
  facts.webServer.close()
  await facts.server.close()
})

describe('what the Bot API refuses, with its words', () => {
  for (const { method, situation, request, code, text } of rows) {
    test(`${method}: ${situation}`, async () => {
      const { status, body } = await facts.call(
        method,
        typeof request === 'function' ? await request(facts) : request,
      )

      assert.equal(body.description, text)
      assert.equal(body.error_code, code)
      assert.equal(status, code)
      assert.equal(body.ok, false)
    })
  }

  test('every method that can refuse has a row', () => {
    const silent = new Set(['getMe', 'getUpdates', 'deleteWebhook', 'getWebhookInfo'])
    const covered = new Set(rows.map(({ method }) => method))
    assert.deepEqual(
      methodNames.filter((name) => !covered.has(name) && !silent.has(name)),
      [],
    )
  })

  test('nothing refused left a message behind', async () => {
    const sent = await facts.call('sendMessage', { chat_id: facts.chat, text: 'next' })
    assert.equal(sent.result.message_id, facts.mia.messages(facts.bot.id).at(-1)?.messageId)
    assert.equal(
      facts.mia.messages(facts.bot.id).some(({ text }) => text === 'x'),
      false,
    )
  })
})
