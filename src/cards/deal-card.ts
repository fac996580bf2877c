import type { Card } from '../domain/card.ts'
import { bindingCard } from './binding-card.ts'
import type { DealView } from './deal-view.ts'
import { handoverCard } from './handover-card.ts'
import { purchaseCard } from './purchase-card.ts'
import { redemptionCard } from './redemption-card.ts'

const cards = {
  binding: bindingCard,
  purchase: purchaseCard,
  redemption: redemptionCard,
  handover: handoverCard,
} as const

/** The card of any deal. */
export function dealCard(view: DealView): Card {
  return cards[view.deal.subject.kind](view)
}
