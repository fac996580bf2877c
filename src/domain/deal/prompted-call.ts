import type { ErrorCode, ErrorMeta } from '../errors.ts'
import type { PromptId, TxHash } from '../ids.ts'
import type { Call, Effect, Question } from './effect.ts'
import type { CallPurpose, DealEvent, TransactionFinding } from './event.ts'
import { refusalCode } from './refusal-code.ts'

/** Seconds a wallet has to answer: the least WalletConnect allows. */
export const ANSWER_SECONDS = 300
/** Seconds a claimed hash may stay unknown to the chain before we say so. */
export const LOST_AFTER_SECONDS = 60

/**
 * One thing put before a wallet, from the question to its place in a block, or to its signature. `certain` is false when a
 * crash left open whether the question ever reached the wallet. Without a `topic` our relayer sends the call.
 */
export type PromptedCall = {
  prompt: PromptId
  topic: string | null
  purpose: CallPurpose
  question: Exclude<Question, { type: 'sign-message' }>
  stage: 'asking' | 'asked' | 'sent' | 'verifying' | 'included' | 'failed'
  certain: boolean
  link: string | null
  /** Unix seconds. */
  expiresAt: number
  hash: TxHash | null
  signature: string | null
  /** Unix seconds at which the wallet claimed a hash. */
  sentAt: number | null
  looks: number
  failure: { code: ErrorCode; meta: ErrorMeta } | null
}

/** A step of a {@link PromptedCall}; `wakeAt` in Unix seconds, null when only the world can move it on. */
export type CallStep = { call: PromptedCall; effects: Effect[]; wakeAt: number | null }

/** Puts the question before the wallet, or the call before our relayer. */
export function beginCall(input: {
  prompt: PromptId
  topic: string | null
  purpose: CallPurpose
  question: PromptedCall['question']
  now: number
}): CallStep {
  const expiresAt = input.now + ANSWER_SECONDS
  const { prompt, topic, purpose, question } = input
  return {
    call: {
      prompt,
      topic,
      purpose,
      question,
      stage: 'asking',
      certain: true,
      link: null,
      expiresAt,
      hash: null,
      signature: null,
      sentAt: null,
      looks: 0,
      failure: null,
    },
    effects: [askEffect(input, expiresAt)],
    wakeAt: expiresAt,
  }
}

function askEffect(
  { prompt, topic, question }: Pick<PromptedCall, 'prompt' | 'topic' | 'question'>,
  expiresAt: number,
): Effect {
  if (topic !== null) return { type: 'ask-wallet', prompt, topic, question, expiresAt }
  if (question.type !== 'send-call') throw new RangeError('our relayer signs nothing')
  return { type: 'relay', prompt, call: question.call }
}

/** Moves the call on, or returns null when the event is not about it. */
export function stepCall(call: PromptedCall, event: DealEvent, now: number): CallStep | null {
  if ('prompt' in event) return event.prompt === call.prompt ? stepPrompt(call, event, now) : null
  switch (event.type) {
    case 'looked':
      if (event.hash !== call.hash || call.stage !== 'sent') return null
      return judge(call, event.finding, now)
    case 'timer':
      return tick(call, now)
    default:
      return null
  }
}

function stepPrompt(
  call: PromptedCall,
  event: Extract<DealEvent, { prompt: PromptId }>,
  now: number,
): CallStep | null {
  switch (event.type) {
    case 'published':
      if (call.stage !== 'asking') return null
      return wait({ ...call, stage: 'asked', link: event.link, certain: event.certain })
    case 'publish-failed':
      return call.stage === 'asking' ? fail(call, event.code) : null
    case 'answered':
      return isAnswered(call) ? null : answer(call, event.result, now)
    case 'relayed':
      return isAnswered(call) ? null : answer(call, event.hash, now)
    case 'verified':
      if (call.stage !== 'verifying') return null
      if (!event.valid) return fail(call, 'SIGNATURE_WRONG')
      return { call: { ...call, stage: 'included' }, effects: [], wakeAt: null }
    case 'refused':
      return isOpen(call) ? fail(call, refusalCode(event.reason)) : null
  }
}

