import { rightStates } from '../../../src/domain/right-word.ts'
import type { RightFacts, SeriesFacts } from './right-facts.ts'

/** A second at which cells are run, and where it stands to a deadline. */
export type Moment = {
  readonly time: number
  readonly words: string
  /** Says little new beside the others. */
  readonly isExtra?: boolean
}

const firstBurned = rightStates.indexOf('redeemed')

/** The seconds around every deadline of a right; one second soon where there is none. */
export function momentsOf(right: RightFacts, series: SeriesFacts, now: number): readonly Moment[] {
  const isBurned = rightStates.indexOf(right.state) >= firstBurned
  const soon = { time: now + 60, words: 'soon' }
  if (isBurned || right.state === 'none') return [soon]
  const found: Moment[] = []
  const { redeemBy } = series
  const isAsked = right.state !== 'held' && right.state !== 'listed' && right.state !== 'sent'
  if (right.until !== 0) {
    const isPast = redeemBy !== null && redeemBy < right.until && !isAsked
    found.push(
      { time: right.until - 1, words: 'a second before its end', isExtra: isPast },
      { time: right.until, words: 'at its end' },
      { time: right.until + 1, words: 'a second after its end', isExtra: true },
    )
  }
  if (redeemBy !== null && redeemBy !== right.until) {
    if (!isAsked) found.push({ time: redeemBy - 1, words: 'a second before the redeem-by day' })
    found.push({ time: redeemBy, words: 'on the redeem-by day' })
  }
  if (found.length === 0) return [soon]
  return found.filter(({ time }) => time > now)
}
