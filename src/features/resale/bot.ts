import { Composer } from 'grammy'
import { askedPrice } from '../../deals/asked-price.ts'
import { ownRight } from '../../deals/own-right.ts'
import { startAct } from '../../deals/start-act.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { rightOfKey } from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import { examplePrice } from '../../domain/example-price.ts'
import type { Account, RightId } from '../../domain/ids.ts'
import { parseAccount } from '../../domain/parse-account.ts'
import { parseAmount } from '../../domain/parse-amount.ts'
import { DAY_SECONDS } from '../../domain/terms.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { onAnswer } from '../../telegram/on-answer.ts'

/** How long a right stays for sale. */
const OFFER_DAYS = 30

/** Offering a held right for resale: to anyone who has the link, or to one account alone. */
export function resaleBot(deps: {
  startDeal: StartDeal
  chain: Pick<ChainPort, 'rights'>
}): Composer<BotContext> {
  const { startDeal, chain } = deps
  const composer = new Composer<BotContext>()
  onActions(composer, {
    sell: async (ctx, { subject }) => {
      const { right, state } = await ownRight(ctx.unit, ctx.person, rightOfKey(subject))
      if (!state.transferable) throw new AppError('RIGHT_LOCKED')
      await ctx.unit.questions.ask(ctx.person.id, { type: 'resale-price', right: right.id })
      const { coin, price } = await askedPrice(ctx, right.series)
      await ctx.ask('ask-resale-price', examplePrice(price, coin))
    },
    unlist: async (ctx, { subject }) => {
      const { right, state } = await ownRight(ctx.unit, ctx.person, rightOfKey(subject))
      if (state.state !== 'listed') throw new AppError('OFFER_GONE')
      const by = state.holder
      await startAct(startDeal, ctx.unit, {
        person: ctx.person,
        act: 'unlist',
        by,
        right: right.id,
      })
    },
  })
  onAnswer(composer, 'resale-price', async (ctx, { right: id }, text) => {
    const { right } = await ownRight(ctx.unit, ctx.person, id)
    const { coin, price: own } = await askedPrice(ctx, right.series)
    const [amount = '', taker] = splitTaker(text)
    const price = parseAmount(amount, coin)
    if (price === null) throw new AppError('PRICE_UNCLEAR', { meta: examplePrice(own, coin) })
    // The contract buys nothing: an offer to it alone is one to nobody.
    if (taker === chain.rights) throw new AppError('TAKER_UNCLEAR')
    await ctx.unit.questions.close(ctx.person.id)
    await list(ctx, id, price, taker)
  })
  return composer

  async function list(ctx: BotContext, id: RightId, price: bigint, taker: Account | null) {
    const { right, state, time } = await ownRight(ctx.unit, ctx.person, id)
    const series = await ctx.unit.index.series(right.series)
    const day = series?.terms.redeemByDay ?? null
    const end = day === null ? Number.POSITIVE_INFINITY : day * DAY_SECONDS
    const until = Math.min(time + OFFER_DAYS * DAY_SECONDS, end)
    await startAct(startDeal, ctx.unit, {
      person: ctx.person,
      act: 'list',
      by: state.holder,
      right: id,
      arguments: { price, until, ...(taker === null ? {} : { account: taker }) },
      isDecided: false,
    })
  }
}

/** A price, and perhaps the one account it is for: `15 USDC 0x…`. */
function splitTaker(text: string): [string, Account | null] {
  const [, before = text, address = ''] = /^(.*?)\s+(0x[0-9a-fA-F]{40})\s*$/s.exec(text) ?? []
  if (address === '') return [text, null]
  const taker = parseAccount(address)
  if (taker === null) throw new AppError('TAKER_UNCLEAR')
  return [before, taker]
}
