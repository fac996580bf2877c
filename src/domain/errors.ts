/**
 * The one table of what can go wrong. A code is at once a Fluent message (`error-` and the code in kebab-case),
 * an RFC 9457 problem type, a log field and a metric label; a test checks that the lists agree.
 * `retryable` tells a worker whether the same step may succeed later; `money` is what the text must say about it;
 * `none` where money was never in question.
 */
export const errorTable = {
  // links
  LINK_BROKEN: { retryable: false, status: 400, money: 'not-moved' },
  LINK_FOREIGN: { retryable: false, status: 400, money: 'not-moved' },
  LINK_MISSING: { retryable: false, status: 400, money: 'not-moved' },
  SERIES_UNKNOWN: { retryable: false, status: 404, money: 'not-moved' },
  RIGHT_UNKNOWN: { retryable: false, status: 404, money: 'not-moved' },
  CODE_UNKNOWN: { retryable: false, status: 404, money: 'not-moved' },
  // cards
  CARD_STALE: { retryable: false, status: 409, money: 'not-moved' },
  CARD_FOREIGN: { retryable: false, status: 403, money: 'not-moved' },
  CHAT_NOT_PRIVATE: { retryable: false, status: 403, money: 'not-moved' },
  // buying
  SOLD_OUT: { retryable: false, status: 409, money: 'not-moved' },
  SALE_ENDED: { retryable: false, status: 409, money: 'not-moved' },
  FUNDS_MISSING: { retryable: false, status: 402, money: 'not-moved' },
  QUANTITY_LEFT: { retryable: false, status: 409, money: 'not-moved' },
  OFFER_CHANGED: { retryable: false, status: 409, money: 'not-moved' },
  OFFER_GONE: { retryable: false, status: 410, money: 'not-moved' },
  NOT_FOR_YOU: { retryable: false, status: 403, money: 'not-moved' },
  BIND_FIRST: { retryable: false, status: 409, money: 'not-moved' },
  PAID_ALREADY: { retryable: false, status: 409, money: 'not-moved' },
  PAYMENT_UNDER_WAY: { retryable: false, status: 409, money: 'not-moved' },
  CALL_REVERTED: { retryable: false, status: 409, money: 'not-moved' },
  // wallets
  WALLET_REJECTED: { retryable: false, status: 409, money: 'not-moved' },
  WALLET_BUSY: { retryable: false, status: 409, money: 'not-moved' },
  WALLET_SILENT: { retryable: false, status: 408, money: 'unknown' },
  WALLET_DISCONNECTED: { retryable: false, status: 409, money: 'unknown' },
  WALLET_UNSUPPORTED: { retryable: false, status: 409, money: 'not-moved' },
  WALLET_WRONG_CHAIN: { retryable: false, status: 409, money: 'not-moved' },
  WALLET_UNCLEAR: { retryable: false, status: 409, money: 'unknown' },
  WALLET_SESSION_GONE: { retryable: false, status: 409, money: 'not-moved' },
  WALLET_RELAY_UNREACHABLE: { retryable: true, status: 503, money: 'not-moved' },
  BINDING_EXPIRED: { retryable: false, status: 408, money: 'not-moved' },
  SIGNATURE_WRONG: { retryable: false, status: 403, money: 'not-moved' },
  // sending
  SEND_UNKNOWN: { retryable: false, status: 404, money: 'not-moved' },
  SEND_OVER: { retryable: false, status: 410, money: 'not-moved' },
  SEND_YOURS: { retryable: false, status: 409, money: 'not-moved' },
  SEND_KEPT: { retryable: false, status: 409, money: 'not-moved' },
  PAST_REDEEM_BY: { retryable: false, status: 410, money: 'not-moved' },
  RELAYER_REFUSED: { retryable: false, status: 503, money: 'not-moved' },
  // selling
  SERIES_EXISTS: { retryable: false, status: 409, money: 'not-moved' },
  DRAFT_INCOMPLETE: { retryable: false, status: 422, money: 'not-moved' },
  GOODS_DIGITAL: { retryable: false, status: 422, money: 'not-moved' },
  DRAFT_GONE: { retryable: false, status: 404, money: 'not-moved' },
  PRICE_UNCLEAR: { retryable: false, status: 422, money: 'not-moved' },
  TAKER_UNCLEAR: { retryable: false, status: 422, money: 'not-moved' },
  NUMBER_UNCLEAR: { retryable: false, status: 422, money: 'not-moved' },
  TEXT_UNCLEAR: { retryable: false, status: 422, money: 'not-moved' },
  ISSUER_ONLY: { retryable: false, status: 403, money: 'not-moved' },
  INVITATION_OVER: { retryable: false, status: 410, money: 'not-moved' },
  // photos
  PHOTO_UNREADABLE: { retryable: false, status: 422, money: 'none' },
  PHOTO_TOO_LARGE: { retryable: false, status: 413, money: 'none' },
  PHOTO_HEIC: { retryable: false, status: 415, money: 'none' },
  PHOTO_TOO_SLOW: { retryable: false, status: 503, money: 'none' },
  PHOTOS_FULL: { retryable: false, status: 409, money: 'none' },
  PHOTOS_GONE: { retryable: false, status: 410, money: 'none' },
  VISION_BUSY: { retryable: true, status: 503, money: 'none' },
  // chain
  HASH_FOREIGN: { retryable: false, status: 409, money: 'unknown' },
  BLOCK_TAKEN_BACK: { retryable: false, status: 409, money: 'unknown' },
  HASH_UNKNOWN: { retryable: false, status: 404, money: 'unknown' },
  CHAIN_UNREACHABLE: { retryable: true, status: 503, money: 'unknown' },
  // getting the good
  RIGHT_NOT_YOURS: { retryable: false, status: 403, money: 'not-moved' },
  RIGHT_LOCKED: { retryable: false, status: 409, money: 'not-moved' },
  RIGHT_FOR_SALE: { retryable: false, status: 409, money: 'not-moved' },
  RIGHT_REDEEMED: { retryable: false, status: 409, money: 'not-moved' },
  CODE_SPENT: { retryable: false, status: 409, money: 'not-moved' },
  RIGHT_NOT_ASKED: { retryable: false, status: 409, money: 'not-moved' },
  WAY_NOT_OFFERED: { retryable: false, status: 409, money: 'not-moved' },
  QUOTE_OVER: { retryable: false, status: 410, money: 'not-moved' },
  CODE_EXPIRED: { retryable: false, status: 410, money: 'not-moved' },
  GIFT_CODE_OVER: { retryable: false, status: 410, money: 'not-moved' },
  DESK_FOREIGN: { retryable: false, status: 403, money: 'not-moved' },
  DESK_ABSENT: { retryable: false, status: 409, money: 'not-moved' },
  DESK_ACCOUNT_MISSING: { retryable: false, status: 403, money: 'not-moved' },
  ARBITER_ONLY: { retryable: false, status: 403, money: 'not-moved' },
  ADDRESS_MISSING: { retryable: false, status: 409, money: 'not-moved' },
  // everything else
  STORE_UNREACHABLE: { retryable: true, status: 503, money: 'unknown' },
  TELEGRAM_UNREACHABLE: { retryable: true, status: 503, money: 'not-moved' },
  RATE_LIMITED: { retryable: true, status: 429, money: 'not-moved' },
  UNEXPECTED: { retryable: false, status: 500, money: 'unknown' },
} as const satisfies Record<
  string,
  { retryable: boolean; status: number; money: 'moved' | 'not-moved' | 'unknown' | 'none' }
>

/** A key of {@link errorTable}. */
export type ErrorCode = keyof typeof errorTable

/** Facts for the text of an error: names and numbers, never secrets. */
export type ErrorMeta = Readonly<Record<string, string | number>>

/** The one error class of Scrip. Its message is for logs; people read the text of its code. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly meta: ErrorMeta
  constructor(code: ErrorCode, options: { cause?: unknown; meta?: ErrorMeta } = {}) {
    super(code, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.meta = options.meta ?? {}
  }

  /** May the same step succeed later, unchanged? */
  get retryable(): boolean {
    return errorTable[this.code].retryable
  }
}

/** Any thrown thing as an {@link AppError}; what is not one becomes UNEXPECTED with its cause. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('UNEXPECTED', { cause: thrown })
}

/** The Fluent message id of a code: `SOLD_OUT` → `error-sold-out`. */
export function errorMessageId(code: ErrorCode): string {
  return `error-${code.toLowerCase().replaceAll('_', '-')}`
}
