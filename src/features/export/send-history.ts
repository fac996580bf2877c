import { coinsOf } from '../../deals/coins-of.ts'
import type { Account, PersonId } from '../../domain/ids.ts'
import type { Coin } from '../../domain/money.ts'
import { privateChat } from '../../domain/private-chat.ts'
import type { Courier } from '../../ports/courier.ts'
import type { Store } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import { historyCsv } from './history-csv.ts'
import { MOST_LINES, readHistory } from './read-history.ts'

/**
 * Sends a person's history to their private chat, as it is when it is sent. `dueAt` in Unix ms. The returned function
 * @throws AppError CHAIN_UNREACHABLE while a coin is being read, TELEGRAM_UNREACHABLE
 */
export function createSendHistory(deps: {
  store: Store
  courier: Courier
  texts: (locale: string) => Texts
  coinOf: (currency: Account | null) => Coin
  now: () => number
}): (input: {
  person: PersonId
  locale: string
}) => Promise<{ type: 'nothing' } | { type: 'later'; dueAt: number }> {
  const { store, courier, coinOf, now } = deps
  return async function sendHistory({ person, locale }) {
    const texts = deps.texts(locale)
    const bindings = await store.transaction((unit) => unit.bindings.of(person))
    const accounts = bindings.map(({ account }) => account)
    const { lines, now: time } = await readHistory(store, accounts)
    const currencies = lines.map(({ series }) => series.terms.currency)
    const coin = coinsOf(coinOf, currencies)
    const csv = historyCsv(lines, { texts, coin, now: time })
    const isCut = lines.length === MOST_LINES ? 'yes' : 'no'
    const day = new Date(time * 1000).toISOString().slice(0, 10)
    const sent = await courier.send(privateChat(person), {
      name: `scrip-${day}.csv`,
      bytes: Buffer.from(csv),
      html: texts.html('export-caption', { count: lines.length, isCut }),
    })
    return sent.type === 'wait' ? { type: 'later', dueAt: now() + sent.ms } : { type: 'nothing' }
  }
}
