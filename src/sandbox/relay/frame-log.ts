/** One frame as it crossed the relay: all a relay can see. Bodies are encrypted for the two ends. */
export type Frame = {
  seq: number
  /** Unix milliseconds. */
  at: number
  /** Seen from the relay. */
  direction: 'in' | 'out'
  /** The last characters of the client's id. */
  client: string
  method: string
  topic: string | null
  tag: number | null
  bytes: number
  /** The encrypted body as base64, cut short, or null for a frame without one. */
  body: string | null
}

/** The last frames, to look at. */
export type FrameLog = {
  add(frame: Omit<Frame, 'seq' | 'at' | 'bytes'> & { body: string | null }): void
  /** Frames newer than `after`, waiting up to `waitMs` for the first one. */
  read(after: number, waitMs: number): Promise<Frame[]>
}

const KEPT = 500
const BODY_SHOWN = 160

/** Makes a {@link FrameLog} that keeps the last 500 frames. */
export function createFrameLog(now: () => number): FrameLog {
  const frames: Frame[] = []
  const waiters = new Set<() => void>()
  let seq = 0
  const newer = (after: number) => frames.filter((frame) => frame.seq > after)
  return {
    add(parts) {
      seq += 1
      const bytes = parts.body?.length ?? 0
      frames.push({
        ...parts,
        seq,
        at: now(),
        bytes,
        body: parts.body?.slice(0, BODY_SHOWN) ?? null,
      })
      if (frames.length > KEPT) frames.shift()
      for (const wake of waiters) wake()
    },
    async read(after, waitMs) {
      if (newer(after).length === 0 && waitMs > 0) {
        await new Promise<void>((resolve) => {
          const wake = () => {
            clearTimeout(timer)
            waiters.delete(wake)
            resolve()
          }
          const timer = setTimeout(wake, waitMs)
          waiters.add(wake)
        })
      }
      return newer(after)
    },
  }
}
