import { earnedCard } from '../../src/cards/earned-card.ts'
import { groupCard } from '../../src/cards/group-card.ts'
import { helpCard, helpTopics } from '../../src/cards/help-card.ts'
import { homeCard, unknownCard } from '../../src/cards/home-card.ts'
import { mySpaceCard } from '../../src/cards/my-space-card.ts'
import { passedOnCard } from '../../src/cards/passed-on-card.ts'
import { categoryPostCard, spacePostCard } from '../../src/cards/post-card.ts'
import { droppedCard, questionCard } from '../../src/cards/question-card.ts'
import { spaceCard } from '../../src/cards/space-card.ts'
import type { SpaceView } from '../../src/cards/space-view.ts'
import {
  declinedDeskCard,
  invitationCard,
  invitedCard,
  joinedCard,
  staffCard,
  staffNewsCard,
} from '../../src/cards/staff-card.ts'
import { unboundCard } from '../../src/cards/unbound-card.ts'
import { frozenCard, unbindingCard, walletsCard } from '../../src/cards/wallets-card.ts'
import type { Card } from '../../src/domain/card.ts'
import type { PersonId } from '../../src/domain/ids.ts'
import type { Texts } from '../../src/ports/texts.ts'
import type { NamedCard } from './named-card.ts'
import { NOW } from './sample-deals.ts'
import { holder, type Sample, seller } from './sample-goods.ts'

const coin = { symbol: 'USDC', decimals: 6 }
const coinOf = () => coin
const botLink = (payload: string) => `https://t.me/scrip_bot?start=${payload}`
const url = botLink(`j${'A'.repeat(22)}`)
const chatUrl = 'https://t.me/scrip_bot?start'

/** Cards about nobody's goods: home, help, wallets, staff, what links earned, and what the bot says in groups. */
export function plainCards(texts: Texts): NamedCard[] {
  const hostileName = `\u202e<b>${'\u{1f480}'.repeat(300)}`
  const account = seller
  const wallets = [hostileName, 'MetaMask', '', null].map((wallet, place) => ({
    account: place % 2 === 0 ? seller : holder,
    wallet,
    isShared: place === 1,
  }))
  const members = [hostileName, 'Mia', ''].map((name, place) => ({
    person: (place + 1) as PersonId,
    name,
    account: place === 0 ? null : holder,
    able: place === 1,
  }))
  const onChain = [holder]
  const cards: [string, Card][] = [
    ['home, bound', homeCard(texts, true)],
    ['unknown', unknownCard(texts, texts.html('unknown-command'))],
    ...helpTopics.map((topic): [string, Card] => [`help ${topic}`, helpCard(texts, topic)]),
    ['question', questionCard(texts, texts.html('ask-draft-name'))],
    ['question, dropped', droppedCard(texts)],
    ['unbound', unboundCard(texts)],
    ['wallets', walletsCard({ accounts: wallets, texts })],
    ['wallets, none', walletsCard({ accounts: [], texts })],
    ['wallet unbound', unbindingCard({ account, texts })],
    ['wallet frozen', frozenCard({ account, shown: holder, texts })],
    ['wallet frozen, none shown', frozenCard({ account, shown: null, texts })],
    ['staff', staffCard({ issuer: seller, members, onChain, texts })],
    ['staff, nobody', staffCard({ issuer: seller, members: [], onChain: [], texts })],
    ['staff, invited', invitedCard({ issuer: seller, secret: 'ab'.repeat(16), texts })],
    ['staff, declined', declinedDeskCard(texts)],
    ['staff, joined', joinedCard({ issuer: seller, texts })],
    ...(['joined', 'own-invitation', 'removed'] as const).map((what): [string, Card] => [
      `staff news ${what}`,
      staffNewsCard({ what, issuer: seller, name: hostileName, texts }),
    ]),
    ['earned, nothing', earnedCard({ series: [], sums: [], waiting: [], texts })],
    ['sent, nothing', passedOnCard({ what: 'sent', ...nothing, texts })],
    ['sold, nothing', passedOnCard({ what: 'sold', ...nothing, texts })],
  ]
  const posts: [string, Card][] = [
    ['invitation', invitationCard({ issuer: seller, url, texts })],
    [
      'post of a category',
      categoryPostCard({
        texts,
        botLink: (payload) => `https://t.me/scrip_bot?start=${payload}`,
        category: 2073,
        name: 'Tea & Infusions',
        names: [hostileName],
        count: 1,
      }),
    ],
    ['group hello', groupCard(texts, 'hello', chatUrl)],
    ['group answer', groupCard(texts, 'answer', chatUrl)],
  ]
  return [...named(cards, 'chat'), ...named(posts, 'post')]
}

