import type { AppError } from '../domain/errors.ts'
import { toAppError } from '../domain/errors.ts'
import type { InboxItem, Queued, Store, Unit } from '../ports/store.ts'
import { backOff } from './back-off.ts'
import { type LaneWorker, startLanes } from './lanes.ts'

/** How often a row is tried before it is set aside and the person is told. */
const MOST_ATTEMPTS = 5

/**
 * Works the inbox off. Handling a row, everything it writes and marking it done are one transaction, so a row has all of
 * its consequences exactly once, whenever the process is killed.
 */
export function startInboxWorker(deps: {
  store: Store
  handle: (item: InboxItem, unit: Unit) => Promise<void>
  /** Tells the person that a row could not be handled; in a transaction that also sets the row aside. */
  giveUp: (item: InboxItem, error: AppError, unit: Unit) => Promise<void>
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
      const error = toAppError(thrown)
      deps.onError(error, row)
      const isOver = row.attempts + 1 >= MOST_ATTEMPTS
      await store.transaction(async (unit) => {
        if (!isOver) return unit.inbox.postpone(row.id, backOff(deps.now(), row.attempts))
        await deps.giveUp(row.item, error, unit)
        await unit.inbox.bury(row.id)
      })
    }
    deps.afterWork()
  }
  return startLanes<InboxItem>({
    next: (busy, limit) => store.transaction((unit) => unit.inbox.next(busy, deps.now(), limit)),
    work,
    width: 16,
    tickMs: 1000,
    onError: (error) => deps.onError(toAppError(error), { id: 0, key: 'inbox' }),
  })
}
