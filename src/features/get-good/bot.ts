import { Composer } from 'grammy'
import { decodeAction } from '../../domain/callback-data.ts'
import type { ChatId, RightId } from '../../domain/ids.ts'
import type { Random } from '../../ports/random.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { offerRedemption } from './offer-redemption.ts'

/** The way from a right to its good. */
export function getGoodBot(deps: {
  random: Random
  toRightId: (key: string) => RightId
}): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.on('callback_query:data', async (ctx, next) => {
    const action = decodeAction(ctx.callbackQuery.data)
    if (action?.name !== 'pick-up') return next()
    const chat = ctx.person.id as unknown as ChatId
    const right = deps.toRightId(action.subject)
    const deal = await offerRedemption(deps, ctx.unit, { person: ctx.person, chat, right })
    await ctx.unit.drawings.deal({ deal, chat, anew: true })
  })
  return composer
}
