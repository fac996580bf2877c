import type { DriverEvent } from '../../../driver/driver-log.ts'
import { api } from './api.ts'

const WAIT_MS = 25_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 8000

/**
 * Follows the driver's one log by long polling, for ever. When the sandbox does not answer it waits longer each time; when
 * another world has taken its place, `restarted` is called and that is the end.
 */
export async function followEvents(
  from: { id: string; cursor: number },
  on: {
    event(event: DriverEvent): void
    batch(): void
    connection(isConnected: boolean): void
    restarted(): void
  },
): Promise<void> {
  let { cursor } = from
  let pause = 0
  for (;;) {
    try {
      if (pause > 0) {
        const world = await api.world()
        if (world.id !== from.id) return on.restarted()
        pause = 0
        on.connection(true)
      }
      const events = await api.events(cursor, WAIT_MS, AbortSignal.timeout(WAIT_MS + 10_000))
      for (const event of events) on.event(event)
      cursor = events.at(-1)?.cursor ?? cursor
      if (events.length > 0) on.batch()
    } catch {
      pause = Math.min(Math.max(FIRST_PAUSE_MS, pause * 2), LONGEST_PAUSE_MS)
      on.connection(false)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
