import { Composer } from 'grammy'
import { tappedDeal } from '../../deals/tapped-deal.ts'
import type { Action } from '../../domain/actions.ts'
import type { ClaimSubject } from '../../domain/deal/subject.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { AppError } from '../../domain/errors.ts'
import type { Random } from '../../ports/random.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'

/** The longest that a send is kept for somebody without a wallet. */
const KEPT_SECONDS = 7 * 86_400

/** What a recipient without a wallet can do, and saying no. */
export function claimBot(deps: { stepDeal: StepDeal; random: Random }): Composer<BotContext> {
  const { stepDeal, random } = deps
  const composer = new Composer<BotContext>()
  onActions(composer, {
    'no-wallet': (ctx, action) =>
      revise(ctx, action, async (subject) => {
        const right = await ctx.unit.index.right(subject.right)
        const { time } = await ctx.unit.index.head()
        const state = right === null ? null : effectiveState(right.word, time)
        if (state?.state !== 'sent') throw new AppError('SEND_OVER')
        const keptUntil = Math.min(state.until ?? time, time + KEPT_SECONDS)
        return { ...subject, keptUntil }
      }),
    'use-at-shop': (ctx, action) =>
      revise(ctx, action, (subject) => ({
        ...subject,
        deskCode: subject.deskCode ?? random.secret(),
      })),
    decline: async (ctx, action) => {
      const deal = await tappedDeal(ctx, action)
      await stepDeal(ctx.unit, deal.id, { type: 'cancel' })
      await ctx.unit.drawings.deal({ deal: deal.id, chat: deal.chat, anew: false })
    },
  })
  return composer

  async function revise(
    ctx: BotContext,
    action: Action,
    change: (subject: ClaimSubject) => ClaimSubject | Promise<ClaimSubject>,
  ): Promise<void> {
    const deal = await tappedDeal(ctx, action)
    if (deal.subject.kind !== 'claim') throw new AppError('CARD_STALE')
    const subject = await change(deal.subject)
    await stepDeal(ctx.unit, deal.id, { type: 'revised', subject })
    await ctx.unit.drawings.deal({ deal: deal.id, chat: deal.chat, anew: false })
  }
}
