import { Composer } from 'grammy'
import { privateChat } from '../../domain/private-chat.ts'
import type { Random } from '../../ports/random.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { offerBinding } from './offer-binding.ts'

/** Binding a wallet for its own sake. */
export function bindWalletBot(deps: { random: Random; stepDeal: StepDeal }): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  const start = async (ctx: BotContext) => {
    const chat = privateChat(ctx.person.id)
    const deal = await offerBinding(deps, ctx.unit, { person: ctx.person, chat })
    await ctx.unit.drawings.deal({ deal, chat, anew: true })
    // A new binding never takes over an old one's session: nothing is expected.
    await deps.stepDeal(ctx.unit, deal, { type: 'go', bindings: [], nonce: deps.random.nonce() })
  }
  composer.chatType('private').command('wallet', start)
  onActions(composer, { 'bind-wallet': start })
  return composer
}
