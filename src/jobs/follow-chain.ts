/**
 * Lets the index catch up again and again. A failure is logged and tried again at the next turn; turns never overlap.
 */
export function startFollowing(deps: {
  catchUp: () => Promise<void>
  everyMs: number
  onError: (error: unknown) => void
}): { stop(): Promise<void> } {
  let isStopped = false
  let wakeUp: () => void = () => {}
  const run = async () => {
    while (!isStopped) {
      try {
        await deps.catchUp()
      } catch (error) {
        deps.onError(error)
      }
      if (isStopped) return
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
      isStopped = true
      wakeUp()
      await running
    },
  }
}
