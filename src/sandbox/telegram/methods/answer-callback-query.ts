import type { Bot } from '../accounts.ts'
import { refuse } from '../refusals.ts'
import { parseUrl } from '../urls.ts'
import type { Method } from './method.ts'

/** A press may only lead to a game, which bots here have not, or into the bot's own chat. */
function checkAddress(url: string, bot: Bot): void {
  const parsed = parseUrl(url)
  const isOwn =
    parsed.type === 'url' &&
    ['t.me', 'telegram.me'].includes(parsed.host) &&
    parsed.rest.toLowerCase().startsWith(`/${bot.username?.toLowerCase()}?start=`)
  if (!isOwn) throw refuse('answerUrlInvalid')
}

/** Answers a press, once. */
export const answerCallbackQuery: Method = {
  supported: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
  run({ world, bot, parameters }) {
    const id = parameters.text('callback_query_id')
    const pending = world.callbacks.get(id)
    if (!pending || pending.bot !== bot || pending.expiresAt <= world.clock.now()) {
      throw refuse('queryTooOld')
    }
    const text = parameters.text('text')
    if (Array.from(text).length > 200) throw refuse('answerTooLong')
    const url = parameters.text('url')
    if (url !== '') checkAddress(url, bot)
    world.callbacks.delete(id)
    pending.answer({
      text: text || null,
      alert: parameters.flag('show_alert'),
      url: url || null,
      cacheSeconds: parameters.integer('cache_time', 0, 0),
    })
    return true
  },
}
