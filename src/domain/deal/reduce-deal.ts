import { contractSignature } from '../contract-signature.ts'
import type { ErrorCode, ErrorMeta } from '../errors.ts'
import type { PromptId } from '../ids.ts'
import { type BindingStep, beginBinding, stepBinding } from './binding.ts'
import type { Deal, DealReducer, DealStep } from './deal.ts'
import type { DealContext } from './deal-context.ts'
import { earlierCall, hasAsked, putAside, takeUp } from './earlier.ts'
import type { Effect } from './effect.ts'
import type { ChainFacts, CheckResult, DealEvent } from './event.ts'
import { forgetAddresses } from './forget-addresses.ts'
import {
  beginCall,
  type CallStep,
  isOpen,
  type PromptedCall,
  stepCall,
  watchAgain,
} from './prompted-call.ts'
import { revertCode } from './revert-code.ts'
import { lookAgain, nextKept, nextLook, REMIND_SECONDS } from './wake-times.ts'

const showCard: Effect = { type: 'show-card' }
const showReceipt: Effect = { type: 'show-receipt' }

/** What the chain says of a deal that somebody else came before. */
const closings: readonly ErrorCode[] = ['PAID_ALREADY', 'SEND_OVER']

/**
 * The rule of every deal. Facts of the chain come first and win over every stage; then what the person does, what the
 * wallet answers, and the clock. An event that does not fit the present stage changes nothing, so that late, doubled
 * and reordered events are harmless.
 */
export const reduceDeal: DealReducer = (deal, event, context) => {
  if (event.type === 'chain') return applyFacts(deal, event.facts, context)
  if (event.type === 'session-settled' && deal.stage !== 'binding') return decline(deal, event)
  if (event.type === 'answered') {
    const heard = hearEarlier(deal, event, context)
    if (heard !== null) return heard
  }
  if (deal.stage === 'final') return null
  switch (event.type) {
    case 'go':
      return go(deal, event)
    case 'again':
      return again(deal)
    case 'cancel':
      return cancel(deal)
    case 'revised':
      return revise(deal, event.subject, context)
    case 'quoted':
      return quote(deal, event, context)
    case 'tracked':
      return track(deal, event, context)
    case 'checked':
      return deal.stage === 'checking' ? applyCheck(deal, event.result, context) : null
    default:
      return (
        applyBinding(deal, event, context) ??
        applyCall(deal, event, context) ??
        (event.type === 'timer' ? remindKept(deal, context) : null)
      )
  }
}

function go(deal: Deal, event: Extract<DealEvent, { type: 'go' }>): DealStep | null {
  if (deal.stage !== 'offered' && deal.stage !== 'blocked' && deal.stage !== 'ended') return null
  const fresh = { ...putAside(deal), problem: null, binding: null }
  const proven = event.bindings.filter(({ frozen }) => frozen !== true)
  const known = proven.find((each) => each.topic !== null) ?? proven[0]
  if (deal.payer === 'relayer' && isRelayable(deal.subject)) {
    const needsAccount = deal.subject.kind === 'claim'
    if (known !== undefined || !needsAccount) {
      return check({ ...fresh, account: known?.account ?? null, topic: known?.topic ?? null })
    }
  } else if (known !== undefined && known.topic !== null && deal.subject.kind !== 'binding') {
    return check({ ...fresh, account: known.account, topic: known.topic })
  }
  const count = deal.count + 1
  const expected = proven.map((each) => each.account)
  const attempt = `${deal.id}:${count}`
  const step = beginBinding({ attempt, nonce: event.nonce, expected })
  return withBinding({ ...fresh, count, stage: 'binding' }, step)
}

/** What our relayer may send for a person: a claim of a gift, and a hand-over against its secret. */
function isRelayable(subject: Deal['subject']): boolean {
  if (subject.kind === 'claim') return subject.price === null
  return subject.kind === 'handover' && !subject.isGift
}

/** The subject may change only while nothing is being asked; otherwise the change comes too late. */
function revise(deal: Deal, subject: Deal['subject'], { chainTime }: DealContext): DealStep | null {
  const isResting = ['offered', 'blocked', 'ended'].includes(deal.stage)
  if (!isResting || isClosed(deal) || subject.kind !== deal.subject.kind) return null
  const revised: Deal = { ...putAside(deal), subject, stage: 'offered', problem: null }
  const wasKept = deal.subject.kind === 'claim' && deal.subject.keptUntil !== null
  return { deal: revised, effects: [showCard], wakeAt: nextKept(subject, chainTime, wasKept) }
}

/** An answer to a request that has changed since, such as its address, is none. The answer is news: a new message. */
function quote(
  deal: Deal,
  event: Extract<DealEvent, { type: 'quoted' }>,
  context: DealContext,
): DealStep | null {
  const { subject } = deal
  if (subject.kind !== 'redemption' || subject.delivery === null) return null
  if (subject.secret !== event.secret || subject.delivery.address === null) return null
  const delivery = { ...subject.delivery, quote: event.quote }
  const step = revise(deal, { ...subject, delivery }, context)
  return step === null ? null : withEffects(step, [{ type: 'remind' }])
}

