import type { ErrorCode, ErrorMeta } from '../errors.ts'
import type { Account, ChatId, DealId, PersonId } from '../ids.ts'
import type { Binding } from './binding.ts'
import type { DealContext } from './deal-context.ts'
import type { Effect } from './effect.ts'
import type { ChainFacts, DealEvent } from './event.ts'
import type { PromptedCall } from './prompted-call.ts'
import type { Subject } from './subject.ts'

export type { Subject } from './subject.ts'

/**
 * Something that takes time and ends in one proven account, one signature or one change on the chain.
 *
 * `offered` nothing asked yet · `binding` an account is being made known · `checking` stock, funds and allowance are
 * looked at · `calling` a wallet was asked · `done` it is in a block · `final` it is settled for good · `blocked` a
 * problem is shown and can be tried again · `ended` cancelled by the person. A change on the chain leads to `done`
 * from every stage, because the chain is the truth.
 */
export type Deal = {
  id: DealId
  person: { id: PersonId; name: string }
  chat: ChatId
  subject: Subject
  stage: 'offered' | 'binding' | 'checking' | 'calling' | 'done' | 'final' | 'blocked' | 'ended'
  binding: Binding | null
  account: Account | null
  topic: string | null
  call: PromptedCall | null
  /** Questions before that one which a wallet may still approve, the oldest first; left out while there are none. */
  earlier?: EarlierCall[]
  /** Who pays the network: our relayer where it may and will, else the person's wallet. */
  payer: 'relayer' | 'wallet'
  /** Counts changes of stage; a button of an older epoch only refreshes its card. */
  epoch: number
  /** How many questions and pairings this deal has begun; makes their ids unique. */
  count: number
  problem: { code: ErrorCode; meta: ErrorMeta } | null
  facts: ChainFacts
  /** The block that held it was taken back and it has not come again. */
  takenBack: boolean
}

/** A question that was put aside although a wallet may still approve it, and what the deal was about when it was asked. */
export type EarlierCall = { call: PromptedCall; subject: Subject }

/** A step: the next state, what to do about it, and when to look again (Unix seconds). */
export type DealStep = { deal: Deal; effects: Effect[]; wakeAt: number | null }

/** A pure rule: returns null when the event changes nothing. */
export type DealReducer = (deal: Deal, event: DealEvent, context: DealContext) => DealStep | null

/** A deal about which nothing was asked yet. */
export function offerDeal(input: {
  id: DealId
  person: { id: PersonId; name: string }
  chat: ChatId
  subject: Subject
  payer?: 'relayer' | 'wallet'
}): Deal {
  return {
    payer: 'wallet',
    ...input,
    stage: 'offered',
    binding: null,
    account: null,
    topic: null,
    call: null,
    epoch: 0,
    count: 0,
    problem: null,
    facts: { type: 'absent' },
    takenBack: false,
  }
}

/** The stage in full, with the part that is moving: `binding/proving`, `calling/asked`, `done`. */
export function fullStage(deal: Deal): string {
  if (deal.stage === 'binding' && deal.binding !== null) return `binding/${deal.binding.stage}`
  if (deal.stage === 'calling' && deal.call !== null) {
    return `calling/${deal.call.purpose}-${deal.call.stage}`
  }
  return deal.stage
}
