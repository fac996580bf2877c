import type { DealId } from './ids.ts'

/** The place of a deal's card in its chat. */
export function dealCardKey(deal: DealId): string {
  return `deal:${deal}`
}

/** The place of a purchase's receipt in its chat. */
export function receiptKey(deal: DealId): string {
  return `receipt:${deal}`
}
