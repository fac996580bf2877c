import type { CheckResult, DealEvent } from '../domain/deal/event.ts'
import type { ErrorCode, ErrorMeta } from '../domain/errors.ts'

/** A problem that the card shows. */
export function problem(code: ErrorCode, meta: ErrorMeta = {}): DealEvent {
  return checked({ type: 'problem', code, meta })
}

/** What a check decided. */
export function checked(result: CheckResult): DealEvent {
  return { type: 'checked', result }
}
