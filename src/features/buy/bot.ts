import { Composer } from 'grammy'
import { tappedDeal } from '../../deals/tapped-deal.ts'
import type { Action } from '../../domain/actions.ts'
import type { PurchaseSubject } from '../../domain/deal/subject.ts'
import { AppError } from '../../domain/errors.ts'
import { DAY_SECONDS } from '../../domain/terms.ts'
import type { Random } from '../../ports/random.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'

/** As many as one tap after another is still pleasant for, and as many links as one card can hold. */
const MOST_AT_ONCE = 20
const MOST_GIFTS = 8
/** How long a gift waits to be claimed. */
const GIFT_DAYS = 7

/** What a buyer chooses on the quote: how many, for whom, and who pays. */
export function buyBot(deps: { stepDeal: StepDeal; random: Random }): Composer<BotContext> {
  const { stepDeal, random } = deps
  const composer = new Composer<BotContext>()
  onActions(composer, {
    more: (ctx, action) => revise(ctx, action, (subject) => count(subject, subject.quantity + 1)),
    fewer: (ctx, action) => revise(ctx, action, (subject) => count(subject, subject.quantity - 1)),
    'as-gift': (ctx, action) =>
      revise(ctx, action, async (subject) => {
        if (subject.gift !== null) return { ...subject, gift: null }
        const { time } = await ctx.unit.index.head()
        const until = time + GIFT_DAYS * DAY_SECONDS
        return count({ ...subject, asked: null, gift: { secrets: [], until } }, subject.quantity)
      }),
    'pay-for-me': (ctx, action) =>
      revise(ctx, action, async (subject) => {
        if (subject.asked !== null) return { ...subject, asked: null }
        const [binding] = await ctx.unit.bindings.of(ctx.person.id)
        // Whoever pays must know for which account: it has to be proven first.
        if (binding === undefined) throw new AppError('BIND_FIRST')
        return { ...subject, gift: null, asked: binding.account }
      }),
  })
  return composer

  function count(subject: PurchaseSubject, wanted: number): PurchaseSubject {
    const most = subject.gift === null ? MOST_AT_ONCE : MOST_GIFTS
    const quantity = Math.max(1, Math.min(most, wanted))
    if (subject.gift === null) return { ...subject, quantity }
    const secrets = Array.from(
      { length: quantity },
      (_, place) => subject.gift?.secrets[place] ?? random.secret(),
    )
    return { ...subject, quantity, gift: { ...subject.gift, secrets } }
  }

  async function revise(
    ctx: BotContext,
    action: Action,
    change: (subject: PurchaseSubject) => PurchaseSubject | Promise<PurchaseSubject>,
  ): Promise<void> {
    const deal = await tappedDeal(ctx, action)
    if (deal.subject.kind !== 'purchase') throw new AppError('CARD_STALE')
    const subject = await change(deal.subject)
    await stepDeal(ctx.unit, deal.id, { type: 'revised', subject })
    await ctx.unit.drawings.deal({ deal: deal.id, chat: deal.chat, anew: false })
  }
}
