import type { Deal } from '../../domain/deal/deal.ts'
import type { Call } from '../../domain/deal/effect.ts'
import type { CheckResult, DealEvent } from '../../domain/deal/event.ts'
import type { ErrorCode, ErrorMeta } from '../../domain/errors.ts'
import type { Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import { formatMoney } from '../../domain/money.ts'
import { approveCall, buyCall } from '../../domain/rights-calls.ts'
import { DAY_SECONDS } from '../../domain/terms.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'
import { purchaseFacts } from './purchase-facts.ts'

/** Wei a purchase may cost in network fees before we ask the wallet: a floor against certain failure, not a quote. */
const LEAST_FEE = 1n

/**
 * Looks before a wallet is asked: has it happened already, is there stock, are there funds, and what comes next, letting
 * the contract pull the coins or buying. The purchase's reference stands behind the call's arguments.
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
  if (series === null) return problem('SERIES_UNKNOWN')

  const { time } = await chain.head()
  const { saleEndDay } = series.terms
  if (saleEndDay !== null && time >= saleEndDay * DAY_SECONDS) return problem('SALE_ENDED')
  if (series.sold >= series.limit) return problem('SOLD_OUT')
  return (await fundsProblem(chain, series, account)) ?? nextCall(chain, deal, series, account)
}

async function nextCall(
  chain: ChainPort,
  deal: Deal,
  series: Series,
  account: Account,
): Promise<DealEvent> {
  const { price, currency } = series.terms
  if (currency !== null && (await chain.allowance(account, currency)) < price) {
    const approve = approveCall({ coin: currency, rights: chain.rights, amount: price })
    return checked({ type: 'call', purpose: 'allow', call: { from: account, ...approve } })
  }
  const buy = buyCall(
    chain.rights,
    { series: series.id, terms: series.terms, quantity: 1, buyer: account },
    deal.id,
  )
  const call: Call = { from: account, ...buy }
  const tried = await chain.simulate(call)
  if (tried.type === 'ok') return checked({ type: 'call', purpose: 'act', call })
  const known: Readonly<Record<string, ErrorCode>> = {
    SoldOut: 'SOLD_OUT',
    SaleEnded: 'SALE_ENDED',
  }
  const code = known[tried.error]
  return code === undefined ? problem('CALL_REVERTED', { reason: tried.error }) : problem(code)
}

async function fundsProblem(
  chain: ChainPort,
  series: Series,
  account: Account,
): Promise<DealEvent | null> {
  const { price, currency } = series.terms
  const native = await chain.balance(account, null)
  if (currency === null) {
    return native < price + LEAST_FEE ? missing(chain, null, native, price) : null
  }
  const coins = await chain.balance(account, currency)
  if (coins < price) return missing(chain, currency, coins, price)
  return native < LEAST_FEE ? missing(chain, null, native, LEAST_FEE) : null
}

async function missing(
  chain: ChainPort,
  currency: Account | null,
  have: bigint,
  need: bigint,
): Promise<DealEvent> {
  const coin = await chain.currency(currency)
  const show = (amount: bigint) => formatMoney(amount, coin, 'en')
  return problem('FUNDS_MISSING', { have: show(have), need: show(need) })
}

function problem(code: ErrorCode, meta: ErrorMeta = {}): DealEvent {
  return checked({ type: 'problem', code, meta })
}

function checked(result: CheckResult): DealEvent {
  return { type: 'checked', result }
}
