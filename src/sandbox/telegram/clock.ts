/** Time as the server counts it, replaceable in tests. */
export type Clock = {
  /** Unix milliseconds. */
  now: () => number
  /** Runs `task` once after `ms`; the returned function calls it off. */
  after: (ms: number, task: () => void) => () => void
}

/** The machine's clock. Its timers do not keep the process alive. */
export function createClock(now: () => number = Date.now): Clock {
  return {
    now,
    after(ms, task) {
      const timer = setTimeout(task, ms)
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}

/** Whole seconds, as the Bot API writes times. */
export function unixSeconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000)
}
