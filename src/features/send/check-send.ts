import { checkCall } from '../../deals/check-payment.ts'
import { problem } from '../../deals/check-results.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { sendCall } from '../../domain/sending-calls.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'
import { sendFacts } from './send-facts.ts'

/** Looks before the wallet is asked to reserve a right: is it still this account's, and free? */
export async function checkSend(
  deps: { chain: ChainPort; store: Store },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store } = deps
  const { account, subject } = deal
  if (subject.kind !== 'send' || account === null) return problem('UNEXPECTED')
  const { facts, right, time } = await store.transaction(async (unit) => ({
    facts: await sendFacts(unit, deal),
    right: await unit.index.right(subject.right),
    time: (await unit.index.head()).time,
  }))
  if (facts.type !== 'absent') return { type: 'chain', facts }
  const state = right === null ? null : effectiveState(right.word, time)
  if (state === null) return problem('RIGHT_UNKNOWN')
  if (state.burned) return problem('RIGHT_REDEEMED')
  if (state.holder !== account) return problem('RIGHT_NOT_YOURS')
  if (!state.transferable) return problem('RIGHT_LOCKED')
  return checkCall(chain, account, sendCall(chain.rights, subject, deal.id))
}
