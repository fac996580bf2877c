import { frozenCard } from '../../cards/wallets-card.ts'
import { reachablePeople } from '../../deals/reachable-people.ts'
import type { Account } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/**
 * A wallet session has other accounts than before. An account that left it is frozen: it stays bound, but nothing is asked of
 * that session for it any more, until it is proven again. A session without anybody is ended. Hearing of it twice
 * changes nothing the second time.
 */
export function createSessionChanged(deps: {
  texts: (locale: string) => Texts
}): (unit: Unit, topic: string, accounts: readonly Account[]) => Promise<void> {
  return async function sessionChanged(unit, topic, accounts) {
    const users = await unit.bindings.usersOf(topic)
    const gone = users.filter(({ account }) => !accounts.includes(account))
    for (const { person, account } of gone) {
      await unit.bindings.freeze(person, account)
      for (const { chat, texts } of await reachablePeople(unit, deps.texts, [person])) {
        const card = frozenCard({ account, shown: accounts[0] ?? null, texts })
        await unit.drawings.card({ chat, key: `frozen:${account}`, card, placement: 'new' })
      }
    }
    if (users.length > 0 && gone.length === users.length) await unit.drawings.endSession(topic)
  }
}
