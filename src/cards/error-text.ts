import { type ErrorCode, type ErrorMeta, errorMessageId, errorTable } from '../domain/errors.ts'
import type { Texts } from '../ports/texts.ts'
import { fieldNames } from './field-names.ts'

/** What is said about money; `unknown-done` where none is paid, and only the deed is uncertain. */
export type MoneySaid = (typeof errorTable)[ErrorCode]['money'] | 'unknown-done'

/** What happened, whether money moved where that is a question, and what to do: the text of a code. */
export function errorText(
  texts: Texts,
  code: ErrorCode,
  meta: ErrorMeta = {},
  money: MoneySaid = errorTable[code].money,
): string {
  const { fields } = meta
  // Texts that can do without a fact say so themselves: `none` is their word for it.
  const happened = texts.html(errorMessageId(code), {
    reason: 'none',
    have: '',
    need: '',
    at: '',
    left: '',
    fields: '',
    elsewhere: 'none',
    chain: 'none',
    coin: '',
    example: '12',
    ...meta,
    ...(typeof fields === 'string' ? { fields: fieldNames(texts, fields.split(', ')) } : {}),
  })
  return money === 'none' ? happened : `${happened}\n${texts.html(`money-${money}`)}`
}
