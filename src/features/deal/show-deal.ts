import { dealCard } from '../../cards/deal-card.ts'
import type { DealView, WalletWays } from '../../cards/deal-view.ts'
import { receiptCard } from '../../cards/receipt-card.ts'
import { dealCardKey, receiptKey } from '../../domain/card-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealId, RightId } from '../../domain/ids.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { ShowCard } from '../../ports/show-card.ts'
import type { Store, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/** What a deal's cards need from outside. */
export type ShowDealDeps = {
  store: Store
  chain: ChainPort
  showCard: ShowCard
  texts: (locale: string) => Texts
  chainName: string
  walletWays: (uri: string) => WalletWays
  botLink: (payload: string) => string
}

/**
 * Draws a deal's card, or its receipt, as the deal is now: not as it was when the drawing was asked for, so that a late
 * drawing never shows something old.
 */
export function createShowDeal(deps: ShowDealDeps) {
  return async function showDeal(id: DealId, what: 'card' | 'receipt') {
    const found = await deps.store.transaction((unit) => gather(unit, id))
    if (found === null) return { type: 'nothing' } as const
    const { deal, series, right, locale, now } = found
    const currency = series?.terms.currency ?? null
    const uri = deal.binding?.uri ?? null
    const view: DealView = {
      deal,
      series,
      right,
      texts: deps.texts(locale),
      coin: await deps.chain.currency(currency),
      chainName: deps.chainName,
      now,
      ways: uri === null ? null : deps.walletWays(uri),
      botLink: deps.botLink,
    }
    const card = what === 'card' ? dealCard(view) : receiptCard(view)
    if (card === null) return { type: 'nothing' } as const
    const key = what === 'card' ? dealCardKey(id) : receiptKey(id)
    return deps.showCard({ chat: deal.chat, key, card, placement: 'in-place' })
  }
}

async function gather(unit: Unit, id: DealId) {
  const deal = (await unit.deals.load(id))?.deal
  if (deal === undefined) return null
  const right = await rightOf(unit, deal)
  const seriesId = deal.subject.kind === 'purchase' ? deal.subject.series : right?.series
  const series = seriesId === undefined ? null : await unit.index.series(seriesId)
  const person = await unit.people.load(deal.person.id)
  const { time } = await unit.index.head()
  return { deal, right, series, locale: person?.locale ?? 'en', now: time }
}

async function rightOf(unit: Unit, deal: Deal) {
  const { subject, facts } = deal
  const named = subject.kind === 'redemption' || subject.kind === 'handover' ? subject.right : null
  const id: RightId | null = named ?? (facts.type === 'absent' ? null : facts.right)
  return id === null ? null : unit.index.right(id)
}
