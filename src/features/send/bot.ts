import { Composer } from 'grammy'
import { sendChoiceCard } from '../../cards/send-choice-card.ts'
import { askedPrice } from '../../deals/asked-price.ts'
import { ownRight } from '../../deals/own-right.ts'
import { startAct } from '../../deals/start-act.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { rightOfKey } from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import { examplePrice } from '../../domain/example-price.ts'
import type { RightId } from '../../domain/ids.ts'
import { parseAmount } from '../../domain/parse-amount.ts'
import { privateChat } from '../../domain/private-chat.ts'
import { DAY_SECONDS } from '../../domain/terms.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Random } from '../../ports/random.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { onAnswer } from '../../telegram/on-answer.ts'

/** How long a send waits to be claimed. */
const SEND_DAYS = 7

/** Forwarding a held right to somebody: as a gift, or for a price that they pay. */
export function sendBot(deps: {
  startDeal: StartDeal
  random: Random
  chain: ChainPort
}): Composer<BotContext> {
  const { startDeal, random } = deps
  const composer = new Composer<BotContext>()
  onActions(composer, {
    send: async (ctx, { subject }) => {
      const { right, state } = await ownRight(ctx.unit, ctx.person, rightOfKey(subject))
      const open = await openSend(ctx, right.id)
      if (open !== undefined && state.state === 'sent') {
        return ctx.unit.drawings.deal({ deal: open, chat: privateChat(ctx.person.id), anew: true })
      }
      if (!state.transferable) throw new AppError('RIGHT_LOCKED')
      const series = await ctx.unit.index.series(right.series)
      if (series === null) throw new AppError('SERIES_UNKNOWN')
      await ctx.show(`send:${right.id}`, sendChoiceCard({ right, series, texts: ctx.texts }), 'new')
    },
    'send-gift': async (ctx, { subject }) => start(ctx, rightOfKey(subject), null),
    'send-price': async (ctx, { subject }) => {
      const { right } = await ownRight(ctx.unit, ctx.person, rightOfKey(subject))
      await ctx.unit.questions.ask(ctx.person.id, { type: 'send-price', right: right.id })
      const { coin, price } = await askedPrice(ctx, right.series)
      await ctx.ask('ask-send-price', examplePrice(price, coin))
    },
    'take-back': async (ctx, { subject }) => {
      const { right, state } = await ownRight(ctx.unit, ctx.person, rightOfKey(subject))
      if (state.state !== 'sent') throw new AppError('SEND_OVER')
      const by = state.holder
      await startAct(startDeal, ctx.unit, {
        person: ctx.person,
        act: 'take-back',
        by,
        right: right.id,
      })
    },
  })
  onAnswer(composer, 'send-price', async (ctx, question, text) => {
    const { right } = await ownRight(ctx.unit, ctx.person, question.right)
    const { coin, price: own } = await askedPrice(ctx, right.series)
    const price = parseAmount(text, coin)
    if (price === null) throw new AppError('PRICE_UNCLEAR', { meta: examplePrice(own, coin) })
    await ctx.unit.questions.close(ctx.person.id)
    await start(ctx, right.id, price)
  })
  return composer

  async function start(ctx: BotContext, id: RightId, price: bigint | null): Promise<void> {
    const { right, time } = await ownRight(ctx.unit, ctx.person, id)
    const series = await ctx.unit.index.series(right.series)
    if (series === null) throw new AppError('SERIES_UNKNOWN')
    const { currency, redeemByDay } = series.terms
    const end = redeemByDay === null ? Number.POSITIVE_INFINITY : redeemByDay * DAY_SECONDS
    const until = Math.min(time + SEND_DAYS * DAY_SECONDS, end)
    const same = await openSend(ctx, id, price)
    await startDeal(ctx.unit, {
      person: ctx.person,
      same,
      // A price is confirmed on the card, a gift was decided by the tap.
      isDecided: price === null,
      subject: { kind: 'send', right: id, secret: random.secret(), price, currency, until },
    })
  }
}

/** The send of this right that is under way: any, or one for exactly this price. */
async function openSend(ctx: BotContext, right: RightId, price?: bigint | null) {
  const known = await ctx.unit.deals.find({ person: ctx.person.id, kind: 'send', right })
  return known.find(({ deal }) => {
    const { subject, facts } = deal
    if (subject.kind !== 'send' || deal.stage === 'ended') return false
    if (facts.type !== 'absent' && facts.outcome !== 'sent') return false
    return price === undefined || subject.price === price
  })?.deal.id
}
