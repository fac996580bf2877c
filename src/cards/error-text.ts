import { type ErrorCode, type ErrorMeta, errorMessageId, errorTable } from '../domain/errors.ts'
import type { Texts } from '../ports/texts.ts'
import { fieldNames } from './field-names.ts'

/** What happened, whether money moved, and what to do: the text of a code. */
export function errorText(texts: Texts, code: ErrorCode, meta: ErrorMeta = {}): string {
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
    ...meta,
    ...(typeof fields === 'string' ? { fields: fieldNames(texts, fields.split(', ')) } : {}),
  })
  return `${happened}\n${texts.html(`money-${errorTable[code].money}`)}`
}
