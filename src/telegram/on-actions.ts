import type { Composer } from 'grammy'
import type { Action, ActionName } from '../domain/actions.ts'
import { decodeAction } from '../domain/callback-data.ts'
import { AppError } from '../domain/errors.ts'
import type { BotContext } from './bot-context.ts'

/** What a tap on one kind of button does. */
export type ActionHandler = (ctx: BotContext, action: Action) => Promise<void>

/**
 * Sends taps to their handlers by the action they name; every other tap goes on to the next feature. A tap counts in the
 * private chat only. Our posts and what we say in groups carry links and no callbacks, so that any other one is forged, and
 * what it shows would be seen by everybody there. @throws AppError CHAT_NOT_PRIVATE
 */
export function onActions(
  composer: Composer<BotContext>,
  handlers: Partial<Readonly<Record<ActionName, ActionHandler>>>,
): void {
  composer.on('callback_query:data', async (ctx, next) => {
    const action = decodeAction(ctx.callbackQuery.data)
    const handler = action === null ? undefined : handlers[action.name]
    if (action === null || handler === undefined) return next()
    if (ctx.chat?.type !== 'private') throw new AppError('CHAT_NOT_PRIVATE')
    return handler(ctx, action)
  })
}
