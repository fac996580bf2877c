import type { Chat } from './chat-state.ts'
import { tooManyRequests } from './refusals.ts'

/** Telegram's published sending limits, enforced only in strict mode. */
export type RateLimits = {
  /** Counts one message. @throws Refusal 429 with the seconds to wait. */
  spend(botId: number, chat: Chat): void
  setStrict(isStrict: boolean): void
}

/** A sliding window: at most `most` events in `seconds`. */
type Window = { seconds: number; most: number }

const bulk: Window = { seconds: 1, most: 30 }
const perChat: Window = { seconds: 5, most: 5 }
const perGroup: Window = { seconds: 60, most: 20 }

/** Limits that are off until set strict. `now` in Unix milliseconds. */
export function createRateLimits(now: () => number): RateLimits {
  let isStrict = false
  const sent = new Map<string, number[]>()

  function waitFor(key: string, { seconds, most }: Window): number {
    const recent = (sent.get(key) ?? []).filter((at) => at > now() - seconds * 1000)
    sent.set(key, recent)
    const oldest = recent.at(-most)
    return oldest === undefined ? 0 : Math.ceil((oldest + seconds * 1000 - now()) / 1000)
  }

  return {
    spend(botId, chat) {
      if (!isStrict) return
      const windows: [string, Window][] = [
        [`bulk:${botId}`, bulk],
        [`chat:${botId}:${chat.key}`, chat.kind === 'private' ? perChat : perGroup],
      ]
      const wait = Math.max(...windows.map(([key, window]) => waitFor(key, window)))
      if (wait > 0) throw tooManyRequests(wait)
      for (const [key] of windows) sent.get(key)?.push(now())
    },
    setStrict(value) {
      isStrict = value
    },
  }
}
