import { Composer } from 'grammy'
import { bindingsFor } from '../../deals/bindings-for.ts'
import { ownDeal } from '../../deals/own-deal.ts'
import { tappedDeal } from '../../deals/tapped-deal.ts'
import type { Action } from '../../domain/actions.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts, DealEvent } from '../../domain/deal/event.ts'
import type { Random } from '../../ports/random.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { Unit } from '../../ports/store.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'

/** What a tap means to a deal. */
type EventOf = (unit: Unit, deal: Deal) => DealEvent | Promise<DealEvent>

/** Taps on the cards of deals that all kinds share: checked for whose they are and how old, then one event each. */
export function dealBot(deps: {
  stepDeal: StepDeal
  random: Random
  readFacts: (unit: Unit, deal: Deal) => Promise<ChainFacts | null>
}): Composer<BotContext> {
  const { stepDeal, random, readFacts } = deps
  const composer = new Composer<BotContext>()
  onActions(composer, {
    go: tap(async (unit, deal) => {
      // Nobody binds a wallet for something that is over.
      const facts = await readFacts(unit, deal)
      if (facts?.type === 'absent' && facts.over !== undefined) return { type: 'chain', facts }
      const bindings = await bindingsFor(unit, deal)
      return { type: 'go', bindings, nonce: random.nonce() }
    }),
    cancel: tap(() => ({ type: 'cancel' })),
    again: tap(() => ({ type: 'again' })),
    refresh: async (ctx, { subject }) => draw(ctx, await ownDeal(ctx.unit, ctx.person, subject)),
  })
  return composer

  function tap(eventOf: EventOf) {
    return async (ctx: BotContext, action: Action) => {
      const deal = await tappedDeal(ctx, action)
      await stepDeal(ctx.unit, deal.id, await eventOf(ctx.unit, deal))
      await draw(ctx, deal)
    }
  }
}

function draw({ unit }: BotContext, { id, chat }: Deal): Promise<void> {
  return unit.drawings.deal({ deal: id, chat, anew: false })
}