function isAnswered({ stage, hash, signature }: PromptedCall): boolean {
  return stage === 'included' || hash !== null || signature !== null
}

/** Is the question still before the wallet, as far as we know? */
export function isOpen(call: PromptedCall): boolean {
  return call.stage === 'asking' || call.stage === 'asked'
}

/** Watches the claimed hash from the start again: its block was taken back. */
export function watchAgain(call: PromptedCall, now: number): CallStep {
  if (call.hash === null) return { call, effects: [], wakeAt: null }
  return look({ ...call, stage: 'sent', sentAt: now, looks: 0 })
}

function answer(call: PromptedCall, result: string, now: number): CallStep {
  const { question, prompt } = call
  if (question.type === 'sign-typed') {
    const { account, message } = question
    return {
      call: { ...call, stage: 'verifying', signature: result, failure: null },
      effects: [{ type: 'verify-typed', prompt, account, message, signature: result }],
      wakeAt: null,
    }
  }
  if (!/^0x[0-9a-fA-F]{64}$/.test(result)) return fail(call, 'WALLET_UNCLEAR')
  const hash = result.toLowerCase() as TxHash
  return look({ ...call, stage: 'sent', hash, sentAt: now, looks: 0, failure: null })
}

function judge(call: PromptedCall, finding: TransactionFinding, now: number): CallStep {
  if (finding.type === 'unknown') {
    if (now - (call.sentAt ?? now) >= LOST_AFTER_SECONDS) return fail(call, 'HASH_UNKNOWN')
    return { call, effects: [], wakeAt: now + pause(call) }
  }
  if (!isSameCall(finding.call, call)) return fail(call, 'HASH_FOREIGN')
  if (finding.type === 'pending') return { call, effects: [], wakeAt: now + pause(call) }
  if (!finding.succeeded) {
    return fail(call, 'CALL_REVERTED', finding.reason === null ? {} : { reason: finding.reason })
  }
  return { call: { ...call, stage: 'included' }, effects: [], wakeAt: null }
}

function tick(call: PromptedCall, now: number): CallStep | null {
  if (isOpen(call) && now >= call.expiresAt) return fail(call, 'WALLET_SILENT')
  if (isOpen(call)) return wait(call)
  if (call.stage === 'sent') return look(call)
  return null
}

function look(call: PromptedCall): CallStep {
  if (call.hash === null) return { call, effects: [], wakeAt: null }
  return {
    call: { ...call, looks: call.looks + 1 },
    effects: [{ type: 'look-at-transaction', hash: call.hash }],
    wakeAt: null,
  }
}

function wait(call: PromptedCall): CallStep {
  return { call, effects: [], wakeAt: call.expiresAt }
}

function fail(call: PromptedCall, code: ErrorCode, meta: ErrorMeta = {}): CallStep {
  return { call: { ...call, stage: 'failed', failure: { code, meta } }, effects: [], wakeAt: null }
}

/** Looks come at 1, 2, 4 … seconds, at most 30 apart. */
function pause(call: PromptedCall): number {
  return Math.min(30, 2 ** Math.max(0, call.looks - 1))
}

/** A relayed call has our relayer as its sender; what it does is what counts. */
function isSameCall(found: Call, { question, topic }: PromptedCall): boolean {
  if (question.type !== 'send-call') return false
  const asked = question.call
  const isSender = topic === null || found.from.toLowerCase() === asked.from.toLowerCase()
  return (
    isSender &&
    found.to.toLowerCase() === asked.to.toLowerCase() &&
    found.data.toLowerCase() === asked.data.toLowerCase() &&
    found.value === asked.value
  )
}
