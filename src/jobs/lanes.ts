import type { Queue, Queued } from '../ports/store.ts'

/** A worker over one queue: many lanes at once, each in order. */
export type LaneWorker = {
  /** Looks for work now instead of at the next tick. */
  wake(): void
  /** Takes no new rows and waits for those in work. */
  stop(): Promise<void>
}

/**
 * Works a durable queue off: the oldest row of each lane, at most `width` lanes at once. `read` runs a query in a
 * transaction of its own; `work` finishes or postpones its row itself and must not throw.
 */
export function startLanes<T>(options: {
  next: (busy: readonly string[], limit: number) => ReturnType<Queue<T>['next']>
  work: (row: Queued<T>) => Promise<void>
  width: number
  tickMs: number
  onError: (error: unknown) => void
}): LaneWorker {
  const busy = new Map<string, Promise<void>>()
  let isStopped = false
  let isLooking = false
  let mustLookAgain = false

  const look = async (): Promise<void> => {
    if (isStopped || isLooking) {
      mustLookAgain = true
      return
    }
    isLooking = true
    try {
      do {
        mustLookAgain = false
        const free = options.width - busy.size
        if (free <= 0) break
        for (const row of await options.next([...busy.keys()], free)) begin(row)
      } while (mustLookAgain && !isStopped)
    } catch (error) {
      options.onError(error)
    } finally {
      isLooking = false
    }
  }

  const begin = (row: Queued<T>) => {
    if (isStopped || busy.has(row.lane)) return
    const work = options
      .work(row)
      .catch(options.onError)
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
