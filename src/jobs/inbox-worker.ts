import type { AppError } from '../domain/errors.ts'
import { toAppError } from '../domain/errors.ts'
import type { InboxItem, Queued, Store, Unit } from '../ports/store.ts'
import { backOff } from './back-off.ts'
import { type LaneWorker, startLanes } from './lanes.ts'

/** How often a row is tried before it is set aside and the person is told; one that may succeed later is never set aside. */
const MOST_ATTEMPTS = 5

/**
 * Works the inbox off. Handling a row, everything it writes and marking it done are one transaction, so a row has all of
 * its consequences exactly once, whenever the process is killed. What fails because a node or the store is away waits for it,
 * and its lane with it.
 */
export function startInboxWorker(deps: {
  store: Store
  handle: (item: InboxItem, unit: Unit) => Promise<void>
  /** Tells the person that a row could not be handled; in a transaction that also sets the row aside. */
  giveUp: (item: InboxItem, error: AppError, unit: Unit) => Promise<void>
  /** What went wrong, in our words: what an engine of the store throws is retryable. */
  toError: (thrown: unknown) => AppError
  now: () => number
  onError: (error: AppError, row: { id: number; key: string }) => void
  afterWork: () => void
}): LaneWorker {
  const { store } = deps
  const work = async (row: Queued<InboxItem>) => {
    try {
      await store.transaction(async (unit) => {
        await deps.handle(row.item, unit)
        await unit.inbox.done(row.id)
      })
    } catch (thrown) {
      const error = deps.toError(thrown)
      deps.onError(error, row)
      const isOver = !error.retryable && row.attempts + 1 >= MOST_ATTEMPTS
      await store.transaction(async (unit) => {
        if (!isOver) return unit.inbox.postpone(row.id, backOff(deps.now(), row.attempts))
        await deps.giveUp(row.item, error, unit)
        await unit.inbox.bury(row.id)
      })
    }
    deps.afterWork()
  }
  return startLanes<InboxItem>({
    next: (busy, limit, full) =>
      store.transaction((unit) => unit.inbox.next(busy, deps.now(), limit, full)),
    work,
    width: 16,
    tickMs: 1000,
    onError: (error, row) => deps.onError(toAppError(error), row ?? { id: 0, key: 'inbox' }),
  })
}
