import { checkPayment } from '../../deals/check-payment.ts'
import { problem } from '../../deals/check-results.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { takeCall } from '../../domain/rights-calls.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'
import { takeFacts } from './take-facts.ts'

/** Looks before a wallet is asked to pay a holder: is it still the same offer, for this account, and are there funds? */
export async function checkTake(
  deps: { chain: ChainPort; store: Store },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store } = deps
  const { account, subject } = deal
  if (subject.kind !== 'take' || account === null) return problem('UNEXPECTED')
  const { facts, right, time } = await store.transaction(async (unit) => ({
    facts: await takeFacts(unit, deal),
    right: await unit.index.right(subject.right),
    time: (await unit.index.head()).time,
  }))
  if (facts.type !== 'absent') return { type: 'chain', facts }
  const state = right === null ? null : effectiveState(right.word, time)
  if (right === null || state === null) return problem('RIGHT_UNKNOWN')
  if (state.state !== 'listed') return problem('OFFER_GONE')
  if (state.nonce !== subject.nonce || state.price !== subject.price)
    return problem('OFFER_CHANGED')
  if (right.key !== null && right.key !== account) return problem('NOT_FOR_YOU')
  const { price, currency, nonce } = subject
  const call = takeCall(
    chain.rights,
    { right: right.id, nonce, price, currency, to: account },
    deal.id,
  )
  return checkPayment(chain, { account, currency, due: price, call })
}
