import { checkPayment } from '../../deals/check-payment.ts'
import { checked, problem } from '../../deals/check-results.ts'
import { revertProblem } from '../../deals/revert-problem.ts'
import { claimKey } from '../../domain/claim-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { claimCall } from '../../domain/sending-calls.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Relayer } from '../../ports/relayer.ts'
import type { Store } from '../../ports/store.ts'
import { claimFacts } from './claim-facts.ts'

/** Seconds that the claim key's word is good for: as long as a wallet may take, and some more. */
const CLAIM_SECONDS = 900

/** Looks before a send is claimed: is it still there, what does it cost, and who pays the network? */
export async function checkClaim(
  deps: { chain: ChainPort; store: Store; relayer: Relayer },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store, relayer } = deps
  const { account, subject } = deal
  if (subject.kind !== 'claim' || account === null) return problem('UNEXPECTED')
  const { facts, right, series, time } = await store.transaction(async (unit) => {
    const right = await unit.index.right(subject.right)
    return {
      facts: await claimFacts(unit, deal),
      right,
      series: right === null ? null : await unit.index.series(right.series),
      time: (await unit.index.head()).time,
    }
  })
  if (facts.type !== 'absent') return { type: 'chain', facts }
  if (facts.over !== undefined) return problem(facts.over)
  const state = right === null ? null : effectiveState(right.word, time)
  if (right === null || state === null || series === null) return problem('SEND_UNKNOWN')
  if (state.state !== 'sent' || right.key !== claimKey(subject.secret)) return problem('SEND_OVER')

  const price = state.price === 0n ? null : state.price
  const { currency } = series.terms
  const call = claimCall(
    {
      chainId: chain.chainId,
      rights: chain.rights,
      right: right.id,
      nonce: state.nonce,
      secret: subject.secret,
      recipient: account,
      price,
      currency,
      deadline: time + CLAIM_SECONDS,
    },
    deal.id,
  )
  if (price === null && deal.payer === 'relayer') {
    const quote = await relayer.quote({ person: deal.person.id, call })
    if (quote.type === 'pays') {
      return checked({ type: 'relay', call: { from: account, ...call } })
    }
    if (quote.error !== null) return revertProblem(quote.error, subject.kind)
  }
  if (deal.topic === null) return problem('RELAYER_REFUSED')
  return checkPayment(chain, {
    account,
    currency,
    due: price ?? 0n,
    call,
    kind: subject.kind,
  })
}
