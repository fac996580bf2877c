import type { DealEvent } from '../domain/deal/event.ts'
import type { Subject } from '../domain/deal/subject.ts'
import type { Account } from '../domain/ids.ts'
import { formatMoney } from '../domain/money.ts'
import { approveCall, type RightsCall } from '../domain/rights-calls.ts'
import type { ChainPort } from '../ports/chain.ts'
import { checked, problem } from './check-results.ts'
import { revertProblem } from './revert-problem.ts'

/** Wei a call may cost in network fees before we ask the wallet: a floor against certain failure, not a quote. */
const LEAST_FEE = 1n

/**
 * What comes before a wallet is asked to pay: are the funds there, may the contract pull them, would the call go through?
 * The first call of an ERC-20 payment lets `Rights` pull exactly what is due. `due` in the currency's smallest unit.
 * @throws AppError CHAIN_UNREACHABLE
 */
export async function checkPayment(
  chain: ChainPort,
  input: {
    account: Account
    currency: Account | null
    due: bigint
    call: RightsCall
    kind?: Subject['kind']
  },
): Promise<DealEvent> {
  const { account, currency, due, call, kind } = input
  const short = await fundsProblem(chain, account, currency, due)
  if (short !== null) return short
  if (currency !== null && due > 0n && (await chain.allowance(account, currency)) < due) {
    const approve = approveCall({ coin: currency, rights: chain.rights, amount: due })
    return checked({ type: 'call', purpose: 'allow', call: { from: account, ...approve } })
  }
  return checkCall(chain, account, call, kind)
}

/** Would the call go through, sent by this account? @throws AppError CHAIN_UNREACHABLE */
export async function checkCall(
  chain: ChainPort,
  account: Account,
  call: RightsCall,
  kind?: Subject['kind'],
): Promise<DealEvent> {
  const whole = { from: account, ...call }
  const tried = await chain.simulate(whole)
  if (tried.type === 'reverted') return revertProblem(tried.error, kind)
  return checked({ type: 'call', purpose: 'act', call: whole })
}

async function fundsProblem(
  chain: ChainPort,
  account: Account,
  currency: Account | null,
  due: bigint,
): Promise<DealEvent | null> {
  const native = await chain.balance(account, null)
  if (currency === null || due === 0n) {
    const need = currency === null ? due + LEAST_FEE : LEAST_FEE
    return native < need ? missing(chain, account, { currency: null, have: native, need }) : null
  }
  const coins = await chain.balance(account, currency)
  if (coins < due) return missing(chain, account, { currency, have: coins, need: due })
  return native < LEAST_FEE
    ? missing(chain, account, { currency: null, have: native, need: LEAST_FEE })
    : null
}

/** Says what is there and what is needed, and where else the account has coins of that name. */
async function missing(
  chain: ChainPort,
  account: Account,
  { currency, have, need }: { currency: Account | null; have: bigint; need: bigint },
): Promise<DealEvent> {
  const coin = await chain.currency(currency)
  const show = (amount: bigint) => formatMoney(amount, coin, 'en')
  const others = await chain.fundsElsewhere(account, coin.symbol)
  const elsewhere = others.map(
    (each) => `${formatMoney(each.amount, each.coin, 'en')} (${each.chain})`,
  )
  return problem('FUNDS_MISSING', {
    have: show(have),
    need: show(need),
    elsewhere: elsewhere.length === 0 ? 'none' : elsewhere.join(', '),
  })
}
