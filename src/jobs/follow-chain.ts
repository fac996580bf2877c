/**
 * Lets the index catch up again and again. A failure is logged and tried again at the next turn; turns never overlap.
 * The signal ends a long turn early when it is to stop. `wake` brings the next turn at once; in the middle of one, another
 * follows it, because what it is about may have come too late for that one.
 */
export function startFollowing(deps: {
  catchUp: (signal: AbortSignal) => Promise<void>
  everyMs: number
  onError: (error: unknown) => void
}): { wake(): void; stop(): Promise<void> } {
  const stopping = new AbortController()
  let isWoken = false
  let endPause: () => void = () => {}
  const run = async () => {
    while (!stopping.signal.aborted) {
      isWoken = false
      try {
        await deps.catchUp(stopping.signal)
      } catch (error) {
        deps.onError(error)
      }
      if (stopping.signal.aborted) return
      if (isWoken) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deps.everyMs)
        endPause = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const running = run()
  const wake = () => {
    isWoken = true
    endPause()
  }
  return {
    wake,
    async stop() {
      stopping.abort()
      endPause()
      await running
    },
  }
}
