import type { Bot } from '../accounts.ts'
import type { Parameters } from '../parameters.ts'
import { conflicts } from '../refusals.ts'
import type { Method } from './method.ts'

/** Keeps the wanted kinds, when a call names any; they hold for later calls as well. */
export function keepAllowedUpdates(bot: Bot, parameters: Parameters): void {
  const given = parameters.json('allowed_updates', 'allowed_updates')
  if (!Array.isArray(given)) return
  bot.queue.allow(given.filter((kind) => typeof kind === 'string'))
}

/** Long polling. */
export const getUpdates: Method = {
  supported: ['offset', 'limit', 'timeout', 'allowed_updates'],
  async run({ bot, parameters, signal }) {
    if (bot.webhook.target()) throw await bot.queue.conflict(conflicts.webhookActive)
    keepAllowedUpdates(bot, parameters)
    return await bot.queue.poll(
      {
        offset: parameters.integer('offset', 0),
        limit: parameters.integer('limit', 100, 1, 100),
        timeout: parameters.integer('timeout', 0, 0, 50),
      },
      signal,
    )
  },
}
