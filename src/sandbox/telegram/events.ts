import type { Clock } from './clock.ts'
import type { TelegramEvent, TelegramEventDraft } from './types.ts'

/** What people saw happen, in order, append-only. */
export type EventLog = {
  append(draft: TelegramEventDraft): void
  /** Events after a cursor; 0 is before the first. */
  after(cursor: number): TelegramEvent[]
  /** The cursor of the last event, 0 when there is none. */
  cursor(): number
  /** Resolves with the events after a cursor as soon as there is one, or with none when `signal` aborts. */
  waitFor(cursor: number, signal?: AbortSignal): Promise<TelegramEvent[]>
}

/** An empty log. */
export function createEventLog(clock: Clock): EventLog {
  const events: TelegramEvent[] = []
  const waiting = new Set<() => void>()

  function after(cursor: number): TelegramEvent[] {
    return events.slice(Math.max(0, cursor))
  }

  return {
    append(draft) {
      events.push({ ...draft, cursor: events.length + 1, at: clock.now() } as TelegramEvent)
      for (const wake of Array.from(waiting)) wake()
    },
    after,
    cursor: () => events.length,
    waitFor(cursor, signal) {
      const ready = after(cursor)
      if (ready.length > 0 || signal?.aborted) return Promise.resolve(ready)
      return new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake)
          signal?.removeEventListener('abort', wake)
          resolve(after(cursor))
        }
        waiting.add(wake)
        signal?.addEventListener('abort', wake)
      })
    },
  }
}
