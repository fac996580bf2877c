import type { WalletEvent } from '../ports/wallet.ts'
import type { WalletLog } from './wallet-log.ts'

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000

/** Hands events to their taker until he has taken them. */
export type Deliveries = {
  /**
   * Hands over one event; `afterwards` runs once `onEvent` has resolved, and may forget what the event was made from.
   * A key that is on its way is not sent twice. A taker that fails is asked again, 0.5 s to 30 s apart.
   */
  deliver(key: string, event: WalletEvent, afterwards: () => Promise<void>): void
  /** Resolves when nothing is being handed over at this moment; events that wait for a retry do not count. */
  idle(): Promise<void>
  stop(): void
}

/** Makes {@link Deliveries}; events of one run arrive in the order they happened, unless the taker failed. */
export function createDeliveries({
  onEvent,
  log,
}: {
  onEvent: (event: WalletEvent) => Promise<void>
  log: WalletLog
}): Deliveries {
  const underway = new Set<string>()
  const timers = new Set<NodeJS.Timeout>()
  let tail: Promise<void> = Promise.resolve()
  let stopped = false

  const hand = (key: string, event: WalletEvent, afterwards: () => Promise<void>, wait: number) => {
    tail = tail.then(async () => {
      if (stopped) return
      try {
        await onEvent(event)
        await afterwards()
        underway.delete(key)
      } catch (err) {
        log.warn({ err, event: event.type }, 'a wallet event was not taken; trying again')
        if (stopped) return
        const timer = setTimeout(() => {
          timers.delete(timer)
          hand(key, event, afterwards, Math.min(wait * 2, LONGEST_RETRY_MS))
        }, wait)
        timers.add(timer)
      }
    })
  }

  return {
    deliver(key, event, afterwards) {
      if (stopped || underway.has(key)) return
      underway.add(key)
      hand(key, event, afterwards, FIRST_RETRY_MS)
    },
    idle: () => tail,
    stop() {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
