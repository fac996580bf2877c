/** Runs tasks one after the other, in the order they came. */
export type SerialQueue = {
  /** Resolves or rejects as the task does; a failing task does not stop those behind it. */
  run<T>(task: () => Promise<T>): Promise<T>
  /** Resolves when everything that was queued at this moment has ended. */
  idle(): Promise<void>
}

/** Makes an empty {@link SerialQueue}. */
export function createSerialQueue(): SerialQueue {
  let tail: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const result = tail.then(task)
      tail = result.catch(() => undefined)
      return result
    },
    async idle() {
      await tail
    },
  }
}
