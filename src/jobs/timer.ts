import type { Store } from '../ports/store.ts'

/**
 * Puts a `timer` event into the inbox for every deal whose time has come; once per version, however often it looks.
 */
export function startTimer(deps: {
  store: Store
  nowSeconds: () => number
  tickMs: number
  onError: (error: unknown) => void
  afterWork: () => void
}): { stop(): void } {
  const tick = async () => {
    const count = await deps.store.transaction(async (unit) => {
      const { time } = await unit.index.head()
      const due = await unit.deals.due(deps.nowSeconds(), 100, time)
      for (const { id, version } of due) {
        const item = { type: 'deal', deal: id, event: { type: 'timer' } } as const
        await unit.inbox.add({ key: `timer:${id}:${version}`, lane: `deal:${id}`, item })
        await unit.deals.sleep(id, version)
      }
      return due.length
    })
    if (count > 0) deps.afterWork()
  }
  const timer = setInterval(() => void tick().catch(deps.onError), deps.tickMs)
  return { stop: () => clearInterval(timer) }
}
