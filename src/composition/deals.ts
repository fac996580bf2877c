import type { WalletWays } from '../cards/deal-view.ts'
import { createStartDeal, type StartDeal } from '../deals/start-deal.ts'
import type { Deal } from '../domain/deal/deal.ts'
import type { DealContext } from '../domain/deal/deal-context.ts'
import type { Failpoint } from '../domain/failpoint.ts'
import { actFacts } from '../features/act/act-facts.ts'
import { checkAct } from '../features/act/check-act.ts'
import { checkPurchase } from '../features/buy/check-purchase.ts'
import { purchaseFacts } from '../features/buy/purchase-facts.ts'
import { checkClaim } from '../features/claim/check-claim.ts'
import { claimFacts } from '../features/claim/claim-facts.ts'
import { createReadFacts, createTellDeals } from '../features/deal/deal-facts.ts'
import { createPerform } from '../features/deal/perform.ts'
import { createShowDeal } from '../features/deal/show-deal.ts'
import { checkQuote } from '../features/deliver/check-quote.ts'
import { checkRedemption } from '../features/get-good/check-redemption.ts'
import { redemptionFacts } from '../features/get-good/redemption-facts.ts'
import { checkHandover } from '../features/hand-over/check-handover.ts'
import { handoverFacts } from '../features/hand-over/handover-facts.ts'
import { checkPublication } from '../features/publish/check-publication.ts'
import { publicationFacts, publicationSeries } from '../features/publish/publication-facts.ts'
import { checkTake } from '../features/resale/check-take.ts'
import { takeFacts } from '../features/resale/take-facts.ts'
import { checkSend } from '../features/send/check-send.ts'
import { sendFacts } from '../features/send/send-facts.ts'
import { createStepDeal } from '../jobs/step-deal.ts'
import type { ChainPort } from '../ports/chain.ts'
import type { Random } from '../ports/random.ts'
import type { Relayer } from '../ports/relayer.ts'
import type { ShowCard } from '../ports/show-card.ts'
import type { StepDeal } from '../ports/step-deal.ts'
import type { Store } from '../ports/store.ts'
import type { Taxonomy } from '../ports/taxonomy.ts'
import type { Texts } from '../ports/texts.ts'
import type { WalletPort } from '../ports/wallet.ts'

/** Everything deals are made of. */
export type DealParts = {
  store: Store
  chain: ChainPort
  wallet: WalletPort
  relayer: Relayer
  relays: boolean
  showCard: ShowCard
  texts: (locale: string) => Texts
  random: Random
  failpoint: Failpoint
  chainName: string
  taxonomy: Taxonomy
  site: string
  botLink: (payload: string) => string
  walletWays: (uri: string) => WalletWays
  context: (deal: Deal) => Omit<DealContext, 'chainTime'>
}

/** What the rest of the program does with deals. */
export type Deals = {
  stepDeal: StepDeal
  startDeal: StartDeal
  perform: ReturnType<typeof createPerform>
  tellDeals: ReturnType<typeof createTellDeals>
  readFacts: ReturnType<typeof createReadFacts>
}

/** Puts the kinds of deals together: for each what is looked at before a wallet is asked, and what the chain says of it. */
export function createDeals(parts: DealParts): Deals {
  const { store, chain, relayer, random } = parts
  const stepDeal = createStepDeal(parts)
  const readFacts = createReadFacts({
    purchase: purchaseFacts,
    take: takeFacts,
    publication: (unit, deal) => publicationFacts(chain, unit, deal),
    send: sendFacts,
    claim: claimFacts,
    redemption: redemptionFacts,
    handover: handoverFacts,
    act: actFacts,
  })
  const looks = { chain, store, relayer }
  return {
    stepDeal,
    readFacts,
    startDeal: createStartDeal({ random, stepDeal, relays: parts.relays }),
    tellDeals: createTellDeals({ stepDeal, readFacts }),
    perform: createPerform({
      ...looks,
      wallet: parts.wallet,
      readFacts,
      showDeal: createShowDeal({ ...parts, publishedAs: (deal) => publicationSeries(chain, deal) }),
      checks: {
        purchase: (deal) => checkPurchase(looks, deal),
        take: (deal) => checkTake(looks, deal),
        publication: (deal) => checkPublication(looks, deal),
        send: (deal) => checkSend(looks, deal),
        claim: (deal) => checkClaim(looks, deal),
        redemption: (deal) => checkRedemption(looks, deal),
        handover: (deal) => checkHandover(looks, deal),
        quote: (deal) => checkQuote(looks, deal),
        act: (deal) => checkAct(looks, deal),
      },
    }),
  }
}
