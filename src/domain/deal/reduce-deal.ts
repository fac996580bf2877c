import type { ErrorCode, ErrorMeta } from '../errors.ts'
import type { PromptId } from '../ids.ts'
import { type BindingStep, beginBinding, stepBinding } from './binding.ts'
import type { Deal, DealReducer, DealStep } from './deal.ts'
import type { DealContext } from './deal-context.ts'
import type { Effect } from './effect.ts'
import type { ChainFacts, CheckResult, DealEvent } from './event.ts'
import { beginCall, type CallStep, isOpen, stepCall, watchAgain } from './prompted-call.ts'

const showCard: Effect = { type: 'show-card' }
const showReceipt: Effect = { type: 'show-receipt' }

/**
 * The rule of every deal. Facts of the chain come first and win over every stage; then what the person does, what the
 * wallet answers, and the clock. An event that does not fit the present stage changes nothing, so that late, doubled
 * and reordered events are harmless.
 */
export const reduceDeal: DealReducer = (deal, event, context) => {
  if (event.type === 'chain') return applyFacts(deal, event.facts, context)
  if (event.type === 'session-settled' && deal.stage !== 'binding') return decline(deal, event)
  if (deal.stage === 'final') return null
  switch (event.type) {
    case 'go':
      return go(deal, event)
    case 'again':
      return again(deal)
    case 'cancel':
      return cancel(deal)
    case 'checked':
      return deal.stage === 'checking' ? applyCheck(deal, event.result, context) : null
    default:
      return applyBinding(deal, event, context) ?? applyCall(deal, event, context)
  }
}

function go(deal: Deal, event: Extract<DealEvent, { type: 'go' }>): DealStep | null {
  if (deal.stage !== 'offered' && deal.stage !== 'blocked' && deal.stage !== 'ended') return null
  const live = event.bindings.find((each) => each.topic !== null)
  const fresh = { ...deal, problem: null, call: null, binding: null }
  if (live !== undefined && deal.subject.kind !== 'binding') {
    return check({ ...fresh, account: live.account, topic: live.topic })
  }
  const count = deal.count + 1
  const expected = event.bindings.map((each) => each.account)
  const attempt = `${deal.id}:${count}`
  const step = beginBinding({ attempt, nonce: event.nonce, expected })
  return withBinding({ ...fresh, count, stage: 'binding' }, step)
}

function again(deal: Deal): DealStep | null {
  const { call } = deal
  const isUnclear = deal.stage === 'calling' && call !== null && isOpen(call) && !call.certain
  // The check looks at the chain before anything is asked anew.
  return isUnclear ? check({ ...deal, call: null }) : null
}

function cancel(deal: Deal): DealStep | null {
  // What was sent cannot be called back; the chain decides.
  const isSent = deal.stage === 'calling' && deal.call?.hash != null
  if (isSent || deal.stage === 'ended' || deal.stage === 'done') return null
  return { deal: { ...deal, stage: 'ended', problem: null }, effects: [showCard], wakeAt: null }
}

function check(deal: Deal): DealStep {
  return {
    deal: { ...deal, stage: 'checking' },
    effects: [{ type: 'check' }, showCard],
    wakeAt: null,
  }
}

function applyCheck(deal: Deal, result: CheckResult, context: DealContext): DealStep {
  if (result.type === 'problem') return block(deal, result.code, result.meta)
  if (deal.topic === null) return block(deal, 'WALLET_SESSION_GONE')
  const count = deal.count + 1
  const prompt = `${deal.id}:${count}` as PromptId
  const { purpose, call } = result
  const step = beginCall({ prompt, topic: deal.topic, purpose, call, now: context.now })
  return withCall({ ...deal, count, stage: 'calling' }, step)
}

