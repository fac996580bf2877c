import { Composer } from 'grammy'
import { errorText } from '../../cards/error-text.ts'
import { type Action, actions } from '../../domain/actions.ts'
import { decodeAction } from '../../domain/callback-data.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import { AppError, type ErrorCode } from '../../domain/errors.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Random } from '../../ports/random.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { bindingsFor } from './bindings-for.ts'

/** Taps on the cards of deals: checked for whose they are and how old, then one event each. */
export function dealBot(deps: { stepDeal: StepDeal; random: Random }): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.on('callback_query:data', async (ctx, next) => {
    const action = decodeAction(ctx.callbackQuery.data)
    if (action === null || actions[action.name].subject !== 'deal') return next()
    const deal = (await ctx.unit.deals.load(action.subject as DealId))?.deal
    if (deal === undefined) throw new AppError('CARD_STALE')
    if (deal.person.id !== ctx.person.id) throw new AppError('CARD_FOREIGN')
    await tap(ctx, deal, action)
  })
  return composer

  async function tap(ctx: BotContext, deal: Deal, action: Action): Promise<void> {
    const isStale = action.version !== deal.epoch
    if (isStale && action.name !== 'refresh') toast(ctx, 'CARD_STALE')
    const event = isStale ? null : await eventOf(ctx, deal, action)
    if (event !== null) await deps.stepDeal(ctx.unit, deal.id, event)
    await ctx.unit.drawings.deal({ deal: deal.id, chat: deal.chat, anew: false })
  }

  async function eventOf(ctx: BotContext, deal: Deal, action: Action): Promise<DealEvent | null> {
    switch (action.name) {
      case 'go': {
        const bindings = await bindingsFor(ctx.unit, deal)
        return { type: 'go', bindings, nonce: deps.random.nonce() }
      }
      case 'cancel':
        return { type: 'cancel' }
      case 'again':
        return { type: 'again' }
      default:
        return { type: 'timer' }
    }
  }
}

function toast(ctx: BotContext, code: ErrorCode): void {
  const text = errorText(ctx.texts, code).replace(/<[^>]*>/g, '')
  ctx.toast = { text: text.slice(0, 200), alert: false }
}
