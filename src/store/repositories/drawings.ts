import { randomUUID } from 'node:crypto'
import { dealCardKey } from '../../domain/card-key.ts'
import type { Cards, Drawings, OutboxItem, Queue } from '../../ports/store.ts'

/** Drawings as rows of the outbox, in the lane of their chat. */
export function createDrawings(outbox: Queue<OutboxItem>, cards: Cards): Drawings {
  return {
    async deal({ deal, chat, anew }) {
      if (anew) await cards.forget(chat, dealCardKey(deal))
      await outbox.add({
        key: `draw:${randomUUID()}`,
        lane: `chat:${chat}`,
        item: { type: 'effect', deal, effect: { type: 'show-card' } },
      })
    },
    async card({ chat, key, card, placement }) {
      await outbox.add({
        key: `card:${randomUUID()}`,
        lane: `chat:${chat}`,
        item: { type: 'card', chat, key, card, placement },
      })
    },
  }
}
