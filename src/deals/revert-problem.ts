import type { DealEvent } from '../domain/deal/event.ts'
import { revertCode } from '../domain/deal/revert-code.ts'
import type { Subject } from '../domain/deal/subject.ts'
import type { ErrorCode } from '../domain/errors.ts'
import { problem } from './check-results.ts'

/** The contract's refusals that people can be told about in words of their own. */
const codes: Readonly<Record<string, ErrorCode>> = {
  SoldOut: 'SOLD_OUT',
  SaleEnded: 'SALE_ENDED',
  SeriesExists: 'SERIES_EXISTS',
  SeriesClosed: 'SOLD_OUT',
  RightLocked: 'RIGHT_LOCKED',
  WrongState: 'RIGHT_LOCKED',
  NotHolder: 'RIGHT_NOT_YOURS',
  NotTaker: 'NOT_FOR_YOU',
  NonceStale: 'OFFER_CHANGED',
  PriceAboveMaximum: 'OFFER_CHANGED',
  ERC721NonexistentToken: 'RIGHT_REDEEMED',
  PastRedeemBy: 'PAST_REDEEM_BY',
  WayNotOffered: 'WAY_NOT_OFFERED',
  SignatureExpired: 'QUOTE_OVER',
  NotDesk: 'DESK_FOREIGN',
  NotIssuer: 'ISSUER_ONLY',
}

/**
 * Why the contract would refuse a call, as a person reads it. `error` is the custom error's name or the node's words; `kind`
 * where it means something else for one kind of deal.
 */
export function revertProblem(error: string, kind?: Subject['kind']): DealEvent {
  const code = (kind === undefined ? null : revertCode(kind, error)) ?? codes[error]
  return code === undefined ? problem('CALL_REVERTED', { reason: error }) : problem(code)
}
