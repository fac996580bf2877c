import type { PersonId } from '../domain/ids.ts'
import type { Messenger } from '../ports/messenger.ts'
import type { ShowCard } from '../ports/show-card.ts'
import type { Store } from '../ports/store.ts'

/** Cards through a messenger, their places in the store. A private chat has its person's number. */
export function createShowCard(deps: {
  store: Store
  messenger: Messenger
  now: () => number
}): ShowCard {
  const { store, messenger, now } = deps
  return async function showCard({ chat, key, card, placement, replyTo = null }) {
    const place =
      placement === 'new' ? null : await store.transaction((unit) => unit.cards.load(chat, key))
    const delivery = await messenger.show(chat, card, place, replyTo)
    if (delivery.type === 'wait') return { type: 'later', dueAt: now() + delivery.ms }
    await store.transaction(async (unit) => {
      if (delivery.type === 'placed') await unit.cards.place(chat, key, delivery.place)
      else await unit.people.setReachable(Number(chat) as PersonId, false)
    })
    return { type: 'nothing' }
  }
}
