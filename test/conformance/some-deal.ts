import { type Deal, offerDeal } from '../../src/domain/deal/deal.ts'
import type { ChatId, PersonId } from '../../src/domain/ids.ts'
import { account, dealId, series } from './blocks.ts'

/** Somebody who buys. */
export const buyer = { id: 7_000_000_001 as PersonId, name: 'Ben' }

/** A purchase that was offered, of an amount that no double holds. */
export function somePurchase(id = dealId('purchase'), person = buyer, goods = 'tea'): Deal {
  const subject = {
    kind: 'purchase',
    series: series(goods),
    quantity: 1,
    price: 12_345_678_901_234_567_890n,
    currency: null,
    issuer: account('seller'),
    contributor: null,
    paidFor: null,
    asked: null,
    gift: null,
  } as const
  return offerDeal({ id, person, chat: Number(person.id) as ChatId, subject })
}
