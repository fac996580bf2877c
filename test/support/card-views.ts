import { dealCard } from '../../src/cards/deal-card.ts'
import type { DealView } from '../../src/cards/deal-view.ts'
import { helpCard } from '../../src/cards/help-card.ts'
import { homeCard } from '../../src/cards/home-card.ts'
import { noticeCard } from '../../src/cards/notice-card.ts'
import { paidAgainCard } from '../../src/cards/paid-again-card.ts'
import { offerPostCard, payPostCard, postCard, sendPostCard } from '../../src/cards/post-card.ts'
import { receiptCard } from '../../src/cards/receipt-card.ts'
import { reminderCard } from '../../src/cards/reminder-card.ts'
import { rightCard } from '../../src/cards/right-card.ts'
import { RIGHTS_A_PAGE, rightsCard } from '../../src/cards/rights-card.ts'
import { sendChoiceCard } from '../../src/cards/send-choice-card.ts'
import { waysCard } from '../../src/cards/ways-card.ts'
import type { Card } from '../../src/domain/card.ts'
import type { Deal } from '../../src/domain/deal/deal.ts'
import { effectiveState } from '../../src/domain/effective-state.ts'
import type { DealId } from '../../src/domain/ids.ts'
import type { Notice } from '../../src/domain/notices.ts'
import { rightStates } from '../../src/domain/right-word.ts'
import type { Texts } from '../../src/ports/texts.ts'
import type { NamedCard } from './named-card.ts'
import { photoViews } from './photo-views.ts'
import { NOW, sampleDeals } from './sample-deals.ts'
import { holder, inState, type Sample, samples, seller } from './sample-goods.ts'
import { photoCards, shopCards } from './shop-cards.ts'
import { plainCards, spaceCards } from './space-views.ts'

const coin = { symbol: 'USDC', decimals: 6 }
const botLink = (payload: string) => `https://t.me/scrip_bot?start=${payload}`

/** Notices by kind: a new kind does not compile until it stands here. */
const noticeKinds: Readonly<Record<Notice['kind'], true>> = {
  sold: true,
  resold: true,
  claimed: true,
  requested: true,
  accepted: true,
  refused: true,
  shipped: true,
  disputed: true,
  refunded: true,
  settled: true,
  asked: true,
  locked: true,
}

/** Every card of every kind in every stage, in one language; with plain goods and with the worst anybody can publish. */
export function everyCard(texts: Texts): NamedCard[] {
  return [
    { name: 'home', card: homeCard(texts), place: 'chat' },
    { name: 'help', card: helpCard(texts), place: 'chat' },
    { name: 'rights, none', card: rightsOf([], true, texts), place: 'chat' },
    { name: 'rights, unbound', card: rightsOf([], false, texts), place: 'chat' },
    ...plainCards(texts),
    ...photoCards(texts),
    ...samples.flatMap((sample) =>
      cardsOf(sample, texts).map((each) => ({ ...each, name: `${sample.name} / ${each.name}` })),
    ),
  ]
}

function cardsOf(sample: Sample, texts: Texts): NamedCard[] {
  return [
    ...dealCards(sample, texts),
    ...rightCards(sample, texts),
    ...posts(sample, texts),
    ...spaceCards(sample, texts),
    ...shopCards(sample, texts),
    ...photoViews(sample, texts),
  ]
}

function dealCards(sample: Sample, texts: Texts): NamedCard[] {
  return sampleDeals(sample).flatMap(({ name, deal }) => {
    const view = viewOf(deal, sample, texts)
    const others = [
      ['receipt', receiptCard(view)],
      ['reminder', reminderCard(view)],
    ] as const
    return [
      { name, card: dealCard(view), place: 'chat' as const },
      ...others.flatMap(([what, card]) =>
        card === null ? [] : [{ name: `${name}, ${what}`, card, place: 'chat' as const }],
      ),
    ]
  })
}

function rightCards(sample: Sample, texts: Texts): NamedCard[] {
  const { series, right } = sample
  const mine = [holder]
  const states = rightStates.filter((state) => state !== 'none')
  const notices = Object.keys(noticeKinds) as Notice['kind'][]
  return [
    ...states.map((state) => ({
      name: `right ${state}`,
      card: rightCard({ right: inState(sample, state), series, texts, coin, now: NOW, mine }),
      place: 'chat' as const,
    })),
    ...notices.map((kind) => {
      const state = effectiveState(inState(sample, 'requested-delivery').word, NOW)
      if (state === null) throw new Error('no state')
      const card = noticeCard({ kind, right, series, state, texts, coin })
      return { name: `notice ${kind}`, card, place: 'chat' as const }
    }),
    {
      name: 'rights',
      card: rightsOf(
        Array.from({ length: RIGHTS_A_PAGE }, () => sample),
        true,
        texts,
      ),
      place: 'chat',
    },
    {
      name: 'paid again',
      card: paidAgainCard({ rights: [right, right], series, texts }),
      place: 'chat',
    },
    { name: 'ways', card: waysCard({ right, series, texts }), place: 'chat' },
    { name: 'send choice', card: sendChoiceCard({ right, series, texts }), place: 'chat' },
  ]
}

function posts({ series, right }: Sample, texts: Texts): NamedCard[] {
  const view = { series, coin, texts, botLink }
  const price = 15_000_000n
  const send = { ...view, reference: 'ab'.repeat(8), secret: `0x${'ab'.repeat(16)}` }
  const deal = '0123456789abcdef' as DealId
  const cards: [string, Card][] = [
    ['series', postCard({ ...view, contributor: null })],
    ['series by a contributor', postCard({ ...view, contributor: seller })],
    ['offer', offerPostCard({ ...view, right, price, isOpen: true })],
    ['offer, over', offerPostCard({ ...view, right, price, isOpen: false })],
    ['gift', sendPostCard({ ...send, price: null, outcome: 'sent' })],
    ['send', sendPostCard({ ...send, price, outcome: 'sent' })],
    ['send, over', sendPostCard({ ...send, price, outcome: 'claimed' })],
    ['pay', payPostCard({ ...view, deal, quantity: 2, account: holder })],
  ]
  return cards.map(([name, card]) => ({ name: `post ${name}`, card, place: 'post' }))
}

function viewOf(deal: Deal, { series, right }: Sample, texts: Texts): DealView {
  return {
    deal,
    texts,
    series,
    right,
    coin,
    category: 'Tea & Infusions',
    chainName: 'Sandbox chain',
    now: NOW,
    ways: {
      wallets: [
        { name: 'MetaMask', url: 'https://metamask.app.link/wc' },
        { name: 'Trust', url: 'https://link.trustwallet.com/wc' },
      ],
      bridge: 'https://scrip.example/w',
    },
    botLink,
    holder,
    mine: [],
    alike: 3,
    waitingGifts: [],
    site: 'https://scrip.example',
  }
}

function rightsOf(shown: Sample[], hasBinding: boolean, texts: Texts): Card {
  return rightsCard({ rights: shown, page: 0, pages: 3, hasBinding, texts, now: NOW })
}
