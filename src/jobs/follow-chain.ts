/**
 * Lets the index catch up again and again. A failure is logged and tried again at the next turn; turns never overlap.
 * The signal ends a long turn early when it is to stop.
 */
export function startFollowing(deps: {
  catchUp: (signal: AbortSignal) => Promise<void>
  everyMs: number
  onError: (error: unknown) => void
}): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let wakeUp: () => void = () => {}
  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await deps.catchUp(stopping.signal)
      } catch (error) {
        deps.onError(error)
      }
      if (stopping.signal.aborted) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deps.everyMs)
        wakeUp = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const running = run()
  return {
    async stop() {
      stopping.abort()
      wakeUp()
      await running
    },
  }
}
