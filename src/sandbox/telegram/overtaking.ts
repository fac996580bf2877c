import type { Clock } from './clock.ts'

/** How long an update waits for one of another lane to overtake it. */
const holdMs = 150

/** Lets updates of different lanes overtake each other; inside a lane the order stays. */
export type Overtaking = {
  /** Hands an update on, now or later. */
  push(lane: string, handOn: () => void): void
  /** Hands on everything that is held. */
  flush(): void
}

/**
 * Holds the first update back until one of another lane comes, which then goes before it, or until nothing has come for
 * {@link holdMs}: what happens to queues that run side by side.
 */
export function createOvertaking(clock: Clock): Overtaking {
  let held: { lane: string; handOn: () => void }[] = []
  let cancel: (() => void) | null = null

  function flush() {
    cancel?.()
    cancel = null
    const leaving = held
    held = []
    for (const { handOn } of leaving) handOn()
  }

  return {
    push(lane, handOn) {
      const isHeldUp = held.some((entry) => entry.lane === lane)
      if (held.length > 0 && !isHeldUp) {
        handOn()
        flush()
        return
      }
      held.push({ lane, handOn })
      cancel ??= clock.after(holdMs, flush)
    },
    flush,
  }
}
