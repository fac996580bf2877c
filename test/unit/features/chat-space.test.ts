import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spaceKey } from '../../../src/domain/button-key.ts'
import { encodeAction } from '../../../src/domain/callback-data.ts'
import type { ChatId } from '../../../src/domain/ids.ts'
import { privateChat } from '../../../src/domain/private-chat.ts'
import { createShowLinks } from '../../../src/features/groups/show-links.ts'
import { spaceBot } from '../../../src/features/space/bot.ts'
import { loadTaxonomy } from '../../../src/taxonomy/load-taxonomy.ts'
import { createUpdateHandler } from '../../../src/telegram/update-handler.ts'
import { account, series } from '../../conformance/blocks.ts'
import { offered, openPhotoStage, said } from './photo-stage.ts'

const mei = account('mei')
const coin = { symbol: 'USDC', decimals: 6 }

test('who opens a space stands in it, and a category across spaces is none', async () => {
  const { store, person, close } = await openPhotoStage(offered('tea'))
  const handle = createUpdateHandler({
    token: '1:token',
    apiRoot: 'http://127.0.0.1:9',
    me: { id: 1, is_bot: true, first_name: 'Scrip', username: 'scrip_bot' } as never,
    features: [spaceBot({ taxonomy: loadTaxonomy(), doors: { series: never, offer: never } })],
    texts: said.texts,
    coinOf: () => coin,
    onError: () => {},
  })
  const from = { id: person.id, is_bot: false, first_name: 'Ben', language_code: 'en' }
  const chat = { id: person.id, type: 'private', first_name: 'Ben' }
  const opens = (name: 'space' | 'category', key: Parameters<typeof spaceKey>[0]) =>
    store.transaction(async (unit) => {
      const data = encodeAction({ name, subject: spaceKey(key), version: 0 })
      const message = { message_id: 1, date: 1, chat }
      const callback_query = { id: '1', from, chat_instance: '1', data, message }
      await handle({ update_id: 1, callback_query } as never, unit)
      return unit.chatSpaces.of(privateChat(person.id))
    })

  assert.equal(await opens('category', { account: null, category: 2073 }), null)
  assert.equal(await opens('space', { account: mei, category: null }), mei)
  assert.equal(await opens('space', { account: account('ben'), category: 2073 }), account('ben'))
  await close()
})

test('a group is in the space whose link the bot showed there, and not in that of one thing', async () => {
  const { store, clock, close } = await openPhotoStage(offered('tea'))
  const showLinks = createShowLinks({
    now: () => clock.now,
    linkCard: async () => ({ html: 'card', buttons: [], picture: null }),
  })
  const group = -100 as ChatId
  const shows = (link: Parameters<typeof showLinks>[1]['links'][number]) =>
    store.transaction(async (unit) => {
      await showLinks(unit, { chat: group, texts: said.texts('en'), links: [link] })
      return unit.chatSpaces.of(group)
    })

  assert.equal(await shows({ type: 'series', series: series('tea'), contributor: null }), null)
  assert.equal(await shows({ type: 'space', account: mei, contributor: null }), mei)
  await close()
})

async function never(): Promise<never> {
  return assert.fail('nothing of this kind')
}
