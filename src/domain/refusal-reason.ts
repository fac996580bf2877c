/** Why a desk refuses, in the order of the numbers on chain; the chain has no words for them. */
export const refusalReasons = ['other', 'out-of-stock', 'address', 'closed'] as const

/** One of {@link refusalReasons}. */
export type RefusalReason = (typeof refusalReasons)[number]

/** The reason a number stands for; anything unknown is `other`. */
export function refusalReason(number: number | null): RefusalReason {
  return refusalReasons[number ?? 0] ?? 'other'
}
