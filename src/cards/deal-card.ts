import type { Card } from '../domain/card.ts'
import type { Deal } from '../domain/deal/deal.ts'
import { actCard } from './act-card.ts'
import { bindingCard } from './binding-card.ts'
import { claimCard } from './claim-card.ts'
import type { DealView } from './deal-view.ts'
import { handoverCard } from './handover-card.ts'
import { publicationCard } from './publication-card.ts'
import { purchaseCard } from './purchase-card.ts'
import { quoteCard } from './quote-card.ts'
import { redemptionCard } from './redemption-card.ts'
import { sendCard } from './send-card.ts'
import { takeCard } from './take-card.ts'

const cards: Readonly<Record<Deal['subject']['kind'], (view: DealView) => Card>> = {
  binding: bindingCard,
  purchase: purchaseCard,
  take: takeCard,
  publication: publicationCard,
  send: sendCard,
  claim: claimCard,
  redemption: redemptionCard,
  handover: handoverCard,
  quote: quoteCard,
  act: actCard,
}

/** The card of any deal. */
export function dealCard(view: DealView): Card {
  return cards[view.deal.subject.kind](view)
}
