import type { Action } from './actions.ts'
import { owedBy, sumOf } from './owed.ts'
import { effective } from './rights.ts'
import type { Signed } from './signatures.ts'
import { amountOf, NATIVE, RIGHTS, type State, type StateName } from './state.ts'
import type { Outcome } from './step.ts'

const MAX_NONCE = 2 ** 23 - 1

const whileAsked = ['accept', 'refuse', 'confirm', 'handOver', 'handOverMany', 'refund']
/** What alone may change a locked right before its deadline; a dispute ends by refund after it. */
const exits: Partial<Record<StateName, readonly Action['fn'][]>> = {
  sent: ['claim', 'handOverGift', 'takeBack', 'refund', 'lapse'] as Action['fn'][],
  'requested-pick-up': [...whileAsked, 'withdrawRequest'] as Action['fn'][],
  'requested-delivery': [...whileAsked, 'withdrawRequest'] as Action['fn'][],
  'accepted-pick-up': ['refuse', 'confirm', 'handOver', 'handOverMany', 'refund'],
  'accepted-delivery': ['refuse', 'confirm', 'handOver', 'handOverMany', 'refund', 'ship'],
  shipped: ['confirm', 'handOver', 'handOverMany', 'complete', 'dispute', 'refund'],
  disputed: ['rule', 'settle', 'handOver', 'handOverMany', 'refund'],
}

/** What must hold whatever happens; says what does not. One for each story, because it remembers. */
export class Invariants {
  readonly #honest: readonly string[]
  readonly #used = new Set<string>()

  constructor(honestCoins: readonly string[]) {
    this.#honest = [NATIVE, ...honestCoins]
  }

  /** Looks at one action. */
  check(before: State, action: Action, { state, error }: Outcome): string | null {
    if (error !== null || action.fn === 'age') return null
    const changed = Object.keys(state.rights).filter(
      (name) => state.rights[name] !== before.rights[name],
    )
    // What was called from inside is somebody else's action.
    const isPlain = state.echoes.length === 0
    return (
      this.#checkMoney(before, action, state) ??
      checkCounts(state) ??
      (isPlain ? checkRights(before, action, state, changed) : null) ??
      this.#checkSignature(before, action)
    )
  }

  /** Every currency that keeps its word covers what is owed in it, and nothing is made or lost. */
  #checkMoney(before: State, action: Action, after: State): string | null {
    if (before.purses === after.purses && before.rights === after.rights) return null
    for (const currency of this.#honest) {
      const spare = (state: State) =>
        amountOf(state.purses, currency, RIGHTS) - owedBy(state, currency)
      const gained = spare(after) - spare(before)
      if (gained < 0n) return `${currency} is short by ${-gained}`
      if (gained > 0n && !isGift(before, action)) return `${gained} of ${currency} is nobody's`
      const made = sumOf(after, currency) - sumOf(before, currency)
      if (made !== 0n && action.fn !== 'force') return `${made} of ${currency} from nowhere`
    }
    return null
  }

  /** A signature works once. */
  #checkSignature(before: State, action: Action): string | null {
    const signed = signatureIn(before, action)
    if (signed === null) return null
    const key = JSON.stringify(signed, (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    if (this.#used.has(key)) return `used twice: ${key}`
    this.#used.add(key)
    return null
  }
}

/** Serials are minted once, in order, and not above the limit. */
function checkCounts(state: State): string | null {
  for (const [name, { sold, limit, terms }] of Object.entries(state.series)) {
    if (sold > limit || limit > terms.supply) return `${name} outgrew its limit`
    if (sold > 0 && state.rights[`${name}#${sold}`] === undefined)
      return `${name}#${sold} is missing`
    if (state.rights[`${name}#${sold + 1}`] !== undefined) return `${name}#${sold + 1} is too many`
  }
  return null
}

/** Only named rights change; locked ones by their own exits; each change of holder or state counts. */
function checkRights(
  before: State,
  action: Action,
  after: State,
  changed: readonly string[],
): string | null {
  const named = namedBy(action)
  for (const name of changed) {
    const old = before.rights[name]
    if (old === undefined) continue
    if (!named.includes(name)) return `${name} changed unasked`
    const was = effective(old, after.time)
    const is = after.rights[name]!
    const isMoved = was.holder !== is.holder || was.state !== is.state
    if (isMoved && is.nonce <= was.nonce && was.nonce !== MAX_NONCE) return `${name} kept its nonce`
    const allowed = exits[was.state]
    if (allowed !== undefined && !allowed.includes(action.fn)) {
      return `${name} left ${was.state} by ${action.fn}`
    }
  }
  return null
}

function namedBy(action: Action): readonly string[] {
  if (action.fn === 'takeOffer') return [action.offer.right]
  if (action.fn === 'requestAccepted') return [action.acceptance.right]
  if ('rights' in action) return action.rights
  return 'right' in action ? [action.right] : []
}

/** Money for the contract itself stays there: whoever sends it there has given it away. */
function isGift(before: State, action: Action): boolean {
  if (action.fn === 'force' || JSON.stringify(action, replaceBigints).includes(`"${RIGHTS}"`)) {
    return true
  }
  return namedBy(action).some((name) => before.rights[name]?.holder === RIGHTS)
}

function replaceBigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

/** The signature without which an action would not have worked. */
function signatureIn(before: State, action: Action): Signed | null {
  if (action.fn === 'claim') {
    return before.rights[action.right]?.aux === action.by ? null : action.signed
  }
  const isSigned =
    action.fn === 'takeOffer' ||
    action.fn === 'requestAccepted' ||
    action.fn === 'redeem' ||
    action.fn === 'handOverGift'
  return isSigned ? action.signed : null
}
