import { type ErrorCode, type ErrorMeta, errorMessageId, errorTable } from '../domain/errors.ts'
import type { Texts } from '../ports/texts.ts'

/** What happened, whether money moved, and what to do: the text of a code. */
export function errorText(texts: Texts, code: ErrorCode, meta: ErrorMeta = {}): string {
  const happened = texts.html(errorMessageId(code), meta)
  return `${happened}\n${texts.html(`money-${errorTable[code].money}`)}`
}
