import type { Action, Call, CallBody, CallOf, Deed } from './actions.ts'
import { buy, buyRight, buyWithAuthorization, buyWithPermit } from './buying.ts'
import { shift } from './coins.ts'
import { happen } from './deeds.ts'
import { dispute, lapse, refund, rule, settle } from './disputes.ts'
import { withdraw, withdrawTo } from './payments.ts'
import { close, extend, publish, publishMany, raiseLimit, setStaff } from './publishing.ts'
import {
  accept,
  complete,
  confirm,
  handOver,
  handOverMany,
  redeem,
  refuseRequest,
  request,
  requestAccepted,
  requestMany,
  ship,
  withdrawRequest,
} from './redemption.ts'
import { Refusal, refuse } from './refusal.ts'
import { cancel, list, take, takeOffer, unlist } from './resale.ts'
import { claim, handOverGift, send, sendMany, takeBack } from './sending.ts'
import type { Reenter } from './state.ts'
import { NATIVE, RIGHTS, type State } from './state.ts'
import { approve, safeTransferFrom, setApprovalForAll, transferFrom } from './token.ts'

/** How an action ends. `args` is null where the model does not say which. */
export type Outcome =
  | { readonly state: State; readonly error: null; readonly args: null }
  | { readonly state: State; readonly error: string; readonly args: readonly unknown[] | null }

type Rule<F extends CallBody['fn']> = (state: State, call: CallOf<F>, reenter: Reenter) => State

const rules: { readonly [F in CallBody['fn']]: Rule<F> } = {
  publish,
  publishMany,
  close,
  raiseLimit,
  extend,
  setStaff,
  buyRight,
  buy,
  buyWithPermit,
  buyWithAuthorization,
  list,
  unlist,
  take,
  takeOffer,
  cancel,
  send,
  sendMany,
  takeBack,
  claim,
  handOverGift,
  request,
  requestMany,
  requestAccepted,
  withdrawRequest,
  accept,
  refuse: refuseRequest,
  ship,
  confirm,
  complete,
  handOver,
  handOverMany,
  redeem,
  dispute,
  rule,
  settle,
  refund,
  lapse,
  withdraw,
  withdrawTo,
  transferFrom,
  safeTransferFrom,
  approve,
  setApprovalForAll,
}

/** All functions that change something. */
export const callNames = Object.keys(rules) as readonly CallBody['fn'][]

const payable: readonly string[] = [
  'buyRight',
  'buy',
  'take',
  'takeOffer',
  'claim',
  'requestAccepted',
  'refund',
]

/** The state after an action. An action that is refused changes nothing; time goes on all the same. */
export function step(before: State, action: Action): Outcome {
  const state = { ...before, time: before.time + action.wait, echoes: [] }
  if (!isCall(action)) return { state: happen(state, action), error: null, args: null }
  try {
    return { state: run(state, action), error: null, args: null }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { state, error: thrown.error, args: thrown.args }
  }
}

/** Is it a call of the contract? */
export function isCall(action: Call | Deed): action is Call {
  return action.fn in rules
}

function run(state: State, call: Call): State {
  const value = call.value ?? 0n
  // The compiler's own check: no error, no data.
  if (value !== 0n && !payable.includes(call.fn)) refuse('')
  const paid = value === 0n ? state : shift(state, NATIVE, call.by, RIGHTS, value, value)
  return (rules[call.fn] as Rule<typeof call.fn>)(paid, call as never, reenter)
}

function reenter(state: State, caller: string, call: Call): State {
  try {
    const after = run(state, { ...call, by: caller, value: 0n })
    return { ...after, echoes: [...after.echoes, null] }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { ...state, echoes: [...state.echoes, thrown.error] }
  }
}
