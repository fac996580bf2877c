import { setTimeout as pause } from 'node:timers/promises'
import type { Queue, Queued } from '../ports/store.ts'

/** A worker over one queue: many lanes at once, each in order. */
export type LaneWorker = {
  /** Looks for work now instead of at the next tick. */
  wake(): void
  /** Takes no new rows and waits for those in work. */
  stop(): Promise<void>
}

/** How long a lane rests when nothing could be written about its row, so that it is not tried without a pause. */
const REST_MS = 1000

/**
 * Works a durable queue off: the oldest row of each lane, at most `width` lanes of one kind at once, so that a kind whose
 * other side is slow holds no other up; `narrow` names kinds that have fewer. A lane's kind is what stands before its colon. `next` runs a query in a transaction
 * of its own; `work` finishes or postpones its row itself, and throws only when that cannot be written.
 */
export function startLanes<T>(options: {
  next: (
    busy: readonly string[],
    limit: number,
    full: readonly string[],
  ) => ReturnType<Queue<T>['next']>
  work: (row: Queued<T>) => Promise<void>
  width: number
  narrow?: Readonly<Record<string, number>>
  tickMs: number
  onError: (error: unknown, row?: Queued<T>) => void
}): LaneWorker {
  const { width, narrow = {} } = options
  const busy = new Map<string, Promise<void>>()
  let isStopped = false
  let isLooking = false
  let mustLookAgain = false

  const fullKinds = () => {
    const counts = new Map<string, number>()
    for (const kind of [...busy.keys()].map(kindOf)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return [...counts].flatMap(([kind, count]) => (count >= (narrow[kind] ?? width) ? [kind] : []))
  }

  const look = async (): Promise<void> => {
    if (isStopped || isLooking) {
      mustLookAgain = true
      return
    }
    isLooking = true
    try {
      do {
        mustLookAgain = false
        const rows = await options.next([...busy.keys()], width, fullKinds())
        for (const row of rows) begin(row)
        // The first of them may all be of one kind.
        if (rows.length === width) mustLookAgain = true
      } while (mustLookAgain && !isStopped)
    } catch (error) {
      options.onError(error)
    } finally {
      isLooking = false
    }
  }

  const begin = (row: Queued<T>) => {
    if (isStopped || busy.has(row.lane) || fullKinds().includes(kindOf(row.lane))) return
    const work = options
      .work(row)
      .catch(async (error: unknown) => {
        options.onError(error, row)
        if (!isStopped) await pause(REST_MS)
      })
      .finally(() => {
        busy.delete(row.lane)
        void look()
      })
    busy.set(row.lane, work)
  }

  const timer = setInterval(() => void look(), options.tickMs)
  void look()
  return {
    wake: () => void look(),
    async stop() {
      isStopped = true
      clearInterval(timer)
      await Promise.all(busy.values())
    },
  }
}

function kindOf(lane: string): string {
  return lane.slice(0, lane.indexOf(':') + 1) || lane
}
