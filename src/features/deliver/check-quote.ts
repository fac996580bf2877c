import { checked, problem } from '../../deals/check-results.ts'
import { commitment } from '../../domain/commitment.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { allWays } from '../../domain/terms.ts'
import { rightsDomain } from '../../domain/typed-data.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'

const NOBODY = `0x${'0'.repeat(40)}`

/** Looks before the seller's wallet is asked to sign: is the right still that holder's, free, and the same? */
export async function checkQuote(
  deps: { chain: ChainPort; store: Store },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store } = deps
  const { account, subject } = deal
  if (subject.kind !== 'quote' || account === null) return problem('UNEXPECTED')
  const { right: id, origin, holder, secret, nonce, fee, currency, expiry } = subject
  const { right, time, asked } = await store.transaction(async (unit) => ({
    right: await unit.index.right(id),
    time: (await unit.index.head()).time,
    asked: (await unit.deals.load(origin))?.deal.subject,
  }))
  const state = right === null ? null : effectiveState(right.word, time)
  if (state === null || state.burned) return problem('RIGHT_REDEEMED')
  const isSame = state.transferable && state.holder === holder && state.nonce === nonce
  // Another address is another request, under another secret.
  const isAsked = asked?.kind === 'redemption' && asked.secret === secret
  if (!isSame || !isAsked) return problem('RIGHT_NOT_ASKED')
  if (time >= expiry) return problem('QUOTE_OVER')
  const { chainId, rights } = chain
  const values = {
    id,
    nonce: `${nonce}`,
    holder,
    way: `${allWays.indexOf('delivery')}`,
    commitment: commitment({ chainId, rights, right: id, holder, secret }),
    currency: currency ?? NOBODY,
    fee: `${fee}`,
    expiry: `${expiry}`,
  }
  const domain = rightsDomain(chainId, rights)
  return checked({ type: 'sign', account, message: { domain, message: 'Acceptance', values } })
}
