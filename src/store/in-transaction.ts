import { setTimeout as pause } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import { hasLostRace, isCutOff, toStoreError } from './to-store-error.ts'

const MOST_TRIES = 12
const PAUSE_MS = 4
/** With twelve tries this waits for a server that is being started anew. */
const LONGEST_PAUSE_MS = 5000

/**
 * Runs `work` in one serializable transaction: all of it happens or none, and as if every other one had run before or after
 * it. On PostgreSQL it is tried again when it lost a race, and when the connection was cut before the commit was sent; so
 * `work` may run several times and changes nothing but its `trx`. A connection cut during the commit is thrown, because
 * nobody knows what became of it.
 * @throws AppError STORE_UNREACHABLE when the database cannot be reached or cannot work now
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
      if (tries >= MOST_TRIES || !mayTryAgain) throw toStoreError(error)
    }
    // Those who met once shall not meet again.
    await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** tries))
  }
}
