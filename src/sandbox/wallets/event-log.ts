/** Something that changed in a wallet. */
export type WalletsEvent = {
  seq: number
  /** Unix milliseconds. */
  at: number
  person: string
  type:
    | 'created'
    | 'paired'
    | 'prompt'
    | 'prompt-gone'
    | 'ignored'
    | 'front'
    | 'sent'
    | 'answered'
    | 'held'
    | 'session'
    | 'session-ended'
  /** The prompt, transaction hash or session topic it is about. */
  subject: string | null
}

/** Every change, with a long-poll cursor. */
export type EventLog = {
  add(person: string, type: WalletsEvent['type'], subject?: string | null): void
  /** Events newer than `after`; waits up to `waitMs` for the first. */
  read(after: number, waitMs: number): Promise<WalletsEvent[]>
}

const KEPT = 5_000

/** Makes an empty {@link EventLog}. */
export function createEventLog(now: () => number = Date.now): EventLog {
  const events: WalletsEvent[] = []
  const waiters = new Set<() => void>()
  let seq = 0
  const newer = (after: number) => events.filter((event) => event.seq > after)
  return {
    add(person, type, subject = null) {
      seq += 1
      events.push({ seq, at: now(), person, type, subject })
      if (events.length > KEPT) events.shift()
      for (const wake of waiters) wake()
    },
    async read(after, waitMs) {
      if (newer(after).length === 0 && waitMs > 0) {
        await new Promise<void>((resolve) => {
          const wake = () => {
            clearTimeout(timer)
            waiters.delete(wake)
            resolve()
          }
          const timer = setTimeout(wake, waitMs)
          waiters.add(wake)
        })
      }
      return newer(after)
    },
  }
}
