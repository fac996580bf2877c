import type { Account, ChatId, SeriesId } from '../../domain/ids.ts'
import { encodePayload } from '../../domain/links.ts'
import { type Coin, formatMoney } from '../../domain/money.ts'
import type { Courier } from '../../ports/courier.ts'
import type { Printer, PrintFormat } from '../../ports/printer.ts'
import type { Store } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/** The first 8 bytes of a series' id, which the short form of its link names. */
const PREFIX_DIGITS = 18

/**
 * Sends a series' code to print: the short form of its link as a QR code, and the same to type under it. `dueAt` in Unix ms.
 * The returned function @throws AppError CHAIN_UNREACHABLE, TELEGRAM_UNREACHABLE
 */
export function createSendCode(deps: {
  store: Store
  printer: Printer
  courier: Courier
  texts: (locale: string) => Texts
  currency: (address: Account | null) => Promise<Coin>
  botName: string
  botLink: (payload: string) => string
  now: () => number
}): (input: {
  chat: ChatId
  series: SeriesId
  format: PrintFormat
  locale: string
}) => Promise<{ type: 'nothing' } | { type: 'later'; dueAt: number }> {
  const { store, printer, courier, currency, botName, botLink, now } = deps
  return async function sendCode({ chat, series: id, format, locale }) {
    const series = await store.transaction((unit) => unit.index.series(id))
    if (series === null) return { type: 'nothing' }
    const texts = deps.texts(locale)
    const { goods, terms } = series
    const code = encodePayload({ type: 'series-short', prefix: id.slice(0, PREFIX_DIGITS) })
    const caption = formatMoney(terms.price, await currency(terms.currency), texts.locale)
    const hint = texts.plain('print-hint', { bot: botName })
    const url = botLink(code)
    const bytes = await printer.print({ url, title: goods.name, caption, code, hint }, format)
    const labels = printer.sheetLabels
    const html = texts.html('print-caption', { name: goods.name, format, code, labels })
    const name = format === 'sheet' ? `${code}-sheet.png` : `${code}.${format}`
    const sent = await courier.send(chat, { name, bytes, html })
    return sent.type === 'wait' ? { type: 'later', dueAt: now() + sent.ms } : { type: 'nothing' }
  }
}
