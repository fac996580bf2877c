import type { Store } from '../../ports/store.ts'

const DAY_MS = 86_400_000
const MOST = 50

/**
 * Ends wallet sessions that nobody has used for `days`, at most 50 a run: a line to a wallet that nobody needs is one that
 * nobody watches. The accounts stay bound; the next payment connects again.
 */
export function createDropIdle(deps: {
  store: Store
  now: () => number
  days: number
}): () => Promise<number> {
  return function dropIdle() {
    return deps.store.transaction(async (unit) => {
      const topics = await unit.bindings.idleSessions(deps.now() - deps.days * DAY_MS, MOST)
      for (const topic of topics) {
        await unit.bindings.sessionEnded(topic)
        await unit.drawings.endSession(topic)
      }
      return topics.length
    })
  }
}
