import type { Database } from './database.ts'
import { OFFER_LIFE_MS } from './repositories/photo-offers.ts'

const DAY_MS = 24 * 3600 * 1000
/** Telegram keeps an update for a day; a week more is for clocks and for those who look into what happened. */
const KEPT_MS = 8 * DAY_MS
const MOST_ROWS = 500

/**
 * Deletes the keys of queue rows that are done for more than eight days, at most 500 of each queue, so that no write is
 * long; says how many went. A repeat that came later still would be taken as new, and none does. Rows that were set aside
 * stay, because nobody has seen to them; so does everything else of a person.
 */
export async function pruneQueues(db: Database, now: number): Promise<number> {
  let count = 0
  for (const table of ['inbox', 'outbox'] as const) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('id', 'in', (query) =>
        query
          .selectFrom(table)
          .select('id')
          .where('state', '=', 'done')
          .where('finished_at', '<', now - KEPT_MS)
          .orderBy('finished_at')
          .limit(MOST_ROWS),
      )
      .executeTakeFirst()
    count += Number(numDeletedRows)
  }
  return count
}

/** Deletes photos that nobody said yes to within a day: what leads to a picture is not kept for nothing. */
async function pruneOffers(db: Database, now: number): Promise<void> {
  await db
    .deleteFrom('photo_offer')
    .where('offered_at', '<=', now - OFFER_LIFE_MS)
    .execute()
}

/**
 * Prunes the queues, and photos that were not wanted, at once and then every `everyMs`, each time until little is left. `stop`
 * waits for a run that is under way.
 */
export function startPruning(deps: {
  db: Database
  now: () => number
  everyMs: number
  onError: (error: unknown) => void
}): { stop(): Promise<void> } {
  let isStopped = false
  const prune = async () => {
    try {
      await pruneOffers(deps.db, deps.now())
      // A busy day leaves more than one run takes.
      while (!isStopped && (await pruneQueues(deps.db, deps.now())) >= MOST_ROWS);
    } catch (error) {
      deps.onError(error)
    }
  }
  let running = prune()
  const timer = setInterval(() => {
    running = running.then(prune)
  }, deps.everyMs)
  return {
    async stop() {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}
