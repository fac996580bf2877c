import type { TelegramEvent } from '../telegram/types.ts'
import type { WalletsEvent } from '../wallets/event-log.ts'
import type { Ledger } from './ledger.ts'

/** Something that changed in the world. Cursors increase by one and are never reused. */
export type DriverEvent = { cursor: number; at: number } & DriverEventBody

/** What changed: a chat, a wallet, the ledger, the bot's process. `person` is the driver's name for a person. */
export type DriverEventBody =
  | { type: 'telegram'; person: string; event: TelegramEvent }
  | { type: 'wallet'; person: string; event: WalletsEvent }
  | { type: 'ledger'; ledger: Ledger }
  | { type: 'bot'; state: 'running' | 'killed' | 'stopped' }
  | { type: 'relay'; state: 'on' | 'off' }
  | { type: 'person'; person: string }

/** The one log of everything that changes, with a long-poll cursor; nobody sleeps and looks again. */
export type DriverLog = {
  add(body: DriverEventBody): void
  cursor(): number
  /** Waits up to `waitMs` until there is an event newer than `after`. */
  newerThan(after: number, waitMs: number): Promise<void>
  /** Events newer than `after`; waits up to `waitMs` for the first. */
  read(after: number, waitMs: number): Promise<DriverEvent[]>
}

const KEPT = 20_000

/** Makes an empty log. */
export function createDriverLog(): DriverLog {
  const events: DriverEvent[] = []
  const waiting = new Set<() => void>()
  let cursor = 0
  const newerThan = async (after: number, waitMs: number) => {
    if (cursor > after || waitMs <= 0) return
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, waitMs)
      waiting.add(done)
    })
  }
  return {
    add(body) {
      cursor += 1
      events.push({ cursor, at: Date.now(), ...body })
      if (events.length > KEPT) events.shift()
      for (const each of [...waiting]) each()
    },
    cursor: () => cursor,
    newerThan,
    async read(after, waitMs) {
      await newerThan(after, waitMs)
      return events.filter((each) => each.cursor > after)
    },
  }
}
