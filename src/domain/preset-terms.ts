import type { Account } from './ids.ts'
import { MIN_DISPUTE_DAYS, plainTerms, type Terms } from './terms.ts'

/** Terms that a seller chooses by name instead of field by field. */
export type Preset = 'pick-up-today' | 'ships' | 'pre-order'

/** All presets, in the order in which a seller is asked. */
export const presets = ['pick-up-today', 'ships', 'pre-order'] as const satisfies readonly Preset[]

/** How long a pre-order is sold, and how long after that the good can still be asked for, in days. */
const SALE_DAYS = 30
const REDEEM_DAYS = 60

/**
 * Terms by preset:
 * - *pick-up today*: the goods are there. Paid at once, picked up, a day to answer and a day to hand over.
 * - *ships*: paid at once, sent within a week, three weeks to say that it did not arrive well.
 * - *pre-order*: the goods are still to be made. Money is held until the hand-over; sold for 30 days, to be asked for within
 *   60 more. Picked up, and sent as well where somebody stands ready to rule on disputes.
 *
 * All pass `checkTerms`, given a price that can be kept exactly and a supply within bounds.
 */
export function presetTerms(
  preset: Preset,
  given: {
    price: bigint
    supply: number
    /** Null is the chain's own coin. */
    currency: Account | null
    /** Whole days since 1970, of the newest block. */
    today: number
    /** Who rules on disputes about a pre-order that is sent. Not the issuer. */
    arbiter?: Account
  },
): Terms {
  const { price, supply, currency, today, arbiter } = given
  const base: Terms = { ...plainTerms, price, supply, currency }
  switch (preset) {
    case 'pick-up-today':
      return { ...base, answerDays: 1, handOverDays: 1 }
    case 'ships':
      return { ...base, ways: ['delivery'], answerDays: 3, disputeDays: MIN_DISPUTE_DAYS }
    case 'pre-order': {
      const saleEndDay = today + SALE_DAYS
      const timed: Terms = {
        ...base,
        payout: 'escrow',
        saleEndDay,
        redeemByDay: saleEndDay + REDEEM_DAYS,
        handOverDays: 14,
      }
      if (arbiter === undefined) return timed
      return { ...timed, arbiter, ways: ['pick-up', 'delivery'], disputeDays: MIN_DISPUTE_DAYS }
    }
  }
}
