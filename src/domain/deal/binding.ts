import { challengeText } from '../challenge.ts'
import type { ErrorCode } from '../errors.ts'
import type { Account, PromptId } from '../ids.ts'
import type { WalletSession } from '../wallet-session.ts'
import type { DealContext } from './deal-context.ts'
import type { Effect } from './effect.ts'
import type { DealEvent } from './event.ts'
import { ANSWER_SECONDS } from './prompted-call.ts'
import { refusalCode } from './refusal-code.ts'

/**
 * How a person's account becomes known: a pairing link, a session, a signed challenge. An `expected` account that
 * comes back needs no second signature, because its pair with the person was proven before; a frozen one is not expected.
 */
export type Binding = {
  stage: 'linking' | 'linked' | 'proving' | 'verifying' | 'bound' | 'failed'
  attempt: string
  expected: Account[]
  nonce: string
  uri: string | null
  topic: string | null
  account: Account | null
  walletName: string | null
  prompt: PromptId | null
  challenge: string | null
  signature: string | null
  link: string | null
  /** Unix seconds: of the link, then of the challenge. */
  expiresAt: number | null
  failure: ErrorCode | null
}

/** A step of a {@link Binding}; `wakeAt` in Unix seconds. */
export type BindingStep = { binding: Binding; effects: Effect[]; wakeAt: number | null }

/** Asks for a pairing link. `nonce` is 128 random bits in hex, used for one challenge only. */
export function beginBinding(input: {
  attempt: string
  nonce: string
  expected: Account[]
}): BindingStep {
  return {
    binding: {
      stage: 'linking',
      attempt: input.attempt,
      expected: input.expected,
      nonce: input.nonce,
      uri: null,
      topic: null,
      account: null,
      walletName: null,
      prompt: null,
      challenge: null,
      signature: null,
      link: null,
      expiresAt: null,
      failure: null,
    },
    effects: [{ type: 'connect-wallet', attempt: input.attempt }],
    wakeAt: null,
  }
}

/** Moves the binding on, or returns null when the event is not about it. */
export function stepBinding(
  binding: Binding,
  event: DealEvent,
  context: DealContext,
): BindingStep | null {
  if (event.type === 'timer') return expire(binding, context.now)
  if ('attempt' in event) {
    const isMine = event.attempt === binding.attempt && isWaiting(binding)
    return isMine ? stepLink(binding, event, context) : null
  }
  if ('prompt' in event) {
    return event.prompt === binding.prompt ? stepProof(binding, event, context.now) : null
  }
  return null
}

function stepLink(
  binding: Binding,
  event: Extract<DealEvent, { attempt: string }>,
  context: DealContext,
): BindingStep {
  switch (event.type) {
    case 'link-ready':
      return {
        binding: { ...binding, stage: 'linked', uri: event.uri, expiresAt: event.expiresAt },
        effects: [],
        wakeAt: event.expiresAt,
      }
    case 'link-failed':
      return fail(binding, event.code)
    case 'session-refused':
      return fail(binding, refusalCode(event.reason))
    case 'session-settled':
      return settle(binding, event.session, context)
  }
}

function stepProof(
  binding: Binding,
  event: Extract<DealEvent, { prompt: PromptId }>,
  now: number,
): BindingStep | null {
  if (event.type === 'verified') {
    if (binding.stage !== 'verifying') return null
    return event.valid ? record(binding) : fail(binding, 'SIGNATURE_WRONG')
  }
  if (binding.stage !== 'proving') return null
  switch (event.type) {
    case 'published':
      return { binding: { ...binding, link: event.link }, effects: [], wakeAt: binding.expiresAt }
    case 'publish-failed':
      return fail(binding, event.code)
    case 'refused':
      return fail(binding, refusalCode(event.reason))
    case 'answered':
      return verify(binding, event.result, now)
    default:
      return null
  }
}

function expire(binding: Binding, now: number): BindingStep | null {
  if (binding.expiresAt === null) return null
  const isOpen = binding.stage === 'linked' || binding.stage === 'proving'
  // The clock was put back since it was set: it rings again at its time, or the binding would never end.
  if (now < binding.expiresAt) {
    return isOpen ? { binding, effects: [], wakeAt: binding.expiresAt } : null
  }
  if (binding.stage === 'linked') return fail(binding, 'BINDING_EXPIRED')
  return binding.stage === 'proving' ? fail(binding, 'WALLET_SILENT') : null
}

function isWaiting(binding: Binding): boolean {
  return binding.stage === 'linking' || binding.stage === 'linked'
}

function settle(binding: Binding, session: WalletSession, context: DealContext): BindingStep {
  const here = session.accounts.filter((each) => each.chainId === context.chainId)
  const account =
    here.find((each) => binding.expected.includes(each.account))?.account ?? here[0]?.account
  if (account === undefined) return fail(binding, 'WALLET_WRONG_CHAIN')

  const settled = {
    ...binding,
    uri: null,
    topic: session.topic,
    account,
    walletName: session.peer.name,
  }
  if (binding.expected.includes(account)) {
    return {
      binding: { ...settled, stage: 'bound' },
      effects: [{ type: 'reconnect', account, topic: session.topic }],
      wakeAt: null,
    }
  }

  const expiresAt = context.now + ANSWER_SECONDS
  const prompt = `${binding.attempt}:prove` as PromptId
  const text = challengeText({
    domain: new URL(context.site).host,
    uri: context.site,
    chainId: context.chainId,
    account,
    nonce: binding.nonce,
    issuedAt: context.now,
    expiresAt,
    person: context.person,
    botName: context.botName,
  })
  return {
    binding: { ...settled, stage: 'proving', prompt, challenge: text, expiresAt },
    effects: [
      {
        type: 'ask-wallet',
        prompt,
        topic: session.topic,
        question: { type: 'sign-message', account, text },
        expiresAt,
      },
    ],
    wakeAt: expiresAt,
  }
}

function verify(binding: Binding, signature: string, now: number): BindingStep {
  const { prompt, account, challenge, topic, expiresAt } = binding
  if (prompt === null || account === null || challenge === null || topic === null) {
    return fail(binding, 'UNEXPECTED')
  }
  if (expiresAt !== null && now > expiresAt) return fail(binding, 'BINDING_EXPIRED')
  return {
    binding: { ...binding, stage: 'verifying', signature },
    effects: [{ type: 'verify-signature', prompt, account, text: challenge, signature }],
    wakeAt: null,
  }
}

function record(binding: Binding): BindingStep {
  const { account, topic, challenge, signature } = binding
  if (account === null || topic === null || challenge === null || signature === null) {
    return fail(binding, 'UNEXPECTED')
  }
  return {
    binding: { ...binding, stage: 'bound' },
    effects: [{ type: 'bind', account, topic, challenge, signature }],
    wakeAt: null,
  }
}

function fail(binding: Binding, code: ErrorCode): BindingStep {
  return {
    binding: { ...binding, stage: 'failed', uri: null, failure: code },
    effects: [],
    wakeAt: null,
  }
}
