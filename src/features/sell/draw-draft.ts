import { type DraftView, draftCard } from '../../cards/draft-card.ts'
import type { Card } from '../../domain/card.ts'
import type { Draft } from '../../domain/draft.ts'
import { draftProblems } from '../../domain/draft-goods.ts'
import type { Account } from '../../domain/ids.ts'
import { type Coin, formatMoney } from '../../domain/money.ts'
import type { Unit } from '../../ports/store.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import type { Texts } from '../../ports/texts.ts'

/** What a draft's card is made with besides the draft. */
export type DraftParts = {
  taxonomy: Taxonomy
  /** @throws AppError CHAIN_UNREACHABLE */
  coinOf: (currency: Account | null) => Coin
}

/** The place of a draft's card in its chat. */
export function draftCardKey(id: string): string {
  return `draft:${id}`
}

/** A draft's card as the draft is now. */
export function drawDraft(parts: DraftParts, texts: Texts, draft: Draft): Card {
  const { price, currency, category } = draft
  const view: DraftView = {
    draft,
    texts,
    price: price === null ? null : formatMoney(price, parts.coinOf(currency), texts.locale),
    category: category === null ? null : parts.taxonomy.pathOf(category, texts.locale),
    problems: draftProblems(draft),
    isDigital: category !== null && parts.taxonomy.isDigital(category),
  }
  return draftCard(view)
}

/** Draws a draft's card at the bottom of the chat, and takes it away where it stood. */
export async function moveDraft(unit: Unit, draft: Draft, card: Card): Promise<void> {
  const { chat } = draft
  const key = draftCardKey(draft.id)
  const old = await unit.cards.load(chat, key)
  await unit.drawings.card({ chat, key, card, placement: 'new' })
  if (old !== null) await unit.drawings.remove({ chat, messageId: old.messageId })
}
