import type { Action, Call, CallBody } from '../model/actions.ts'
import { amountOf, NATIVE, type State } from '../model/state.ts'
import { step } from '../model/step.ts'
import { chooseDeed } from './choose-deed.ts'
import { chooseDeep, lastFor } from './choose-deep.ts'
import { choicesOfGetting } from './choose-getting.ts'
import { choicesOfPassingOn } from './choose-passing-on.ts'
import { choicesOfSelling } from './choose-selling.ts'
import { type Choice, Chooser, type Memory } from './chooser.ts'
import type { Dice } from './dice.ts'
import { functionWeights } from './function-weights.ts'

type FunctionName = CallBody['fn']

const choices: { readonly [F in FunctionName]: Choice<F> } = {
  ...choicesOfSelling,
  ...choicesOfPassingOn,
  ...choicesOfGetting,
}

const DEEDS_PERCENT = 6
const DEEP_PERCENT = 40
const DAY = 86_400
const MAX_TRIES = 10
const dull = ['WrongState', 'ERC721NonexistentToken', 'NothingToWithdraw']

/** The next action of a story: mostly one that the model says succeeds, otherwise anything. */
export function chooseAction(state: State, dice: Dice, memory: Memory): Action {
  const [wait, ending] = chooseWait(state, dice)
  const then = { ...state, time: state.time + wait }
  const deep = ending === null && dice.percent(DEEP_PERCENT) ? chooseDeep(then, dice) : null
  const on = new Chooser(then, dice, memory, ending ?? deep?.[0] ?? null)
  if (on.focus === null && dice.percent(DEEDS_PERCENT)) {
    return { ...chooseDeed(on, (by) => choosePlan(on, by)), wait }
  }
  // What has just ended, or is about to: as it was and as it counts are the two things to try.
  const last = ending === null ? null : lastFor(state.rights[ending]!.state, dice)
  const first = deep?.[1] ?? last ?? dice.weighted(functionWeights)
  return { ...chooseCall(on, first, ending === null && dice.percent(50)), wait }
}

/** A call of this function; of others when nothing comes of it. */
function chooseCall(on: Chooser, first: FunctionName, mustSucceed: boolean): Call {
  const { state, dice } = on
  let fn = first
  for (let tries = 1; ; tries += 1) {
    const call: Call = choices[fn](on)
    if (canPay(state, call)) {
      const { error } = step(state, { ...call, wait: 0 })
      // There is always much that a right's state does not allow; other refusals are worth more.
      const isDull = dull.includes(error ?? '') && dice.percent(85)
      const isWanted = error === null || !(mustSucceed || isDull)
      if (isWanted || tries >= MAX_TRIES) return call
    }
    if (tries % 3 === 0) fn = dice.weighted(functionWeights)
  }
}

/** What others' code calls from inside: things that anybody may try, with a good chance to matter. */
function choosePlan(on: Chooser, by: string): Call {
  const fn = on.dice.of([
    'buyRight',
    'buy',
    'take',
    'claim',
    'handOver',
    'handOver',
    'complete',
    'lapse',
    'refund',
    'withdraw',
    'withdrawTo',
    'transferFrom',
    'safeTransferFrom',
    'list',
    'request',
    'cancel',
    'setStaff',
    'setApprovalForAll',
  ] as const)
  const { value: _, ...call } = choices[fn](on)
  return { ...call, by } as Call
}

/** Seconds to go by: few, or exactly up to, before or after an end of some right, which the action is then about. */
function chooseWait(state: State, dice: Dice): [number, string | null] {
  const kind = dice.below(100)
  if (kind < 87) return [dice.between(1, 30), null]
  if (kind < 93) return [dice.between(1, 12_000), null]
  const isNear = (end: number) => end > state.time + 2 && end < state.time + 70 * DAY
  if (kind < 94) {
    const days = Object.values(state.series).flatMap(({ terms }) => [
      terms.saleEndDay * DAY,
      terms.redeemByDay * DAY,
    ])
    const near = days.filter(isNear).sort((one, other) => one - other)
    return near.length === 0 ? [1, null] : [toEnd(state, dice, dice.of(near.slice(0, 4))), null]
  }
  const ending = Object.entries(state.rights)
    .filter(([, { until }]) => isNear(until))
    .sort(([, one], [, other]) => one.until - other.until)
  const deep = ending.filter(([, right]) => ['shipped', 'disputed'].includes(right.state))
  const from = deep.length > 0 && dice.percent(25) ? deep : ending.slice(0, 6)
  if (from.length === 0) return [1, null]
  const [name, { until }] = dice.of(from)
  return [toEnd(state, dice, until), name]
}

function toEnd(state: State, dice: Dice, end: number): number {
  return end - state.time + dice.of([-1, 0, 0, 1])
}

function canPay(state: State, { by, value = 0n }: Call): boolean {
  return amountOf(state.purses, NATIVE, by) >= value
}
