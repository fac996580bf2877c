import { type Api, GrammyError, InputFile } from 'grammy'
import { AppError } from '../domain/errors.ts'
import type { Courier } from '../ports/courier.ts'
import { telegramRefusal } from './telegram-refusal.ts'

/** Files over the Bot API. */
export function createCourier(api: Api): Courier {
  return {
    async send(chat, { name, bytes, html }) {
      try {
        await api.sendDocument(chat, new InputFile(bytes, name), {
          caption: html,
          parse_mode: 'HTML',
        })
        return { type: 'sent' }
      } catch (thrown) {
        const refusal = telegramRefusal(thrown)
        const isRefusal = thrown instanceof GrammyError && thrown.error_code < 500
        if (refusal === 'wait') {
          const seconds = isRefusal ? (thrown.parameters.retry_after ?? 1) : 1
          return { type: 'wait', ms: seconds * 1000 }
        }
        if (refusal === 'unreachable') return { type: 'unreachable' }
        throw new AppError(isRefusal ? 'UNEXPECTED' : 'TELEGRAM_UNREACHABLE', { cause: thrown })
      }
    },
  }
}
