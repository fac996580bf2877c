import { AppError } from '../domain/errors.ts'

/** PostgreSQL: two transactions could not have run one after another; two waited for each other. */
const LOST_RACE = new Set(['40001', '40P01'])
/** PostgreSQL: the server is going down, coming up, or ended this connection; or the network did. */
const CUT_OFF = /^(57P0[1-3]|08\w{3}|ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)$/
/** What the driver says of it without a code. */
const CUT_OFF_WORDS =
  /^Connection terminated|is not queryable$|^timeout exceeded when trying to connect/
/** PostgreSQL: no room, no memory, a lock that is held, a disk that fails. */
const SHORT_OF = /^(53\w{3}|55P03|58\w{3})$/
/** SQLite: busy, locked, no memory, read-only for a moment, a disk that fails or is full, a file that does not open. */
const SQLITE_SHORT_OF = new Set([5, 6, 7, 8, 10, 13, 14])

/** Two transactions met, and this one shall be run again. */
export function hasLostRace(error: unknown): boolean {
  return LOST_RACE.has(codeOf(error))
}

/** The connection was cut, or there is none. */
export function isCutOff(error: unknown): boolean {
  if (CUT_OFF.test(codeOf(error))) return true
  return error instanceof Error && CUT_OFF_WORDS.test(error.message)
}

/** What an engine throws when it cannot work now, but may later, as STORE_UNREACHABLE; everything else as it is. */
export function toStoreError(error: unknown): unknown {
  const isPassing =
    hasLostRace(error) || isCutOff(error) || SHORT_OF.test(codeOf(error)) || isSqliteShort(error)
  return isPassing ? new AppError('STORE_UNREACHABLE', { cause: error }) : error
}

function isSqliteShort(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error)) return false
  const { errcode } = error
  // The lower byte is the kind; what is above it says more exactly where.
  return typeof errcode === 'number' && SQLITE_SHORT_OF.has(errcode & 0xff)
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}
