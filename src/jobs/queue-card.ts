import { randomUUID } from 'node:crypto'
import type { Card } from '../domain/card.ts'
import type { ChatId, DealId } from '../domain/ids.ts'
import type { Unit } from '../ports/store.ts'

/** The key under which a deal's card stands in its chat. */
export function dealCardKey(deal: DealId): string {
  return `deal:${deal}`
}

/** Draws a deal's card after the transaction; `anew` as a new message at the bottom of the chat. */
export async function queueDealCard(
  unit: Unit,
  input: { deal: DealId; chat: ChatId; anew: boolean },
): Promise<void> {
  const { deal, chat, anew } = input
  if (anew) await unit.cards.forget(chat, dealCardKey(deal))
  await unit.outbox.add({
    key: `draw:${randomUUID()}`,
    lane: `chat:${chat}`,
    item: { type: 'effect', deal, effect: { type: 'show-card' } },
  })
}

/**
 * Sends a card that is not about a deal. `key` names its place in the chat: an in-place card is edited where it stands, a
 * new one takes the place over.
 */
export async function queueCard(
  unit: Unit,
  input: { chat: ChatId; key: string; card: Card; placement: 'in-place' | 'new' },
): Promise<void> {
  const { chat, key, card, placement } = input
  await unit.outbox.add({
    key: `card:${randomUUID()}`,
    lane: `chat:${chat}`,
    item: { type: 'card', chat, key, card, placement },
  })
}
