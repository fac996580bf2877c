import type { Composer } from 'grammy'
import type { DrawRequests } from '../deals/draw-requests.ts'
import type { StartDeal } from '../deals/start-deal.ts'
import type { Series } from '../domain/facts.ts'
import type { Account } from '../domain/ids.ts'
import type { SellingCoin } from '../domain/parse-price.ts'
import { privateChat } from '../domain/private-chat.ts'
import { bindWalletBot } from '../features/bind-wallet/bot.ts'
import { buyBot } from '../features/buy/bot.ts'
import { offerPayment, offerSeries } from '../features/buy/offer-series.ts'
import { claimBot } from '../features/claim/bot.ts'
import { offerClaim } from '../features/claim/offer-claim.ts'
import { dealBot } from '../features/deal/bot.ts'
import { deliverBot } from '../features/deliver/bot.ts'
import { deskBot } from '../features/desk/bot.ts'
import { earnedBot } from '../features/earned/bot.ts'
import { exportBot } from '../features/export/bot.ts'
import { getGoodBot } from '../features/get-good/bot.ts'
import { groupsBot } from '../features/groups/bot.ts'
import { createShowLinks, type LinkCard, type ShowLinks } from '../features/groups/show-links.ts'
import { offerHandover } from '../features/hand-over/offer-handover.ts'
import { homeBot, unknownBot } from '../features/home/bot.ts'
import { myRightsBot } from '../features/my-rights/bot.ts'
import { mySeriesBot } from '../features/my-series/bot.ts'
import { mySpaceBot } from '../features/my-space/bot.ts'
import { type LinkOpeners, openLinkBot } from '../features/open-link/bot.ts'
import { photoBot } from '../features/photo/bot.ts'
import { canWait } from '../features/photo/can-wait.ts'
import { problemBot } from '../features/problem/bot.ts'
import { productPhotosBot } from '../features/product-photos/bot.ts'
import { questionBot } from '../features/question/bot.ts'
import { quoteBot } from '../features/quote/bot.ts'
import { resaleBot } from '../features/resale/bot.ts'
import { offerTake } from '../features/resale/offer-take.ts'
import { sellBot } from '../features/sell/bot.ts'
import { sendBot } from '../features/send/bot.ts'
import { shareBot } from '../features/share/bot.ts'
import { linkCard } from '../features/share/link-card.ts'
import { openSpace, type SpaceDoors, spaceBot } from '../features/space/bot.ts'
import { staffBot } from '../features/staff/bot.ts'
import { offerDesk } from '../features/staff/join-desk.ts'
import { walletsBot } from '../features/wallets/bot.ts'
import type { ChainPort } from '../ports/chain.ts'
import type { Random } from '../ports/random.ts'
import type { StepDeal } from '../ports/step-deal.ts'
import type { Taxonomy } from '../ports/taxonomy.ts'
import type { Texts } from '../ports/texts.ts'
import type { BotContext } from '../telegram/bot-context.ts'
import type { Deals } from './deals.ts'

/** What the features need. */
export type FeatureParts = {
  chain: ChainPort
  random: Random
  startDeal: StartDeal
  stepDeal: StepDeal
  readFacts: Deals['readFacts']
  drawRequests: DrawRequests
  texts: (locale: string) => Texts
  taxonomy: Taxonomy
  /** What a price may be asked in. */
  coins: () => SellingCoin[]
  /** Where anybody finds a picture of ours; null while that is not https. */
  pictureUrl: (hash: string) => string | null
  /** What the wallet of a live session calls itself; null when the session is gone. */
  walletName: (topic: string) => string | null
  now: () => number
  coinOf: BotContext['coinOf']
  botName: string
  site: string
  botLink: (payload: string) => string
}

