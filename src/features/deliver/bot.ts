import { Composer } from 'grammy'
import type { DrawRequests } from '../../deals/draw-requests.ts'
import { ownDeal } from '../../deals/own-deal.ts'
import { ownRight } from '../../deals/own-right.ts'
import { tappedDeal } from '../../deals/tapped-deal.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { Delivery, RedemptionSubject } from '../../domain/deal/subject.ts'
import { AppError } from '../../domain/errors.ts'
import type { ChatId } from '../../domain/ids.ts'
import { plainText } from '../../domain/plain-text.ts'
import type { Random } from '../../ports/random.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { Texts } from '../../ports/texts.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { onAnswer } from '../../telegram/on-answer.ts'
import { tellDesk } from './tell-desk.ts'

/** Longer than any address, shorter than a letter. */
const MOST_CHARACTERS = 400

/** Having a good sent, up to the seller's answer: the address, and the question what it costs. */
export function deliverBot(deps: {
  random: Random
  stepDeal: StepDeal
  drawRequests: DrawRequests
  texts: (locale: string) => Texts
}): Composer<BotContext> {
  const { random, stepDeal } = deps
  const composer = new Composer<BotContext>()
  onActions(composer, {
    'change-address': async (ctx, action) => {
      const { deal } = openDelivery(await tappedDeal(ctx, action))
      await change(ctx, deal, { address: null, quote: null, askedOf: null })
      await ctx.unit.questions.ask(ctx.person.id, { type: 'address', deal: deal.id })
    },
    'ask-quote': async (ctx, action) => {
      const { deal, subject } = openDelivery(await tappedDeal(ctx, action))
      const [right] = subject.rights
      if (right === undefined || subject.delivery.address === null)
        throw new AppError('ADDRESS_MISSING')
      const found = await ownRight(ctx.unit, ctx.person, right)
      if (found.state.state === 'listed') throw new AppError('RIGHT_FOR_SALE')
      if (found.state.state !== 'held') throw new AppError('RIGHT_LOCKED')
      const series = await ctx.unit.index.series(found.right.series)
      if (series === null) throw new AppError('SERIES_UNKNOWN')
      const key = `asked:${random.nonce()}`
      const coin = ctx.coinOf(series.terms.currency)
      const told = { ...found, series, key, coin, texts: deps.texts }
      const count = await tellDesk(ctx.unit, told)
      if (count === 0) throw new AppError('DESK_ABSENT')
      await change(ctx, deal, { ...subject.delivery, quote: null, askedOf: series.issuer })
    },
  })
  onAnswer(composer, 'address', async (ctx, { deal: id }, text, messageId) => {
    // Wherever it leads, an address does not stay in the chat.
    await ctx.unit.drawings.remove({ chat: ctx.chat?.id as ChatId, messageId })
    const { deal } = openDelivery(await ownDeal(ctx.unit, ctx.person, id))
    const address = plainText(text, MOST_CHARACTERS)
    if (address === null) throw new AppError('TEXT_UNCLEAR')
    await ctx.unit.questions.close(ctx.person.id)
    await change(ctx, deal, { address, quote: null, askedOf: null })
  })
  return composer

  /** Another address is another request: an answer given for the one before counts no more. */
  async function change(ctx: BotContext, deal: Deal, next: Omit<Delivery, 'tracking'>) {
    const { subject } = deal
    if (subject.kind !== 'redemption') return
    const isSame = subject.delivery?.address === next.address
    const secret = isSame ? subject.secret : random.secret()
    const delivery = { ...next, tracking: null }
    const revised = { ...subject, secret, delivery }
    await stepDeal(ctx.unit, deal.id, { type: 'revised', subject: revised })
    await ctx.unit.drawings.deal({ deal: deal.id, chat: deal.chat, anew: false })
    await deps.drawRequests(ctx.unit, subject.rights)
  }
}

/** A delivery, while nothing of it is on chain or before a wallet. @throws AppError CARD_STALE */
function openDelivery(deal: Deal) {
  const { subject } = deal
  const isResting = ['offered', 'blocked', 'ended'].includes(deal.stage)
  if (!isResting || subject.kind !== 'redemption' || subject.delivery === null)
    throw new AppError('CARD_STALE')
  const { delivery } = subject
  return { deal, subject: { ...subject, delivery } satisfies RedemptionSubject }
}
