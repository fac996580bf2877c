import { demand, refuse } from './refusal.ts'
import { type Right, type Series, type State, type StateName, stateNames } from './state.ts'

const MAX_NONCE = 2 ** 23 - 1
const MAX_UNTIL = 2 ** 32 - 1
const DAY = 86_400
const MAX_AHEAD = 366 * DAY

const runsOut: readonly StateName[] = [
  'listed',
  'sent',
  'requested-pick-up',
  'requested-delivery',
  'accepted-pick-up',
  'accepted-delivery',
]
const living: readonly StateName[] = ['held', ...runsOut, 'shipped', 'disputed']

/** States in which the issuer has been asked for the good and not yet sent it. */
export const asked: readonly StateName[] = runsOut.slice(2)
/** The first two of them. */
export const requested: readonly StateName[] = asked.slice(0, 2)
/** States in which a right can change hands by ERC-721. */
export const transferable: readonly StateName[] = ['held', 'listed']

/** The right as it counts at a time: what ran out is held again, with the next nonce. */
export function effective(right: Right, time: number): Right {
  if (!runsOut.includes(right.state) || time < right.until) return right
  const unserved = right.unserved || asked.includes(right.state)
  return { ...renewed(right), state: 'held', unserved }
}

/** A right that exists, as it counts now. */
export function alive(state: State, id: string): Right {
  const right = state.rights[id]
  if (right === undefined) return refuse('ERC721NonexistentToken', id)
  const now = effective(right, state.time)
  return living.includes(now.state) ? now : refuse('ERC721NonexistentToken', id)
}

/** The same, for what only the holder may do. */
export function held(state: State, id: string, caller: string): Right {
  const right = alive(state, id)
  demand(right.holder === caller, 'NotHolder', id, caller)
  return right
}

/** Only these states go on. */
export function inState(id: string, right: Right, ...allowed: readonly StateName[]): void {
  demand(allowed.includes(right.state), 'WrongState', id, stateNames.indexOf(right.state))
}

/** The series of a right that exists. */
export function seriesOf(state: State, id: string): Series {
  const series = state.series[id.slice(0, id.indexOf('#'))]
  if (series === undefined) throw new RangeError(`no series of ${id}`)
  return series
}

/** Only the issuer and the issuer's staff go on. */
export function atDesk(state: State, id: string, caller: string): void {
  const { issuer } = seriesOf(state, id)
  demand(caller === issuer || state.staff[`${issuer}>${caller}`] === true, 'NotDesk', id, caller)
}

/**
 * Another state of the same holder; approval, aux, price and until are as given or gone, the nonce grows. Having been left
 * unserved once stays.
 */
export function enter(state: State, id: string, right: Right, next: Partial<Right>): State {
  const entered = { ...renewed(right), ...next }
  demand(entered.until <= MAX_UNTIL, 'FieldSpill')
  return { ...state, rights: { ...state.rights, [id]: entered } }
}

/** The right in other hands: held, nothing of its state survives but having been left unserved. */
export function move(state: State, id: string, right: Right, to: string): State {
  return enter(state, id, right, { holder: to, state: 'held' })
}

/** The right's end; holder, outcome and time remain. */
export function burn(state: State, id: string, right: Right, outcome: StateName): State {
  return enter(state, id, right, { state: outcome, until: state.time % 2 ** 32, unserved: false })
}

/** New rights of a series for somebody, and their names. */
export function mint(
  state: State,
  series: string,
  quantity: number,
  to: string,
): [State, string[]] {
  const { terms, sold } = state.series[series]!
  const fresh: Right = {
    holder: to,
    state: 'held',
    approved: null,
    aux: null,
    unserved: false,
    escrowed: terms.payout === 'escrow',
    plain:
      terms.payout === 'direct' &&
      terms.currency === 'native' &&
      terms.royaltyBps === 0 &&
      terms.redeemByDay === 0,
    nonce: 0,
    until: 0,
    price: 0,
  }
  const ids = Array.from({ length: quantity }, (_, at) => `${series}#${sold + 1 + at}`)
  const minted = Object.fromEntries(ids.map((id) => [id, fresh]))
  const counted = { ...state.series[series]!, sold: sold + quantity }
  const all = { ...state.series, [series]: counted }
  return [{ ...state, series: all, rights: { ...state.rights, ...minted } }, ids]
}

/** An end that a caller chose lies ahead, and not too far. */
export function demandAhead(state: State, until: number): void {
  const isFine = until > state.time && until <= state.time + MAX_AHEAD
  demand(isFine, 'UntilOutOfBounds', until)
}

/** So many days from now. */
export function daysAhead(state: State, days: number): number {
  return state.time + days * DAY
}

/** Has a day begun? Day zero is none. */
export function hasBegun(state: State, day: number): boolean {
  return day !== 0 && state.time >= day * DAY
}

/** The nonce that a signature about a right must name. */
export function signedNonce(id: string, right: Right): number {
  demand(right.nonce !== MAX_NONCE, 'NonceExhausted', id)
  return right.nonce
}

function renewed(right: Right): Right {
  const nonce = Math.min(right.nonce + 1, MAX_NONCE)
  return { ...right, approved: null, aux: null, nonce, until: 0, price: 0 }
}
