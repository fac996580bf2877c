import { checkCall } from '../../deals/check-payment.ts'
import { checked, problem } from '../../deals/check-results.ts'
import { revertProblem } from '../../deals/revert-problem.ts'
import { servesAt } from '../../deals/serves-at.ts'
import { claimKey } from '../../domain/claim-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import type { HandoverSubject } from '../../domain/deal/subject.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { HeldRight } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import { handOverCall, handOverManyCall, type RightsCall } from '../../domain/rights-calls.ts'
import { handOverGiftCall } from '../../domain/sending-calls.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Relayer } from '../../ports/relayer.ts'
import type { Store } from '../../ports/store.ts'
import { handoverFacts } from './handover-facts.ts'

/** Seconds that the claim key's word at the desk is good for; the contract takes at most ten minutes. */
const GIFT_SECONDS = 300

/**
 * Looks before a code is used up: is it still good, and who pays the network? The secret is the authority, so our relayer
 * may send the call; a gift that nobody claimed needs an account of the desk.
 */
export async function checkHandover(
  deps: { chain: ChainPort; store: Store; relayer: Relayer },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store, relayer } = deps
  const { account, subject } = deal
  if (subject.kind !== 'handover') return problem('UNEXPECTED')
  const { facts, rights, issuer, time, serves } = await store.transaction(async (unit) => {
    const rights = await Promise.all(subject.rights.map((id) => unit.index.right(id)))
    const series = rights[0]?.series
    const issuer = series === undefined ? null : ((await unit.index.series(series))?.issuer ?? null)
    return {
      facts: await handoverFacts(unit, deal),
      rights,
      issuer,
      serves: issuer !== null && (await servesAt(unit, deal.person, issuer)),
      time: (await unit.index.head()).time,
    }
  })
  if (facts.type !== 'absent') return { type: 'chain', facts }
  if (issuer === null) return problem('CODE_UNKNOWN')
  // Who was removed from the desk still has its cards.
  if (!serves) return problem('DESK_FOREIGN')
  const isOpen = rights.every((right) => isHandable(right, subject, time))
  if (!isOpen) return problem(subject.isGift ? 'GIFT_CODE_OVER' : 'CODE_EXPIRED')

  if (subject.isGift) {
    if (account === null) return problem('DESK_FOREIGN')
    const nonce = effectiveState(rights[0]?.word ?? 0n, time)?.nonce ?? 0
    return checkCall(chain, account, giftCall(chain, deal, subject, { issuer, nonce, time }))
  }
  const call = secretCall(chain, deal, subject)
  if (deal.payer === 'wallet') {
    return account === null ? problem('DESK_FOREIGN') : checkCall(chain, account, call)
  }
  const quote = await relayer.quote({ person: deal.person.id, call })
  if (quote.type === 'pays')
    return checked({ type: 'relay', call: { from: chain.rights, ...call } })
  if (quote.error !== null) return revertProblem(quote.error)
  return account === null || deal.topic === null
    ? problem('RELAYER_REFUSED')
    : checkCall(chain, account, call)
}

function isHandable(
  right: HeldRight | null,
  { isGift, secret }: HandoverSubject,
  time: number,
): boolean {
  const state = right === null ? undefined : effectiveState(right.word, time)?.state
  // Taken back and sent once more, it has another key.
  if (isGift) return state === 'sent' && right?.key === claimKey(secret)
  return state === 'requested' || state === 'accepted' || state === 'shipped'
}

function secretCall(chain: ChainPort, deal: Deal, { rights, secret }: HandoverSubject): RightsCall {
  const [right] = rights
  return rights.length === 1 && right !== undefined
    ? handOverCall(chain.rights, { right, secret }, deal.id)
    : handOverManyCall(chain.rights, { held: rights, secret }, deal.id)
}

function giftCall(
  chain: ChainPort,
  deal: Deal,
  { rights: [right], secret }: HandoverSubject,
  { issuer, nonce, time }: { issuer: Account; nonce: number; time: number },
): RightsCall {
  if (right === undefined) throw new RangeError('a gift is one right')
  const { chainId, rights } = chain
  const expiry = time + GIFT_SECONDS
  return handOverGiftCall({ chainId, rights, right, nonce, secret, issuer, expiry }, deal.id)
}
