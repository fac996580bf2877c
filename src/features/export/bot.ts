import { Composer } from 'grammy'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'

/** A person's whole history as a file; the lists of the chat show it page by page. */
export function exportBot(): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  onActions(composer, {
    export: async (ctx) => {
      const { unit, person, texts } = ctx
      await unit.drawings.history({ person: person.id, locale: texts.locale })
      ctx.toast = { text: texts.plain('export-begun'), alert: false }
    },
  })
  return composer
}
