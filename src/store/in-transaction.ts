import { setTimeout as pause } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import { AppError } from '../domain/errors.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

const MOST_TRIES = 12
const PAUSE_MS = 4
/** With twelve tries this waits for a server that is being started anew. */
const LONGEST_PAUSE_MS = 5000

/** PostgreSQL: two transactions could not have run one after another; two waited for each other. */
const LOST_RACE = new Set(['40001', '40P01'])
/** PostgreSQL: the server is going down, coming up, or ended this connection; or the network did. */
const CUT_OFF = /^(57P0[1-3]|08\w{3}|ECONN\w+|ETIMEDOUT|EPIPE)$/
/** What the driver says of it without a code. */
const CUT_OFF_WORDS = /^Connection terminated|is not queryable$/

/**
 * Runs `work` in one serializable transaction: all of it happens or none, and as if every other one had run before or after
 * it. On PostgreSQL it is tried again when it lost a race, and when the connection was cut before the commit was sent; so
 * `work` may run several times and changes nothing but its `trx`. A connection cut during the commit is thrown, because
 * nobody knows what became of it.
 * @throws AppError STORE_UNREACHABLE when the database cannot be reached
 */
export async function inTransaction<T>(
  db: Database,
  work: (trx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    let isWorkDone = false
    try {
      return await db
        .transaction()
        .setIsolationLevel('serializable')
        .execute(async (trx) => {
          const result = await work(trx)
          isWorkDone = true
          return result
        })
    } catch (error) {
      const mayTryAgain = hasLostRace(error) || (!isWorkDone && isCutOff(error))
      if (tries >= MOST_TRIES || !mayTryAgain) throw toUnreachable(error)
    }
    // Those who met once shall not meet again.
    await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** tries))
  }
}

function toUnreachable(error: unknown): unknown {
  return isCutOff(error) ? new AppError('STORE_UNREACHABLE', { cause: error }) : error
}

function hasLostRace(error: unknown): boolean {
  return LOST_RACE.has(codeOf(error))
}

function isCutOff(error: unknown): boolean {
  if (CUT_OFF.test(codeOf(error))) return true
  return error instanceof Error && CUT_OFF_WORDS.test(error.message)
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}
