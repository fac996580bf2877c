import { checkCall, checkPayment } from '../../deals/check-payment.ts'
import { problem } from '../../deals/check-results.ts'
import { actCall } from '../../domain/act-call.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { DealEvent } from '../../domain/deal/event.ts'
import type { HeldRight, Series } from '../../domain/facts.ts'
import { unpackRightWord } from '../../domain/right-word.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Store } from '../../ports/store.ts'
import { actFacts } from './act-facts.ts'

/** Looks before a wallet is asked to act: has it happened, and would the contract take it? */
export async function checkAct(
  deps: { chain: ChainPort; store: Store },
  deal: Deal,
): Promise<DealEvent> {
  const { chain, store } = deps
  const { account, subject } = deal
  if (subject.kind !== 'act' || account === null) return problem('UNEXPECTED')
  const { facts, right, series } = await store.transaction(async (unit) => {
    const right = subject.right === null ? null : await unit.index.right(subject.right)
    const id = subject.series ?? right?.series
    return {
      facts: await actFacts(unit, deal),
      right,
      series: id === undefined ? null : await unit.index.series(id),
    }
  })
  if (facts.type !== 'absent') return { type: 'chain', facts }
  const due = subject.act === 'refund' ? refundDue(right, series) : 0n
  const currency = series?.terms.currency ?? null
  const { act, arguments: given } = subject
  const refundValue = currency === null ? due : 0n
  const input = { act, right: subject.right, series: subject.series, arguments: given }
  const call = actCall(chain.rights, { ...input, refundDue: refundValue }, deal.id)
  return due === 0n
    ? checkCall(chain, account, call)
    : checkPayment(chain, { account, currency, due, call })
}

/** What a refund costs the issuer: nothing from escrow, else the series' price. */
function refundDue(right: HeldRight | null, series: Series | null): bigint {
  if (right === null || series === null || unpackRightWord(right.word).escrowed) return 0n
  return series.terms.price
}
