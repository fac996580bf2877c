import { errorTable } from '../errors.ts'
import type { PromptId } from '../ids.ts'
import type { Deal, EarlierCall } from './deal.ts'
import type { PromptedCall } from './prompted-call.ts'

/** More than anybody tries in a row; the oldest go first. */
const MOST_EARLIER = 10

/** May the call still reach the chain, as far as we know? Not what was declined, never got through, or reverted. */
export function mayStillCome(call: PromptedCall): boolean {
  if (call.purpose !== 'act') return false
  return call.failure === null || errorTable[call.failure.code].money === 'unknown'
}

/** Was a wallet ever asked for something that may be on the chain by now? */
export function hasAsked({ call, earlier = [] }: Deal): boolean {
  return call !== null || earlier.length > 0
}

/**
 * Makes room for another question. A wallet that was silent may still show the one before, and a secret that it would put on
 * the chain must not be lost: what may still come is kept, with its subject.
 */
export function putAside(deal: Deal): Deal {
  const { call, subject, earlier = [] } = deal
  if (call === null || !mayStillCome(call)) return { ...deal, call: null }
  return { ...deal, call: null, earlier: [...earlier, { call, subject }].slice(-MOST_EARLIER) }
}

/** The question put aside under this prompt; undefined when there is none. */
export function earlierCall(deal: Deal, prompt: PromptId): EarlierCall | undefined {
  return deal.earlier?.find(({ call }) => call.prompt === prompt)
}

/** Makes an earlier question the present one again, and puts the present one aside. */
export function takeUp(deal: Deal, { call, subject }: EarlierCall): Deal {
  const aside = putAside(deal)
  const earlier = (aside.earlier ?? []).filter((each) => each.call.prompt !== call.prompt)
  return { ...aside, earlier, call, subject }
}
