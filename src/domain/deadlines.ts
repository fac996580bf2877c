import type { EffectiveState } from './effective-state.ts'
import type { HeldRight, Series } from './facts.ts'
import type { Account } from './ids.ts'
import { DAY_SECONDS } from './terms.ts'

const WEEK_SECONDS = 7 * DAY_SECONDS

/** A deadline that somebody should hear of now. The same right at the same stage gives the same `key`. */
export type Deadline = {
  kind: /** The right lapses in a week, in a day. */
    | 'lapse-week'
    | 'lapse-day'
    /** A request waits for the desk: half of its time is over, a day is left. */
    | 'answer-half'
    | 'answer-day'
    /** A delivery was promised, and a day is left to send it. */
    | 'ship'
    /** An arbiter has a day left to rule. */
    | 'rule'
    /** The time to complain is over: the desk can complete it. */
    | 'complete'
    /** Nobody ruled in time: the holder can have the money back. */
    | 'reclaim'
  key: string
  /** Unix seconds. */
  until: number
  to: { type: 'holder' | 'desk'; account: Account }
}

/**
 * What is worth saying of a right's deadlines at a moment (`now`: the newest block's time). What lasts is said for a week
 * at most, because whoever keeps count of what was said forgets it later than that.
 */
export function deadlinesOf(
  right: HeldRight,
  series: Series,
  { state, holder, until, way, unserved }: EffectiveState,
  now: number,
): Deadline[] {
  const desk = { type: 'desk', account: series.issuer } as const
  const present = { type: 'holder', account: holder } as const
  const stage = right.changedTx
  switch (state) {
    case 'held':
    case 'listed':
    case 'sent':
      return unserved ? [] : lapse(series, holder, now)
    case 'requested':
      return answer(right, until, now).map((each) => ({ ...each, to: desk }))
    case 'accepted': {
      if (way !== 'delivery' || until === null || !isWithin(now, until - DAY_SECONDS, until))
        return []
      return [{ kind: 'ship', key: `${stage}:ship`, until, to: desk }]
    }
    case 'shipped':
      if (until === null || !isWithin(now, until, until + WEEK_SECONDS)) return []
      return [{ kind: 'complete', key: `${stage}:complete`, until, to: desk }]
    case 'disputed': {
      if (until === null) return []
      const { arbiter } = series.terms
      if (isWithin(now, until, until + WEEK_SECONDS))
        return [{ kind: 'reclaim', key: `${stage}:reclaim`, until, to: present }]
      if (arbiter === null || !isWithin(now, until - DAY_SECONDS, until)) return []
      const to = { type: 'holder', account: arbiter } as const
      return [{ kind: 'rule', key: `${stage}:rule`, until, to }]
    }
    default:
      return []
  }
}

function lapse({ terms }: Series, holder: Account, now: number): Deadline[] {
  if (terms.redeemByDay === null) return []
  const until = terms.redeemByDay * DAY_SECONDS
  const to = { type: 'holder', account: holder } as const
  const kind = isWithin(now, until - DAY_SECONDS, until) ? 'lapse-day' : 'lapse-week'
  if (!isWithin(now, until - WEEK_SECONDS, until)) return []
  return [{ kind, key: `${kind}:${terms.redeemByDay}`, until, to }]
}

/** At half time, and a day before the end where that is later; only the last that has come. */
function answer(
  { changedAt, changedTx }: HeldRight,
  until: number | null,
  now: number,
): Omit<Deadline, 'to'>[] {
  if (until === null || now >= until) return []
  const half = changedAt + Math.floor((until - changedAt) / 2)
  const last = until - DAY_SECONDS
  if (last > half && now >= last)
    return [{ kind: 'answer-day', key: `${changedTx}:answer-day`, until }]
  return now >= half ? [{ kind: 'answer-half', key: `${changedTx}:answer-half`, until }] : []
}

function isWithin(now: number, from: number, to: number): boolean {
  return now >= from && now < to
}
