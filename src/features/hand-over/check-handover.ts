import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { ErrorCode, ErrorMeta } from '../../domain/errors.ts'
import { handOverCall } from '../../domain/rights-calls.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'
import { handoverFacts } from './handover-facts.ts'

/** Looks before the desk's wallet is asked: is the code still good, and is this the issuer's account? */
export async function checkHandover(
  deps: { chain: ChainPort; store: Store },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store } = deps
  const { account, subject } = deal
  if (subject.kind !== 'handover' || account === null) return problem('UNEXPECTED')
  const { facts, right, series, time } = await store.transaction(async (unit) => {
    const right = await unit.index.right(subject.right)
    return {
      facts: await handoverFacts(unit, deal),
      right,
      series: right === null ? null : await unit.index.series(right.series),
      time: (await unit.index.head()).time,
    }
  })
  if (facts.type !== 'absent') return { type: 'chain', facts }
  if (series?.issuer !== account) return problem('DESK_FOREIGN')
  const state = right === null ? null : effectiveState(right.word, time)
  if (state?.state !== 'requested') return problem('CODE_EXPIRED')

  const { right: id, secret } = subject
  const call = { from: account, ...handOverCall(chain.rights, { right: id, secret }, deal.id) }
  const tried = await chain.simulate(call)
  if (tried.type === 'reverted') return problem('CALL_REVERTED', { reason: tried.error })
  return { type: 'checked', result: { type: 'call', purpose: 'act', call } }
}

function problem(code: ErrorCode, meta: ErrorMeta = {}): DealEvent {
  return { type: 'checked', result: { type: 'problem', code, meta } }
}
