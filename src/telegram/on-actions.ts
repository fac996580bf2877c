import type { Composer } from 'grammy'
import type { Action, ActionName } from '../domain/actions.ts'
import { decodeAction } from '../domain/callback-data.ts'
import type { BotContext } from './bot-context.ts'

/** What a tap on one kind of button does. */
export type ActionHandler = (ctx: BotContext, action: Action) => Promise<void>

/** Sends taps to their handlers by the action they name; every other tap goes on to the next feature. */
export function onActions(
  composer: Composer<BotContext>,
  handlers: Partial<Readonly<Record<ActionName, ActionHandler>>>,
): void {
  composer.on('callback_query:data', async (ctx, next) => {
    const action = decodeAction(ctx.callbackQuery.data)
    const handler = action === null ? undefined : handlers[action.name]
    return action === null || handler === undefined ? next() : handler(ctx, action)
  })
}
