import type { Deal } from './deal.ts'
import type { ClaimSubject } from './subject.ts'

/** Seconds before a deadline at which its person is reminded. */
export const REMIND_SECONDS = 86_400
/** Seconds between a deadline that changed nothing by itself and the next look: at first, and at most. */
const LOOK_AGAIN_SECONDS = 15
const LOOK_AGAIN_MOST_SECONDS = 86_400

/**
 * When somebody without a wallet is reminded of what is kept for them: after a day, and a day before it ends. Then once more
 * when the send runs out, because a card must not promise what is over.
 */
export function nextKept(
  subject: Deal['subject'],
  now: number,
  wasReminded: boolean,
): number | null {
  if (subject.kind !== 'claim') return null
  const { until } = subject
  return (
    nextReminder(subject, now, wasReminded) ?? (until !== undefined && until > now ? until : null)
  )
}

function nextReminder(subject: ClaimSubject, now: number, wasReminded: boolean): number | null {
  if (subject.keptUntil === null) return null
  const last = subject.keptUntil - REMIND_SECONDS
  const first = wasReminded ? last : Math.min(now + REMIND_SECONDS, last)
  return first > now ? first : last > now ? last : null
}

/** Once before the deadline, to remind, and once after it. */
export function nextLook(until: number | null, now: number): number | null {
  if (until === null) return null
  const remindAt = until - REMIND_SECONDS
  if (now < remindAt) return remindAt
  return now < until ? until : lookAgain(until, now)
}

/** Rarer and rarer: what stands past its deadline, as a parcel nobody confirmed, may stand for long. Unix seconds. */
export function lookAgain(until: number, now: number): number {
  const pause = Math.max(LOOK_AGAIN_SECONDS, now - until)
  return now + Math.min(LOOK_AGAIN_MOST_SECONDS, pause)
}
