import { dealCard } from '../../cards/deal-card.ts'
import type { DealView, WalletWays } from '../../cards/deal-view.ts'
import { receiptCard } from '../../cards/receipt-card.ts'
import { reminderCard } from '../../cards/reminder-card.ts'
import { dealCardKey, receiptKey } from '../../domain/card-key.ts'
import { sendReference } from '../../domain/claim-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import { rightsOf, seriesNamed } from '../../domain/deal/subject.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { HeldRight, Series } from '../../domain/facts.ts'
import type { Account, DealId, SeriesId } from '../../domain/ids.ts'
import { unpackRightWord } from '../../domain/right-word.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { ShowCard } from '../../ports/show-card.ts'
import type { Store, Unit } from '../../ports/store.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import type { Texts } from '../../ports/texts.ts'

/** What a deal's cards need from outside. */
export type ShowDealDeps = {
  store: Store
  chain: ChainPort
  showCard: ShowCard
  texts: (locale: string) => Texts
  chainName: string
  taxonomy: Taxonomy
  walletWays: (uri: string) => WalletWays
  botLink: (payload: string) => string
  site: string
  /** The id of what a publication publishes. */
  publishedAs: (deal: Deal) => SeriesId | null
}

/**
 * Draws a deal's card, or its receipt, as the deal is now: not as it was when the drawing was asked for, so that a late
 * drawing never shows something old.
 */
export function createShowDeal(deps: ShowDealDeps) {
  return async function showDeal(id: DealId, what: 'card' | 'receipt' | 'reminder') {
    const found = await deps.store.transaction((unit) => gather(unit, id, deps.publishedAs))
    if (found === null) return { type: 'nothing' } as const
    const { deal, series, right, locale, now, holder, alike, mine, waitingGifts } = found
    const currency = currencyOf(deal, series)
    const uri = deal.binding?.uri ?? null
    const view: DealView = {
      deal,
      series,
      right,
      texts: deps.texts(locale),
      coin: await deps.chain.currency(currency),
      category: categoryOf(deal, series, deps.taxonomy, locale),
      chainName: deps.chainName,
      now,
      ways: uri === null ? null : deps.walletWays(uri),
      botLink: deps.botLink,
      site: deps.site,
      holder,
      mine,
      alike,
      waitingGifts,
    }
    const drawing = drawn(view, what)
    if (drawing === null) return { type: 'nothing' } as const
    const { key, placement } = drawing
    const isMoving = placement === 'new' && key === dealCardKey(id)
    const old = isMoving ? await placeOf(deal.chat, key) : null
    const shown = await deps.showCard({ chat: deal.chat, ...drawing })
    // The deal's card has moved down; where it stood, it would only be out of date.
    if (old !== null && shown.type === 'nothing') {
      const { messageId } = old
      await deps.store.transaction((unit) => unit.drawings.remove({ chat: deal.chat, messageId }))
    }
    return shown
  }

  function placeOf(chat: Deal['chat'], key: string) {
    return deps.store.transaction((unit) => unit.cards.load(chat, key))
  }
}

type Drawing = Omit<Parameters<ShowCard>[0], 'chat'>

function drawn(view: DealView, what: 'card' | 'receipt' | 'reminder'): Drawing | null {
  const { id } = view.deal
  switch (what) {
    case 'card':
      return { card: dealCard(view), key: dealCardKey(id), placement: 'in-place' }
    case 'receipt': {
      const card = receiptCard(view)
      return card === null ? null : { card, key: receiptKey(id), placement: 'in-place' }
    }
    case 'reminder': {
      const card = reminderCard(view)
      if (card === null) return null
      const isDeal = view.deal.facts.type === 'absent'
      const key = isDeal ? dealCardKey(id) : `reminder:${id}`
      return { card, key, placement: 'new' }
    }
  }
}

function currencyOf(deal: Deal, series: Series | null): Account | null {
  if (deal.subject.kind === 'publication') return deal.subject.terms.currency
  return series?.terms.currency ?? null
}

/** A number that the taxonomy does not know stays a number. */
function categoryOf(
  { subject }: Deal,
  series: Series | null,
  taxonomy: Taxonomy,
  locale: string,
): string {
  const goods = subject.kind === 'publication' ? subject.goods : series?.goods
  if (goods === undefined) return ''
  return taxonomy.nameOf(goods.category, locale) ?? `${goods.category}`
}

async function gather(unit: Unit, id: DealId, published: (deal: Deal) => SeriesId | null) {
  const deal = (await unit.deals.load(id))?.deal
  if (deal === undefined) return null
  const right = await rightOf(unit, deal)
  const seriesId = seriesNamed(deal.subject) ?? right?.series ?? published(deal)
  const series = seriesId === null ? null : await unit.index.series(seriesId)
  const person = await unit.people.load(deal.person.id)
  const { time } = await unit.index.head()
  const holder = right === null ? null : unpackRightWord(right.word).owner
  const alike = await countAlike(unit, deal, right, time)
  const mine = (await unit.bindings.of(deal.person.id)).map(({ account }) => account)
  const waitingGifts = await giftsThatWait(unit, deal, time)
  const locale = person?.locale ?? 'en'
  const state = { holder, alike, mine, waitingGifts }
  return { deal, right, series, locale, now: time, ...state }
}

async function giftsThatWait(unit: Unit, deal: Deal, now: number): Promise<string[]> {
  if (deal.subject.kind !== 'purchase') return []
  const waiting: string[] = []
  for (const secret of deal.subject.gift?.secrets ?? []) {
    const right = await unit.index.sentTo(sendReference(secret))
    const state = right === null ? null : effectiveState(right.word, now)
    if (state?.state === 'sent') waiting.push(secret)
  }
  return waiting
}

/** The first right of a deal: the one named, or the first that came of it. */
async function rightOf(unit: Unit, { subject, facts }: Deal) {
  const id = rightsOf(subject)[0] ?? (facts.type === 'absent' ? undefined : facts.rights[0])
  return id === undefined ? null : unit.index.right(id)
}

/** How many rights of the same series the same holder could put under one code. */
async function countAlike(
  unit: Unit,
  deal: Deal,
  right: HeldRight | null,
  now: number,
): Promise<number> {
  if (deal.subject.kind !== 'redemption' || deal.facts.type !== 'absent' || right === null) return 0
  const { found } = await unit.index.rightsOf([unpackRightWord(right.word).owner])
  return found.filter(
    (each) => each.series === right.series && effectiveState(each.word, now)?.state === 'held',
  ).length
}
