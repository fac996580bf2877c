import { checkCall } from '../../deals/check-payment.ts'
import { problem } from '../../deals/check-results.ts'
import { checkTerms } from '../../domain/check-terms.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import { checkGoods } from '../../domain/goods.ts'
import { publishCall } from '../../domain/rights-calls.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'
import { publicationFacts } from './publication-facts.ts'

/** Looks before the wallet is asked to publish: is it there already, and would the contract take it? */
export async function checkPublication(
  deps: { chain: ChainPort; store: Store },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store } = deps
  const { account, subject } = deal
  if (subject.kind !== 'publication' || account === null) return problem('UNEXPECTED')
  const facts = await store.transaction((unit) => publicationFacts(chain, unit, deal))
  if (facts.type !== 'absent') return { type: 'chain', facts }
  const { time } = await chain.head()
  const { terms, goods } = subject
  const wrong = [...checkGoods(goods), ...checkTerms(terms, { nowSeconds: time, issuer: account })]
  if (wrong.length > 0) return problem('DRAFT_INCOMPLETE', { fields: wrong.join(', ') })
  return checkCall(chain, account, publishCall(chain.rights, subject))
}