function applyBinding(deal: Deal, event: DealEvent, context: DealContext): DealStep | null {
  if (deal.stage !== 'binding' || deal.binding === null) return null
  const step = stepBinding(deal.binding, event, context)
  if (step === null) return null
  const next = withBinding(deal, step)
  if (step.binding.stage === 'failed') {
    return withEffects(block(next.deal, step.binding.failure ?? 'UNEXPECTED'), step.effects)
  }
  if (step.binding.stage !== 'bound') return next
  const bound = { ...next.deal, account: step.binding.account, topic: step.binding.topic }
  if (deal.subject.kind !== 'binding') return withEffects(check(bound), step.effects)
  return { deal: { ...bound, stage: 'final' }, effects: [...step.effects, showCard], wakeAt: null }
}

function applyCall(deal: Deal, event: DealEvent, context: DealContext): DealStep | null {
  if (deal.call === null || deal.stage === 'done') return null
  const step = stepCall(deal.call, event, context.now)
  if (step === null) return null
  if (deal.stage !== 'calling' && event.type !== 'answered') return null
  const next = withCall({ ...deal, stage: 'calling', problem: null }, step)
  if (step.call.stage === 'failed') {
    const { code, meta } = step.call.failure ?? { code: 'UNEXPECTED', meta: {} }
    const gone = code === 'WALLET_DISCONNECTED' || code === 'WALLET_SESSION_GONE'
    return block(gone ? { ...next.deal, topic: null } : next.deal, code, meta)
  }
  if (step.call.stage === 'included' && step.call.purpose === 'allow') return check(next.deal)
  return next
}

function applyFacts(deal: Deal, facts: ChainFacts, context: DealContext): DealStep | null {
  if (facts.type === 'absent') return takeBack(deal, context)
  if (isSame(deal.facts, facts)) return null
  const stage = facts.type
  return {
    deal: { ...deal, stage, facts, problem: null, takenBack: false },
    effects: [showCard, showReceipt],
    wakeAt: null,
  }
}

function takeBack(deal: Deal, context: DealContext): DealStep | null {
  if (deal.facts.type === 'absent') return null
  const open: Deal = { ...deal, facts: { type: 'absent' }, takenBack: true, stage: 'calling' }
  if (deal.call === null || deal.call.hash === null) {
    return withEffects(block(open, 'BLOCK_TAKEN_BACK'), [showReceipt])
  }
  return withEffects(withCall(open, watchAgain(deal.call, context.now)), [showReceipt])
}

/** A wallet that connects after the person has given up, or a second one: its session is of no use. */
function decline(
  deal: Deal,
  { session }: Extract<DealEvent, { type: 'session-settled' }>,
): DealStep | null {
  const isResting = ['offered', 'blocked', 'ended', 'final'].includes(deal.stage)
  if (!isResting || session.topic === deal.topic) return null
  return { deal, effects: [{ type: 'disconnect-wallet', topic: session.topic }], wakeAt: null }
}

function block(deal: Deal, code: ErrorCode, meta: ErrorMeta = {}): DealStep {
  const blocked: Deal = { ...deal, stage: 'blocked', problem: { code, meta } }
  return { deal: blocked, effects: [showCard], wakeAt: null }
}

function withBinding(deal: Deal, step: BindingStep): DealStep {
  return {
    deal: { ...deal, binding: step.binding },
    effects: [...step.effects, showCard],
    wakeAt: step.wakeAt,
  }
}

function withCall(deal: Deal, step: CallStep): DealStep {
  return {
    deal: { ...deal, call: step.call },
    effects: [...step.effects, showCard],
    wakeAt: step.wakeAt,
  }
}

function withEffects(step: DealStep, effects: Effect[]): DealStep {
  const own = step.effects.filter((each) => !effects.some((other) => other.type === each.type))
  return { ...step, effects: [...effects, ...own] }
}

function isSame(one: ChainFacts, other: ChainFacts): boolean {
  if (one.type === 'absent' || other.type === 'absent') return one.type === other.type
  return (
    one.type === other.type && one.right === other.right && one.blockNumber === other.blockNumber
  )
}
