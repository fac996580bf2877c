import { formatMoney } from '../domain/money.ts'
import type { DealView } from './deal-view.ts'

/**
 * What a deal's wallet is asked to pay, in the smallest unit of the goods' coin; null when nothing is paid. People compare
 * it with what their wallet shows.
 */
export function dueOf({ deal: { subject }, series }: DealView): bigint | null {
  switch (subject.kind) {
    case 'purchase':
      return subject.price * BigInt(subject.quantity)
    case 'take':
    case 'claim':
      return subject.price
    case 'redemption': {
      const fee = subject.delivery?.quote?.fee ?? 0n
      return fee === 0n ? null : fee
    }
    case 'act': {
      const isPaidBack = subject.act === 'refund' && series?.terms.payout === 'direct'
      return isPaidBack ? series.terms.price : null
    }
    default:
      return null
  }
}

/** {@link dueOf} as people read it; `none` when nothing is paid, which the texts know. */
export function dueText(view: DealView): string {
  const due = dueOf(view)
  return due === null ? 'none' : formatMoney(due, view.coin, view.texts.locale)
}