/** Every feature of the chat, in the order in which they see an update. */
export function createFeatures(parts: FeatureParts): Composer<BotContext>[] {
  return [
    // Before all others: whether what is typed answers a question, and what ends one.
    questionBot(parts),
    dealBot(parts),
    buyBot(parts),
    sendBot(parts),
    claimBot(parts),
    resaleBot(parts),
    getGoodBot(parts),
    deliverBot(parts),
    quoteBot(parts),
    problemBot(parts),
    deskBot(parts),
    shareBot(parts),
    mySpaceBot(),
    sellBot(parts),
    mySeriesBot(parts),
    // Before what else a photo may be: one that was asked for.
    productPhotosBot({ ...parts, canWait }),
    photoBot({ ...parts, canWait }),
    spaceBot({ ...parts, doors: createDoors(parts) }),
    staffBot(parts),
    earnedBot(parts),
    walletsBot(parts),
    // After every feature that asks for words: what is typed and answers nothing may be a link.
    openLinkBot({ ...parts, openers: createOpeners(parts) }),
    homeBot(parts),
    groupsBot({ ...parts, showLinks: createGroupLinks(parts) }),
    bindWalletBot(parts),
    myRightsBot(),
    exportBot(),
    unknownBot(),
  ]
}

/** Where the buttons of a space lead. */
function createDoors({ startDeal }: FeatureParts): SpaceDoors {
  return {
    series: async (ctx, id, contributor) =>
      openSeries(startDeal, ctx, await ctx.unit.index.series(id), contributor),
    offer: ({ unit, person }, right) => offerTake(startDeal, unit, { person, right }),
  }
}

/** A series to buy. Whoever opens one stands in its seller's space: what they photograph next is looked for there first. */
async function openSeries(
  startDeal: StartDeal,
  { unit, person }: BotContext,
  series: Series | null,
  contributor: Account | null,
): Promise<unknown> {
  if (series !== null) await unit.chatSpaces.note(privateChat(person.id), series.issuer)
  return offerSeries(startDeal, unit, { person, series, contributor })
}

/** What links lead to, shown to a whole group. */
function createGroupLinks({
  taxonomy,
  coinOf,
  botLink,
  now,
}: Pick<FeatureParts, 'taxonomy' | 'coinOf' | 'botLink' | 'now'>): ShowLinks {
  return createShowLinks({ now, linkCard: createLinkCard({ taxonomy, coinOf, botLink }) })
}

/** What a link names as a post for everybody. */
export function createLinkCard(
  parts: Pick<FeatureParts, 'taxonomy' | 'coinOf' | 'botLink'>,
): LinkCard {
  return (unit, texts, link) => linkCard(unit, { ...parts, texts }, link)
}

/** Where each kind of link leads. */
function createOpeners({ startDeal, taxonomy, texts }: FeatureParts): LinkOpeners {
  return {
    series: async (ctx, { series: id, contributor }) =>
      openSeries(startDeal, ctx, await ctx.unit.index.series(id), contributor),
    'series-short': async (ctx, { prefix }) =>
      openSeries(startDeal, ctx, await ctx.unit.index.seriesByPrefix(prefix), null),
    right: ({ unit, person }, { right }) => offerTake(startDeal, unit, { person, right }),
    send: ({ unit, person }, { reference, secret }) =>
      offerClaim(startDeal, unit, { person, reference, secret }),
    handover: ({ unit, person }, { reference, secret }) =>
      offerHandover(startDeal, unit, { person, reference, secret }),
    purchase: ({ unit, person }, { reference }) =>
      offerPayment(startDeal, unit, { person, reference }),
    space: (ctx, { account, contributor }) =>
      openSpace({ taxonomy }, ctx, { account, category: null }, contributor),
    'space-category': (ctx, { account, category, contributor }) =>
      openSpace({ taxonomy }, ctx, { account, category }, contributor),
    category: (ctx, { category }) =>
      openSpace({ taxonomy }, ctx, { account: null, category }, null),
    staff: ({ unit, person }, { secret }) => offerDesk({ texts }, unit, { person, secret }),
  }
}
