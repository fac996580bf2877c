import type { CallBody } from '../model/actions.ts'
import { effective } from '../model/rights.ts'
import type { Right, State, StateName } from '../model/state.ts'
import type { Dice } from './dice.ts'

type FunctionName = CallBody['fn']

/** What may be done next with a right in a state; the way into depth more than once. */
const fitting: Partial<Record<StateName, readonly FunctionName[]>> = {
  held: ['request', 'request', 'requestAccepted', 'send', 'list', 'redeem', 'refund', 'lapse'],
  listed: ['take', 'take', 'take', 'list', 'unlist', 'transferFrom'],
  sent: ['claim', 'claim', 'claim', 'handOverGift', 'takeBack'],
  'requested-pick-up': ['accept', 'accept', 'refuse', 'handOver', 'withdrawRequest'],
  'requested-delivery': ['accept', 'accept', 'accept', 'accept', 'refuse', 'withdrawRequest'],
  'accepted-pick-up': ['handOver', 'confirm', 'refuse'],
  'accepted-delivery': ['ship', 'ship', 'ship', 'ship', 'handOver', 'refuse'],
  shipped: ['dispute', 'dispute', 'dispute', 'dispute', 'complete', 'confirm', 'handOver'],
  disputed: ['rule', 'rule', 'settle', 'settle', 'settle', 'handOver', 'refund'],
}

/** What an end is about: right before and right after it, one of these works. */
const atTheEnd: Partial<Record<StateName, readonly FunctionName[]>> = {
  listed: ['take', 'unlist', 'request'],
  sent: ['claim', 'takeBack', 'list'],
  'requested-pick-up': ['accept', 'withdrawRequest', 'refund', 'list'],
  'requested-delivery': ['accept', 'withdrawRequest', 'refund', 'list'],
  'accepted-pick-up': ['handOver', 'confirm', 'refund', 'request'],
  'accepted-delivery': ['ship', 'confirm', 'refund', 'request'],
  shipped: ['complete', 'complete', 'dispute'],
  disputed: ['rule', 'refund', 'settle', 'handOver'],
}

/** The deepest first: they are rare. */
const depths: readonly (readonly [StateName, number])[] = [
  ['disputed', 75],
  ['shipped', 60],
  ['accepted-delivery', 50],
  ['requested-delivery', 40],
  ['sent', 40],
  ['listed', 40],
]

/** A right that has come far, and what may be done with it next. */
export function chooseDeep(state: State, dice: Dice): [string, FunctionName] | null {
  const found = new Map<StateName, string[]>()
  for (const [name, stored] of Object.entries(state.rights)) {
    const right = effective(stored, state.time)
    const place = placeOf(right)
    if (place !== null) found.set(place, [...(found.get(place) ?? []), name])
  }
  for (const [depth, percent] of depths) {
    const names = found.get(depth)
    if (names !== undefined && dice.percent(percent)) return [dice.of(names), nextFor(depth, dice)]
  }
  return null
}

/** Something to do with a right in a state. */
function nextFor(state: StateName, dice: Dice): FunctionName {
  return dice.of(fitting[state] ?? ['lapse', 'handOver', 'transferFrom', 'request', 'refund'])
}

/** Something to do with a right whose state is about to end, or just has. */
export function lastFor(state: StateName, dice: Dice): FunctionName {
  return dice.of(atTheEnd[state] ?? ['lapse', 'transferFrom', 'request'])
}

/** Where a right counts; one that cannot be disputed does not as shipped, having its way out before it. */
function placeOf(right: Right): StateName | null {
  return right.state === 'shipped' && !right.escrowed ? null : right.state
}
