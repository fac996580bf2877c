import type { DealEvent } from '../domain/deal/event.ts'
import { AppError, toAppError } from '../domain/errors.ts'
import type { Failpoint } from '../domain/failpoint.ts'
import type { InboxItem, OutboxItem, Queued, Store } from '../ports/store.ts'
import { backOff } from './back-off.ts'
import { type LaneWorker, startLanes } from './lanes.ts'

const MOST_ATTEMPTS = 8
/** While somebody looks at the screen and waits, they hear sooner that it does not work. */
const MOST_ATTEMPTS_WAITING = 2
/** Whoever sent a photo looks at "Looking at the picture…": fifteen seconds of rests between attempts. */
const MOST_ATTEMPTS_PHOTO = 5
/** After so long no other attempt at a photo begins, however few there were. */
const PHOTO_PATIENCE_MS = 20_000
/** A photo is up to 20 MB in memory from its download on. */
const NARROW = { 'photo:': 4, 'gallery:': 2 }

function mostAttempts(item: OutboxItem): number {
  if (isPhoto(item)) return MOST_ATTEMPTS_PHOTO
  const isWaitedFor =
    item.type === 'effect' &&
    ['connect-wallet', 'ask-wallet', 'relay', 'check'].includes(item.effect.type)
  return isWaitedFor ? MOST_ATTEMPTS_WAITING : MOST_ATTEMPTS
}

/** Nobody looks into what was given up of these: its person is told, and what leads to a picture is not kept for nothing. */
function leadsToPhoto(item: OutboxItem): boolean {
  return isPhoto(item) || item.type === 'keep-photo'
}

function isPhoto({ type }: OutboxItem): boolean {
  return type === 'read-photo' || type === 'look-at-product'
}

/** What performing an item led to: an event for its deal, something for the inbox, nothing, or "later" with a time (Unix ms). */
export type Performed =
  | { type: 'nothing' }
  | { type: 'event'; event: DealEvent }
  /** Something that arrived, in the lane of the inbox where it belongs. */
  | { type: 'found'; lane: string; item: InboxItem }
  | { type: 'later'; dueAt: number }

/**
 * Performs what committed steps asked for, at least once each. What an effect found out enters the inbox in the same
 * transaction that marks it done, so that it is neither lost nor doubled.
 */
export function startOutboxWorker(deps: {
  store: Store
  perform: (item: OutboxItem) => Promise<Performed>
  /** What tells whoever waits that it cannot be had: an event for the deal, or something for the inbox. */
  giveUp: (item: OutboxItem, error: AppError) => Performed
  /** What went wrong, in our words: what an engine of the store throws is retryable. */
  toError: (thrown: unknown) => AppError
  failpoint: Failpoint
  now: () => number
  onError: (error: AppError, row: { id: number; key: string }) => void
  afterWork: () => void
}): LaneWorker {
  const { store, failpoint } = deps
  const photosBegunAt = new Map<number, number>()

  const finish = (row: Queued<OutboxItem>, performed: Performed, end: 'done' | 'bury') =>
    store.transaction(async (unit) => {
      await unit.outbox[end](row.id)
      unit.afterCommit(() => photosBegunAt.delete(row.id))
      const arrived = arrivedBy(row.item, performed)
      if (arrived !== null) await unit.inbox.add({ key: `effect:${row.key}`, ...arrived })
    })

  const fail = async (row: Queued<OutboxItem>, error: AppError) => {
    deps.onError(error, row)
    const isOver =
      !error.retryable || row.attempts + 1 >= mostAttempts(row.item) || isTooLate(row.id)
    // Whether it can be had is not for the store to say: what waits for the store is never given up.
    if (isOver && error.code !== 'STORE_UNREACHABLE') {
      return finish(row, deps.giveUp(row.item, error), leadsToPhoto(row.item) ? 'done' : 'bury')
    }
    const dueAt = backOff(deps.now(), row.attempts)
    return store.transaction((unit) => unit.outbox.postpone(row.id, dueAt))
  }

  const isTooLate = (id: number) => {
    const begunAt = photosBegunAt.get(id)
    return begunAt !== undefined && deps.now() - begunAt >= PHOTO_PATIENCE_MS
  }

  // What is thrown here comes from writing the end down, and says nothing about the item: it is performed again.
  const end = async (row: Queued<OutboxItem>, performed: Performed) => {
    if (performed.type !== 'later') return finish(row, performed, 'done')
    return store.transaction((unit) => unit.outbox.delay(row.id, performed.dueAt))
  }

  const work = async (row: Queued<OutboxItem>) => {
    const name = row.item.type === 'effect' ? row.item.effect.type : row.item.type
    if (isPhoto(row.item) && !photosBegunAt.has(row.id)) photosBegunAt.set(row.id, deps.now())
    failpoint(`effect:${name}:before-call`)
    const performed = await deps.perform(row.item).catch(deps.toError)
    if (performed instanceof AppError) await fail(row, performed)
    else {
      failpoint(`effect:${name}:after-call`)
      await end(row, performed)
      if (performed.type !== 'later') failpoint(`effect:${name}:after-commit`)
    }
    deps.afterWork()
  }

  return startLanes<OutboxItem>({
    next: (busy, limit, full) =>
      store.transaction((unit) => unit.outbox.next(busy, deps.now(), limit, full)),
    work,
    width: 16,
    narrow: NARROW,
    tickMs: 1000,
    onError: (error, row) => deps.onError(toAppError(error), row ?? { id: 0, key: 'outbox' }),
  })
}

/** What goes into the inbox, and where. */
function arrivedBy(
  item: OutboxItem,
  performed: Performed,
): { lane: string; item: InboxItem } | null {
  if (performed.type === 'found') return { lane: performed.lane, item: performed.item }
  if (performed.type !== 'event' || item.type !== 'effect') return null
  const { deal } = item
  return { lane: `deal:${deal}`, item: { type: 'deal', deal, event: performed.event } }
}
