import { Composer } from 'grammy'
import { ableAt } from '../../deals/able-at.ts'
import { rightNow } from '../../deals/happened.ts'
import { deliveryOf } from '../../deals/request-view.ts'
import { servesAt } from '../../deals/serves-at.ts'
import { startAct } from '../../deals/start-act.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { rightOfKey } from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import { examplePrice } from '../../domain/example-price.ts'
import type { RightId } from '../../domain/ids.ts'
import { parseAmount } from '../../domain/parse-amount.ts'
import { plainText } from '../../domain/plain-text.ts'
import { shortAccount } from '../../domain/short-account.ts'
import { DAY_SECONDS } from '../../domain/terms.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { onAnswer } from '../../telegram/on-answer.ts'

/** How long a seller stands by what a delivery costs. */
const ANSWER_DAYS = 3
/** Carriers' numbers are shorter; room for the carrier's name. */
const MOST_TRACKING = 80

/** The seller's side of a delivery: what it costs, signed, and what the carrier calls the parcel. */
export function quoteBot(deps: { startDeal: StartDeal }): Composer<BotContext> {
  const { startDeal } = deps
  const composer = new Composer<BotContext>()
  onActions(composer, {
    'quote-free': (ctx, { subject }) => answer(ctx, rightOfKey(subject), 0n),
    'quote-fee': async (ctx, { subject }) => {
      const { right, series } = await askedOfDesk(ctx, rightOfKey(subject))
      const { symbol } = ctx.coinOf(series.terms.currency)
      await ctx.unit.questions.ask(ctx.person.id, { type: 'fee', right: right.id })
      await ctx.ask('ask-fee', { name: series.goods.name, serial: right.serial, coin: symbol })
    },
    ship: async (ctx, { subject }) => {
      const { right, series } = await atDesk(ctx, rightOfKey(subject), 'accepted')
      await ctx.unit.questions.ask(ctx.person.id, { type: 'tracking', right: right.id })
      await ctx.ask('ask-tracking', { name: series.goods.name, serial: right.serial })
    },
  })
  onAnswer(composer, 'fee', async (ctx, { right: id }, text) => {
    const { series } = await askedOfDesk(ctx, id)
    const coin = ctx.coinOf(series.terms.currency)
    const fee = parseAmount(text, coin)
    if (fee === null)
      throw new AppError('PRICE_UNCLEAR', { meta: examplePrice(series.terms.price, coin) })
    await ctx.unit.questions.close(ctx.person.id)
    await answer(ctx, id, fee)
  })
  onAnswer(composer, 'tracking', async (ctx, { right: id }, text) => {
    const { right, able } = await atDesk(ctx, id, 'accepted')
    const tracking = plainText(text, MOST_TRACKING)
    if (tracking === null) throw new AppError('TEXT_UNCLEAR')
    await ctx.unit.questions.close(ctx.person.id)
    await startAct(startDeal, ctx.unit, {
      person: ctx.person,
      act: 'ship',
      by: able[0] ?? null,
      right: right.id,
      arguments: { text: tracking },
    })
  })
  return composer

  /** Asks the wallet to sign; the same answer to the same request is the same deal. */
  async function answer(ctx: BotContext, id: RightId, fee: bigint): Promise<void> {
    const { right, series, state, time, asked } = await askedOfDesk(ctx, id)
    const { secret } = asked.subject
    const { person } = ctx
    const known = await ctx.unit.deals.find({ person: person.id, kind: 'quote', right: right.id })
    const same = known.find(({ deal }) => {
      const { subject } = deal
      if (subject.kind !== 'quote' || deal.stage === 'final') return false
      return subject.secret === secret && subject.fee === fee && time < subject.expiry
    })?.deal.id
    await startDeal(ctx.unit, {
      person,
      same,
      isDecided: true,
      subject: {
        kind: 'quote',
        right: right.id,
        origin: asked.deal.id,
        fee,
        currency: series.terms.currency,
        nonce: state.nonce,
        holder: state.holder,
        secret,
        expiry: time + ANSWER_DAYS * DAY_SECONDS,
      },
    })
  }
}

/** A right that this person may answer for with an account. @throws AppError DESK_FOREIGN, DESK_ACCOUNT_MISSING */
async function atDesk(ctx: BotContext, id: RightId, state?: string) {
  const { unit, person } = ctx
  const now = await rightNow(unit, id)
  const series = now === null ? null : await unit.index.series(now.right.series)
  if (now === null || series === null) throw new AppError('RIGHT_UNKNOWN')
  const able = await ableAt(unit, person, series.issuer)
  if (able.length === 0) {
    if (!(await servesAt(unit, person, series.issuer))) throw new AppError('DESK_FOREIGN')
    const who = shortAccount(series.issuer)
    throw new AppError('DESK_ACCOUNT_MISSING', { meta: { who } })
  }
  if (state !== undefined && now.state.state !== state) throw new AppError('RIGHT_NOT_ASKED')
  return { ...now, series, able }
}

/** The same, while its holder waits for what a delivery costs. @throws AppError RIGHT_NOT_ASKED */
async function askedOfDesk(ctx: BotContext, id: RightId) {
  const found = await atDesk(ctx, id)
  const asked = found.state.transferable ? await deliveryOf(ctx.unit, found) : null
  const isAsked = asked?.delivery.askedOf === found.series.issuer && asked.delivery.address !== null
  if (asked === null || !isAsked) throw new AppError('RIGHT_NOT_ASKED')
  return { ...found, asked }
}