function track(
  deal: Deal,
  { tracking }: Extract<DealEvent, { type: 'tracked' }>,
  { chainTime }: DealContext,
): DealStep | null {
  const { subject } = deal
  if (subject.kind !== 'redemption' || subject.delivery === null || deal.stage !== 'done')
    return null
  if (subject.delivery.tracking === tracking) return null
  const delivery = { ...subject.delivery, tracking }
  const wakeAt = deal.facts.type === 'done' ? nextLook(deal.facts.until, chainTime) : null
  return { deal: { ...deal, subject: { ...subject, delivery } }, effects: [showCard], wakeAt }
}

function remindKept(deal: Deal, { chainTime }: DealContext): DealStep | null {
  if (deal.stage !== 'offered' || deal.subject.kind !== 'claim') return null
  const { keptUntil, until } = deal.subject
  const wakeAt = nextKept(deal.subject, chainTime, true)
  if (until !== undefined && chainTime >= until) {
    return { deal, effects: [{ type: 'read-facts' }], wakeAt: null }
  }
  if (keptUntil === null) return until === undefined ? null : { deal, effects: [], wakeAt }
  if (chainTime >= keptUntil) return until === undefined ? null : { deal, effects: [], wakeAt }
  return { deal, effects: [{ type: 'remind' }], wakeAt }
}

function again(deal: Deal): DealStep | null {
  const { call } = deal
  const isUnclear = deal.stage === 'calling' && call !== null && isOpen(call) && !call.certain
  // The check looks at the chain before anything is asked anew.
  return isUnclear ? check(putAside(deal)) : null
}

function cancel(deal: Deal): DealStep | null {
  // What was sent cannot be called back; the chain decides.
  const isSent = deal.stage === 'calling' && deal.call?.hash != null
  if (isSent || deal.stage === 'ended' || deal.stage === 'done') return null
  const ended: Deal = { ...deal, stage: 'ended', problem: null }
  // What a wallet may still approve needs its address; nothing else does.
  const isOver = !hasAsked(putAside(deal))
  return { deal: isOver ? forgetAddresses(ended) : ended, effects: [showCard], wakeAt: null }
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
  if (result.type !== 'relay' && deal.topic === null) return block(deal, 'WALLET_SESSION_GONE')
  const count = deal.count + 1
  const prompt = `${deal.id}:${count}` as PromptId
  const topic = result.type === 'relay' ? null : deal.topic
  const step = beginCall({ prompt, topic, now: context.now, ...asked(result) })
  return withCall({ ...deal, count, stage: 'calling' }, step)
}

function asked(
  result: Exclude<CheckResult, { type: 'problem' }>,
): Pick<PromptedCall, 'purpose' | 'question'> {
  if (result.type === 'sign') {
    const { account, message } = result
    return { purpose: 'sign', question: { type: 'sign-typed', account, message } }
  }
  const purpose = result.type === 'call' ? result.purpose : 'act'
  return { purpose, question: { type: 'send-call', call: result.call } }
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
  if (deal.stage === 'done') return event.type === 'timer' ? wake(deal, context) : null
  if (deal.call === null) return null
  const step = stepCall(deal.call, event, context.now)
  if (step === null) return null
  if (deal.stage !== 'calling' && event.type !== 'answered') return null
  const next = withCall({ ...deal, stage: 'calling', problem: null }, step)
  if (step.call.stage === 'failed') {
    const { code, meta } = failureOf(deal, step.call)
    const gone = code === 'WALLET_DISCONNECTED' || code === 'WALLET_SESSION_GONE'
    // What our relayer will not pay for, the person's own wallet may.
    const payer = step.call.topic === null ? 'wallet' : deal.payer
    return block({ ...next.deal, payer, ...(gone ? { topic: null } : {}) }, code, meta)
  }
  if (step.call.stage !== 'included') return next
  if (step.call.purpose === 'allow') return check(next.deal)
  if (step.call.purpose === 'sign') return handOn(next, step.call)
  // Which of several payments for another is this one's is known only now that its transaction has a name.
  const isForOther = deal.subject.kind === 'purchase' && deal.subject.paidFor !== null
  const look: Effect[] = isForOther ? [{ type: 'read-facts' }] : []
  return { ...next, effects: [...next.effects, ...look] }
}

/** What stopped a call; what the chain refused may mean something of its own for this kind of deal. */
function failureOf({ subject }: Deal, { failure }: PromptedCall): NonNullable<Deal['problem']> {
  const { code, meta } = failure ?? { code: 'UNEXPECTED', meta: {} }
  const { reason } = meta
  const own = typeof reason === 'string' ? revertCode(subject.kind, reason) : null
  return own === null ? { code, meta } : { code: own, meta: {} }
}

