import type { Composer } from 'grammy'
import type { Account, PersonId } from '../../src/domain/ids.ts'
import type { Coin } from '../../src/domain/money.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { createStepDeal } from '../../src/jobs/step-deal.ts'
import type { OutboxItem, Unit } from '../../src/ports/store.ts'
import type { Texts } from '../../src/ports/texts.ts'
import type { BotContext } from '../../src/telegram/bot-context.ts'
import { createUpdateHandler } from '../../src/telegram/update-handler.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

const NOBODY_LISTENS = 'http://127.0.0.1:9'

/** The one way to move deals, at a time that stands still. */
export const stagedStepDeal = createStepDeal({
  context: ({ person }) => ({
    now: 1_800_000_000,
    chainId: 1,
    site: 'https://scrip.example',
    botName: 'scrip_bot',
    person,
  }),
  failpoint: () => {},
})

/** A few features over a database in memory: updates go in, and what was written is read. Nothing goes out. */
export async function stageBot(
  features: (parts: { texts: (locale: string) => Texts }) => Composer<BotContext>[],
  coinOf: (currency: Account | null) => Coin = () => ({ symbol: 'USDC', decimals: 6 }),
) {
  const adapter = await openSqliteStore()
  const { store, clock } = adapter
  const { texts } = loadTexts('locales')
  const handle = createUpdateHandler({
    token: '1:token',
    apiRoot: NOBODY_LISTENS,
    me: { id: 1, is_bot: true, first_name: 'Scrip', username: 'scrip_bot' } as never,
    features: features({ texts }),
    texts,
    coinOf,
    onError: () => {},
  })
  let count = 0
  const userOf = (id: number) => ({ id, is_bot: false, first_name: 'Ann', language_code: 'en' })
  const send = (update: object) => {
    count += 1
    return store.transaction((unit) => handle({ update_id: count, ...update } as never, unit))
  }
  return {
    ...adapter,
    texts,
    userOf,
    send,
    inUnit: <T>(work: (unit: Unit) => Promise<T>) => store.transaction(work),
    /** A person who has met the bot and proven these accounts. */
    meet: (id: number, ...accounts: Account[]) =>
      store.transaction(async (unit) => {
        const person = id as PersonId
        await unit.people.meet({ id: person, name: 'Ann', locale: 'en' })
        for (const account of accounts) {
          clock.now += 1
          const proof = { topic: `t${account}`, challenge: '', signature: '' }
          await unit.bindings.bind({ person, account, ...proof })
        }
      }),
    /** A tap on a button in a chat; a negative one is a group. */
    tap: (from: number, data: string, chat = from) => {
      const type = chat < 0 ? 'supergroup' : 'private'
      const message = { message_id: 1, date: 1, chat: { id: chat, type }, text: 'card' }
      const query = { id: '1', from: userOf(from), chat_instance: '1', data, message }
      return send({ callback_query: query })
    },
    /** Words typed in the private chat. */
    say: (from: number, text: string) => {
      const chat = { id: from, type: 'private' }
      return send({ message: { message_id: 2, date: 1, from: userOf(from), chat, text } })
    },
    /** Takes out everything that waits to go out: the next of every chat, until there is none. */
    sent: () =>
      store.transaction(async (unit) => {
        const items: OutboxItem[] = []
        while (true) {
          const next = await unit.outbox.next([], clock.now + 1e9, 100)
          if (next.length === 0) return items
          for (const { id, item } of next) {
            await unit.outbox.done(id)
            items.push(item)
          }
        }
      }),
  }
}
