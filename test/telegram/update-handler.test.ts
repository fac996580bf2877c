import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { offerDeal } from '../../src/domain/deal/deal.ts'
import type { ChatId, DealId, PersonId } from '../../src/domain/ids.ts'
import { dealBot } from '../../src/features/deal/bot.ts'
import { homeBot } from '../../src/features/home/bot.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { random } from '../../src/jobs/random.ts'
import { createStepDeal } from '../../src/jobs/step-deal.ts'
import type { Store } from '../../src/ports/store.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createSeal } from '../../src/store/seal.ts'
import { createSqliteDialect } from '../../src/store/sqlite.ts'
import { createStore } from '../../src/store/store.ts'
import { createUpdateHandler, type UpdateHandler } from '../../src/telegram/update-handler.ts'

const DEAL = '0123456789abcdef' as DealId
const OWNER = 10
const STRANGER = 11
const NOBODY_LISTENS = 'http://127.0.0.1:9'

let store: Store
let handle: UpdateHandler
let answers: unknown[]
let updateId = 0
beforeEach(async () => {
  answers = []
  const db = await openDatabase(createSqliteDialect(':memory:'))
  store = createStore({
    db,
    seal: createSeal(Buffer.alloc(32)),
    chainId: 1,
    now: Date.now,
    lineOf: (id) => [id],
  })
  const { texts } = loadTexts('locales')
  const context = (deal: { person: { id: PersonId; name: string } }) => ({
    now: 1_800_000_000,
    chainId: 1,
    site: 'https://scrip.example',
    botName: 'scrip_bot',
    person: deal.person,
  })
  const stepDeal = createStepDeal({ context, failpoint: () => {} })
  handle = createUpdateHandler({
    token: '1:token',
    apiRoot: NOBODY_LISTENS,
    me: { id: 1, is_bot: true, first_name: 'Scrip', username: 'scrip_bot' } as never,
    features: [dealBot({ stepDeal, random, readFacts: async () => null }), homeBot({ texts })],
    texts,
    coinOf: () => ({ symbol: 'USDC', decimals: 6 }),
    // The answer to a tap goes to an address where nobody listens; what it would have said comes here.
    onError: (error) => answers.push(error),
  })
  await store.transaction((unit) =>
    unit.deals.add(
      offerDeal({
        id: DEAL,
        person: { id: OWNER as PersonId, name: 'Ben' },
        chat: OWNER as ChatId,
        subject: { kind: 'binding' },
      }),
    ),
  )
})

function tap(from: number, data: string) {
  updateId += 1
  const user = { id: from, is_bot: false, first_name: 'Somebody', language_code: 'en' }
  const chat = { id: from, type: 'private' as const, first_name: 'Somebody' }
  const message = { message_id: 1, date: 1, chat, text: 'card' }
  const callback_query = { id: String(updateId), from: user, chat_instance: '1', data, message }
  const update = { update_id: updateId, callback_query }
  return store.transaction((unit) => handle(update as never, unit))
}

const load = () => store.transaction((unit) => unit.deals.load(DEAL))
const waiting = () => store.transaction((unit) => unit.outbox.next([], Date.now() + 1000, 100))

test('the owner’s tap moves the deal on', async () => {
  await tap(OWNER, `1.go.${DEAL}.0`)

  assert.equal((await load())?.deal.stage, 'binding')
})

test('a tap forged for somebody else’s deal changes nothing', async () => {
  for (const name of ['go', 'cancel', 'again', 'refresh'])
    await tap(STRANGER, `1.${name}.${DEAL}.0`)

  assert.equal((await load())?.version, 0)
  assert.deepEqual(await waiting(), [])
})

test('a tap on a card of an older stage only draws the card anew', async () => {
  await tap(OWNER, `1.go.${DEAL}.0`)
  const before = await load()
  await tap(OWNER, `1.cancel.${DEAL}.0`)

  assert.equal((await load())?.version, before?.version)
  assert.ok(
    (await waiting()).some(
      ({ item }) => item.type === 'effect' && item.effect.type === 'show-card',
    ),
  )
})

test('garbage is answered and changes nothing', async () => {
  for (const data of ['', 'x', '1.go.0000000000000000.0', '9.go.a.0', '1.show-right.AAAA.0']) {
    await tap(OWNER, data === '' ? ' ' : data)
  }
  // One attempt to answer for each of them, which fails because nobody listens.
  while (answers.length < 5) await new Promise((resolve) => setImmediate(resolve))
  assert.equal((await load())?.version, 0)
})

test('a message in a group is left alone', async () => {
  const from = { id: OWNER, is_bot: false, first_name: 'Ben' }
  const chat = { id: -5, type: 'supergroup', title: 'Tea' }
  const message = { message_id: 1, date: 1, from, chat, text: '/start' }
  await store.transaction((unit) => handle({ update_id: 999, message } as never, unit))

  assert.deepEqual(await waiting(), [])
})
