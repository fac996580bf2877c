import { checkCall, checkPayment } from '../../deals/check-payment.ts'
import { problem } from '../../deals/check-results.ts'
import { commitment } from '../../domain/commitment.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import type { RedemptionSubject } from '../../domain/deal/subject.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { Account, RightId } from '../../domain/ids.ts'
import { requestAcceptedCall, requestCall, requestManyCall } from '../../domain/rights-calls.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'
import { redemptionFacts } from './redemption-facts.ts'

/** Looks before the wallet is asked to lock the rights: are they still this account's, and free? */
export async function checkRedemption(
  deps: { chain: ChainPort; store: Store },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store } = deps
  const { account, subject } = deal
  if (subject.kind !== 'redemption' || account === null) return problem('UNEXPECTED')
  const { facts, rights, time } = await store.transaction(async (unit) => ({
    facts: await redemptionFacts(unit, deal),
    rights: await Promise.all(subject.rights.map((id) => unit.index.right(id))),
    time: (await unit.index.head()).time,
  }))
  if (facts.type !== 'absent') return { type: 'chain', facts }
  for (const right of rights) {
    const state = right === null ? null : effectiveState(right.word, time)
    if (state === null) return problem('RIGHT_UNKNOWN')
    if (state.burned) return problem('RIGHT_REDEEMED')
    if (state.holder !== account) return problem('RIGHT_NOT_YOURS')
    if (state.state !== 'held') return problem('RIGHT_LOCKED')
  }
  return subject.way === 'delivery'
    ? checkDelivery(chain, deal, subject, account, time)
    : checkPickUp(chain, deal, subject, account)
}

function checkPickUp(
  chain: ChainPort,
  deal: Deal,
  { rights, secret, way }: RedemptionSubject,
  account: Account,
): Promise<DealEvent> {
  const requests = rights.map((right) => ({
    right,
    commitment: commit(chain, right, account, secret),
  }))
  const [first] = requests
  const call =
    requests.length === 1 && first !== undefined
      ? requestCall(chain.rights, { ...first, way }, deal.id)
      : requestManyCall(chain.rights, { requests, way }, deal.id)
  return checkCall(chain, account, call)
}

/** The ready-check came before the lock: the seller has signed what the delivery costs. */
async function checkDelivery(
  chain: ChainPort,
  deal: Deal,
  { rights, secret, way, delivery }: RedemptionSubject,
  account: Account,
  time: number,
): Promise<DealEvent> {
  const quote = delivery?.quote ?? null
  const [right] = rights
  if (quote === null || right === undefined) return problem('QUOTE_OVER')
  if (time >= quote.expiry) return problem('QUOTE_OVER')
  const call = requestAcceptedCall(
    chain.rights,
    { right, way, commitment: commit(chain, right, account, secret), ...quote },
    deal.id,
  )
  return checkPayment(chain, { account, currency: quote.currency, due: quote.fee, call })
}

function commit(chain: ChainPort, right: RightId, holder: Account, secret: string): string {
  return commitment({ chainId: chain.chainId, rights: chain.rights, right, holder, secret })
}
