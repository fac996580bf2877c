import { Composer } from 'grammy'
import { waysCard } from '../../cards/ways-card.ts'
import { ownRight } from '../../deals/own-right.ts'
import { startAct } from '../../deals/start-act.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { tappedDeal } from '../../deals/tapped-deal.ts'
import { rightOfKey } from '../../domain/button-key.ts'
import type { Act } from '../../domain/deal/act.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { AppError } from '../../domain/errors.ts'
import type { RightId } from '../../domain/ids.ts'
import type { Way } from '../../domain/terms.ts'
import type { Random } from '../../ports/random.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { offerRedemption, openRedemption } from './offer-redemption.ts'

/** As many as a person can carry away under one code. */
const MOST_AT_ONCE = 20

/** The way from a right to its good, and what its holder can do on that way. */
export function getGoodBot(deps: {
  random: Random
  startDeal: StartDeal
  stepDeal: StepDeal
}): Composer<BotContext> {
  const { startDeal, stepDeal } = deps
  const composer = new Composer<BotContext>()
  const start = async (ctx: BotContext, right: RightId, way: Way) => {
    const id = await offerRedemption(deps, ctx.unit, { person: ctx.person, right, way })
    const deal = (await ctx.unit.deals.load(id))?.deal
    const isOpen = deal?.subject.kind === 'redemption' && deal.facts.type === 'absent'
    // The card asks for the address; what is typed next is the answer.
    if (isOpen && deal.subject.kind === 'redemption' && deal.subject.delivery?.address === null)
      await ctx.unit.questions.ask(ctx.person.id, { type: 'address', deal: id })
  }
  const act =
    (name: Act) =>
    async (ctx: BotContext, { subject }: { subject: string }) => {
      const { right, state } = await ownRight(ctx.unit, ctx.person, rightOfKey(subject))
      const { person } = ctx
      await startAct(startDeal, ctx.unit, { person, act: name, by: state.holder, right: right.id })
    }
  onActions(composer, {
    'get-it': async (ctx, { subject }) => {
      const id = rightOfKey(subject)
      const { right } = await ownRight(ctx.unit, ctx.person, id)
      const known = await openRedemption(ctx.unit, ctx.person, id)
      if (known !== null) return start(ctx, id, known.way)
      const series = await ctx.unit.index.series(right.series)
      if (series === null) throw new AppError('SERIES_UNKNOWN')
      const [way, other] = series.terms.ways
      if (way !== undefined && other === undefined) return start(ctx, id, way)
      await ctx.show(`ways:${id}`, waysCard({ right, series, texts: ctx.texts }), 'new')
    },
    'pick-up': (ctx, { subject }) => start(ctx, rightOfKey(subject), 'pick-up'),
    deliver: (ctx, { subject }) => start(ctx, rightOfKey(subject), 'delivery'),
    all: async (ctx, action) => {
      const deal = await tappedDeal(ctx, action)
      if (deal.subject.kind !== 'redemption') throw new AppError('CARD_STALE')
      const [first] = deal.subject.rights
      const rights = first === undefined ? [] : await alikeRights(ctx, first)
      await stepDeal(ctx.unit, deal.id, { type: 'revised', subject: { ...deal.subject, rights } })
      await ctx.unit.drawings.deal({ deal: deal.id, chat: deal.chat, anew: false })
    },
    unask: act('withdraw-request'),
    arrived: act('confirm'),
    'refund-me': act('refund-me'),
  })
  return composer
}

/** Every right of the same series and holder that is free to be asked for. */
async function alikeRights(ctx: BotContext, id: RightId): Promise<RightId[]> {
  const { right, state, time } = await ownRight(ctx.unit, ctx.person, id)
  const { found } = await ctx.unit.index.rightsOf([state.holder])
  const alike = found.filter(
    (each) => each.series === right.series && effectiveState(each.word, time)?.state === 'held',
  )
  return [id, ...alike.map((each) => each.id).filter((each) => each !== id)].slice(0, MOST_AT_ONCE)
}
