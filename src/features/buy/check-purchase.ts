import { checkPayment } from '../../deals/check-payment.ts'
import { problem } from '../../deals/check-results.ts'
import { claimKey } from '../../domain/claim-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import { buyCall } from '../../domain/rights-calls.ts'
import { DAY_SECONDS } from '../../domain/terms.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'
import { isPaying, rivalsOf } from './payments.ts'
import { purchaseFacts } from './purchase-facts.ts'

/**
 * Looks before a wallet is asked: has it happened already, is there stock, are there funds, does nobody else pay it right
 * now, and what comes next, letting the contract pull the coins or buying. The purchase's reference stands behind the call's arguments.
 */
export async function checkPurchase(
  deps: { chain: ChainPort; store: Store },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store } = deps
  const { account, subject } = deal
  if (subject.kind !== 'purchase' || account === null) return problem('UNEXPECTED')
  const { facts, series } = await store.transaction(async (unit) => ({
    facts: await purchaseFacts(unit, deal),
    series: await unit.index.series(subject.series),
  }))
  if (facts.type !== 'absent') return { type: 'chain', facts }
  if (facts.over !== undefined) return problem(facts.over)
  if (series === null) return problem('SERIES_UNKNOWN')

  const { time } = await chain.head()
  const { saleEndDay, price, currency } = series.terms
  const { quantity, gift, paidFor, contributor } = subject
  if (saleEndDay !== null && time >= saleEndDay * DAY_SECONDS) return problem('SALE_ENDED')
  const left = series.limit - series.sold
  if (left <= 0) return problem('SOLD_OUT')
  if (left < quantity) return problem('QUANTITY_LEFT', { left })
  const call = buyCall(
    chain.rights,
    {
      series: series.id,
      terms: series.terms,
      quantity,
      buyer: account,
      recipient: paidFor?.account ?? account,
      // Nobody earns a share of what they buy themselves.
      contributor: contributor === account ? null : contributor,
      ...(gift === null
        ? {}
        : { gift: { claimKeys: gift.secrets.map(claimKey), until: gift.until } }),
    },
    paidFor?.deal ?? deal.id,
  )
  const due = price * BigInt(quantity)
  const found = await checkPayment(chain, { account, currency, due, call })
  // Looked at last, so that of two who pay at once hardly any time is left in which neither is seen.
  const rivals = await store.transaction((unit) => rivalsOf(unit, deal, subject))
  return rivals.some((rival) => isPaying(rival, deal)) ? problem('PAYMENT_UNDER_WAY') : found
}
