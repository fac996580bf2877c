import { monitorEventLoopDelay } from 'node:perf_hooks'

const SENDERS = 10
const RESOLUTION_MS = 5

/** Milliseconds: ten photos in a row, the longest wait when they come at once, and by how long other work is late then. */
export type TenAtOnce = { inARowMs: number; longestMs: number; delayP95Ms: number }

/** Looks at one photo ten times, one after the other and then for ten people at once. */
export async function tenAtOnce(look: () => Promise<unknown>): Promise<TenAtOnce> {
  const senders = Array.from({ length: SENDERS })
  const begun = performance.now()
  for (const _ of senders) await look()
  const inARowMs = performance.now() - begun

  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const waits = await Promise.all(
    senders.map(async () => {
      const sent = performance.now()
      await look()
      return performance.now() - sent
    }),
  )
  delay.disable()
  const delayP95Ms = delay.percentile(95) / 1e6
  return { inARowMs, longestMs: Math.max(...waits), delayP95Ms }
}
