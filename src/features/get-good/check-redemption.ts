import { commitment } from '../../domain/commitment.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { ErrorCode, ErrorMeta } from '../../domain/errors.ts'
import { requestCall } from '../../domain/rights-calls.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'
import { redemptionFacts } from './redemption-facts.ts'

/** Looks before the wallet is asked to lock the right: is it still this account's, and free? */
export async function checkRedemption(
  deps: { chain: ChainPort; store: Store },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store } = deps
  const { account, subject } = deal
  if (subject.kind !== 'redemption' || account === null) return problem('UNEXPECTED')
  const { facts, right, time } = await store.transaction(async (unit) => ({
    facts: await redemptionFacts(unit, deal),
    right: await unit.index.right(subject.right),
    time: (await unit.index.head()).time,
  }))
  if (facts.type !== 'absent') return { type: 'chain', facts }
  const state = right === null ? null : effectiveState(right.word, time)
  if (state === null) return problem('RIGHT_UNKNOWN')
  if (state.burned) return problem('RIGHT_REDEEMED')
  if (state.holder !== account) return problem('RIGHT_NOT_YOURS')
  if (state.state !== 'held') return problem('RIGHT_LOCKED')

  const hash = commitment({
    chainId: chain.chainId,
    rights: chain.rights,
    right: subject.right,
    holder: account,
    secret: subject.secret,
  })
  const request = { right: subject.right, way: subject.way, commitment: hash }
  const call = { from: account, ...requestCall(chain.rights, request, deal.id) }
  const tried = await chain.simulate(call)
  if (tried.type === 'reverted') return problem('CALL_REVERTED', { reason: tried.error })
  return { type: 'checked', result: { type: 'call', purpose: 'act', call } }
}

function problem(code: ErrorCode, meta: ErrorMeta = {}): DealEvent {
  return { type: 'checked', result: { type: 'problem', code, meta } }
}
