import { type Api, GrammyError } from 'grammy'
import { cardHash } from '../domain/card-hash.ts'
import { AppError } from '../domain/errors.ts'
import type { Messenger } from '../ports/messenger.ts'
import { toKeyboard } from './keyboard.ts'
import { telegramRefusal } from './telegram-refusal.ts'

const HTML = 'HTML' as const

/** Changes messages that were posted through inline mode. Their picture stays the one they were posted with. */
export function createRedraw(api: Api, waitOf: (error: unknown) => number): Messenger['redraw'] {
  return async function redraw(id, card, contentHash) {
    const hash = cardHash(card)
    if (hash === contentHash) return { type: 'drawn', contentHash: hash }
    const reply_markup = { inline_keyboard: toKeyboard(card.buttons) }
    try {
      if (card.picture?.type === 'stored') {
        await api.editMessageCaptionInline(id, {
          caption: card.html,
          parse_mode: HTML,
          reply_markup,
        })
      } else {
        await api.editMessageTextInline(id, card.html, {
          parse_mode: HTML,
          link_preview_options: { is_disabled: true },
          reply_markup,
        })
      }
    } catch (error) {
      const refusal = telegramRefusal(error)
      if (refusal === 'same') return { type: 'drawn', contentHash: hash }
      if (refusal === 'wait') return { type: 'wait', ms: waitOf(error) }
      const isRefusal = error instanceof GrammyError && error.error_code < 500
      if (isRefusal) return { type: 'gone' }
      throw new AppError('TELEGRAM_UNREACHABLE', { cause: error })
    }
    return { type: 'drawn', contentHash: hash }
  }
}