/** A signed acceptance goes to the deal that waits for it, and this one is over. */
function handOn(step: DealStep, { signature, question }: PromptedCall): DealStep {
  const { subject } = step.deal
  if (subject.kind !== 'quote' || signature === null || question.type !== 'sign-typed') return step
  const { fee, currency, expiry, origin, secret } = subject
  const { account: by, message } = question
  const whole = contractSignature(message, by, signature)
  const quoted = { fee, currency, expiry, by, signature: whole }
  return {
    deal: { ...step.deal, stage: 'final' },
    effects: [
      { type: 'tell-deal', deal: origin, event: { type: 'quoted', quote: quoted, secret } },
      showCard,
    ],
    wakeAt: null,
  }
}

/**
 * A wallet has approved a question that was put aside since: what was sent is what counts, with the secrets of its time. The
 * chain may have been faster than the wallet's answer, and only the answer tells which question it was.
 */
function hearEarlier(
  deal: Deal,
  event: Extract<DealEvent, { type: 'answered' }>,
  context: DealContext,
): DealStep | null {
  const found = earlierCall(deal, event.prompt)
  const step = found === undefined ? null : stepCall(found.call, event, context.now)
  if (found === undefined || step === null || step.call.hash === null) return null
  const answered = { ...found, call: step.call }
  const earlier = (deal.earlier ?? []).map((each) => (each === found ? answered : each))
  const { facts } = deal
  if (facts.type !== 'absent') {
    if (facts.txHash !== step.call.hash) return null
    const before: Deal = { ...deal, earlier, facts: { type: 'absent' } }
    return applyFacts(before, { ...facts, prompt: event.prompt }, context)
  }
  const isSent = deal.stage === 'calling' && deal.call?.hash != null
  // Two were sent, and one will fail: the facts find the other by its hash.
  if (isSent) return { deal: { ...deal, earlier }, effects: [], wakeAt: context.now }
  const taken = takeUp(deal, answered)
  return withEffects(withCall({ ...taken, stage: 'calling', problem: null }, step), [
    { type: 'read-facts' },
  ])
}

function applyFacts(deal: Deal, facts: ChainFacts, context: DealContext): DealStep | null {
  if (facts.type === 'absent') {
    if (deal.facts.type !== 'absent') return takeBack(deal, context)
    return facts.over === undefined ? reopen(deal, context) : close(deal, facts.over)
  }
  const wakeAt = facts.type === 'done' ? nextLook(facts.until, context.chainTime) : null
  // Its time to wake stands already; to set it anew would pass over one that has just come.
  if (isSame(deal.facts, facts)) return null
  const asked = facts.prompt === undefined ? undefined : earlierCall(deal, facts.prompt)
  const own = asked === undefined ? deal : takeUp(deal, asked)
  const told: Deal = { ...own, stage: facts.type, facts, problem: null, takenBack: false }
  const next = facts.type === 'final' ? forgetAddresses(told) : told
  const news: Effect[] = isNews(deal.facts, facts) ? [{ type: 'remind' }] : []
  return { deal: next, effects: [showCard, showReceipt, ...news], wakeAt }
}

/** Somebody else was first: said at once, except to who has sent something already, of which the chain will decide. */
function close(deal: Deal, code: ErrorCode): DealStep | null {
  const isSent = deal.stage === 'calling' && deal.call?.hash != null
  return isSent || isClosedBy(deal, code) ? null : block(deal, code)
}

/** What closed it was in a block that was taken back. */
function reopen(deal: Deal, { chainTime }: DealContext): DealStep | null {
  if (!isClosed(deal)) return null
  const open: Deal = { ...deal, stage: 'offered', problem: null }
  return { deal: open, effects: [showCard], wakeAt: nextKept(deal.subject, chainTime, true) }
}

function isClosed(deal: Deal): boolean {
  return closings.some((code) => isClosedBy(deal, code))
}

function isClosedBy({ stage, problem }: Deal, code: ErrorCode): boolean {
  return stage === 'blocked' && problem?.code === code
}

/** What nobody did, the person did not see coming: a deadline that passed, and a dispute that went against them. */
function isNews(before: ChainFacts, facts: ChainFacts): boolean {
  if (facts.type === 'absent' || before.type === 'absent') return false
  if (before.outcome === facts.outcome) return false
  return (
    facts.outcome === 'expired' || (before.outcome === 'disputed' && facts.outcome === 'redeemed')
  )
}

/** The clock has reached a reminder or a deadline of something that stands on the chain. */
function wake(deal: Deal, { chainTime: now }: DealContext): DealStep | null {
  if (deal.facts.type !== 'done' || deal.facts.until === null) return null
  const { until } = deal.facts
  if (now < until - REMIND_SECONDS) return { deal, effects: [], wakeAt: until - REMIND_SECONDS }
  const effects: Effect[] = now < until ? [{ type: 'remind' }] : [{ type: 'read-facts' }, showCard]
  return { deal, effects, wakeAt: now < until ? until : lookAgain(until, now) }
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
    one.type === other.type &&
    one.outcome === other.outcome &&
    one.rights.join() === other.rights.join() &&
    one.blockNumber === other.blockNumber
  )
}