const nothing = { rights: [], coin: coinOf, page: 0, now: NOW }

/** Cards of spaces, with these goods on them. */
export function spaceCards(sample: Sample, texts: Texts): NamedCard[] {
  const { series, right } = sample
  const { name } = series.goods
  const six = <T>(one: T) => Array.from({ length: 6 }, () => one)
  const product = { series, coin, isOver: false, copyOf: null }
  const categories = six({ category: 4_294_967_295, name, count: 12 })
  const view: SpaceView = {
    key: { account: seller, category: null },
    products: six(product),
    resales: [],
    total: 40,
    page: 0,
    pages: 7,
    categories,
    categoryName: null,
    contributor: { account: holder, number: 78_000_000 },
    isOwn: false,
    texts,
  }
  const resale = { right, series, coin, price: 15_000_000n }
  const none = { products: [], categories: [], total: 0, pages: 1, contributor: null }
  const waiting = six({ account: holder, currency: null, amount: 5_000_000n, coin })
  const earned = { name, quantity: 3, amount: 3_600_000n, coin, lastAt: NOW }
  const passedOn = Array.from({ length: 25 }, () => sample)
  const many = Array.from({ length: 20 }, () => series)
  const mine = { account: seller, others: [holder], coin: coinOf, page: 1, texts }
  const cards: [string, Card][] = [
    ['space', spaceCard(view)],
    ['space, copies', spaceCard({ ...view, products: six({ ...product, copyOf: holder }) })],
    ['space, over', spaceCard({ ...view, products: six({ ...product, isOver: true }) })],
    ['space, resales', spaceCard({ ...view, products: [], resales: six(resale) })],
    ['space, empty', spaceCard({ ...view, ...none })],
    ['space, own', spaceCard({ ...view, isOwn: true })],
    [
      'space, category',
      spaceCard({ ...view, key: { account: seller, category: 2073 }, categoryName: name }),
    ],
    [
      'category',
      spaceCard({ ...view, key: { account: null, category: 2073 }, categoryName: name }),
    ],
    ['my space', mySpaceCard({ ...mine, series: many })],
    ['my space, empty', mySpaceCard({ ...mine, series: [] })],
    [
      'earned',
      earnedCard({
        series: Array.from({ length: 30 }, () => earned),
        sums: [{ coin, amount: 9n }],
        waiting,
        texts,
      }),
    ],
    ['sent', passedOnCard({ ...nothing, what: 'sent', rights: passedOn, texts })],
    ['sold', passedOnCard({ ...nothing, what: 'sold', rights: passedOn, page: 2, texts })],
  ]
  const shared = { texts, botLink, account: seller, names: [name, name, name, name, name] }
  const posts: [string, Card][] = [
    ['space', spacePostCard({ ...shared, category: null, contributor: null, count: 5 })],
    ['category', spacePostCard({ ...shared, category: 2073, contributor: holder, count: 5 })],
  ]
  return [...named(cards, 'chat'), ...named(posts, 'post')]
}

function named(cards: readonly [string, Card][], place: NamedCard['place']): NamedCard[] {
  return cards.map(([name, card]) => ({
    name: place === 'post' ? `post ${name}` : name,
    card,
    place,
  }))
}
