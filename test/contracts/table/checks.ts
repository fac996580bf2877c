import { ZeroAddress } from 'ethers'
import { rightStates, type WordState } from '../../../src/domain/right-word.ts'
import { DAY_SECONDS } from '../../../src/domain/terms.ts'
import type { Ask, Payment } from './ask.ts'
import { nothingOfAState, type RightFacts } from './right-facts.ts'

/** What a check looks at, in the order in which `Rights` promises to look. */
export const checkKinds = [
  'exists',
  'caller',
  'state',
  'values',
  'clock',
  'signature',
  'receiver',
  'money',
  'asked',
] as const

/** One reason to refuse. */
export type Check = {
  readonly kind: (typeof checkKinds)[number]
  readonly error: string
  readonly fails: (ask: Ask) => boolean
  readonly args: (ask: Ask) => readonly unknown[]
  /** When it refuses, in words; empty where the error's name says it all. */
  readonly when: string
}

/** Who may do what when, and what comes of it. */
export type Rule = {
  readonly does: string
  /** One line on time. */
  readonly clock: string
  /** The first that fails is the answer. */
  readonly checks: readonly Check[]
  readonly becomes: (ask: Ask) => RightFacts
  readonly pays: (ask: Ask) => readonly Payment[]
}

type Role = 'holder' | 'issuer' | 'staff' | 'arbiter' | 'approved' | 'operator'

const hasRole: Readonly<Record<Role, (ask: Ask) => boolean>> = {
  holder: ({ caller, right }) => caller === right.holder,
  issuer: ({ caller, series }) => caller === series.issuer,
  staff: ({ caller, people }) => caller === people.staff,
  arbiter: ({ caller, series }) => caller === series.arbiter,
  approved: ({ caller, right }) => caller === right.approved,
  operator: ({ caller, people }) => caller === people.operator,
}

const idOf = ({ right }: Ask) => right.id
const stateNumber = ({ right }: Ask) => rightStates.indexOf(right.state)
const alive = rightStates.slice(rightStates.indexOf('held'), rightStates.indexOf('redeemed'))

/** Any check, spelled out. */
export const check = (
  kind: Check['kind'],
  error: string,
  when: string,
  fails: Check['fails'],
  args: Check['args'] = (ask) => [idOf(ask)],
): Check => ({ kind, error, when, fails, args })

/** Minted and not burned. */
export const exists = check(
  'exists',
  'ERC721NonexistentToken',
  '',
  ({ right }) => !alive.includes(right.state),
)

/** Only these callers go on. */
export const only = (error: string, ...roles: readonly Role[]) =>
  check(
    'caller',
    error,
    '',
    (ask) => !roles.some((role) => hasRole[role](ask)),
    (ask) => (error === 'ERC721InvalidApprover' ? [ask.caller] : [idOf(ask), ask.caller]),
  )

/** The holder alone: no operator, no approved account. */
export const onlyHolder = only('NotHolder', 'holder')
/** The issuer and the issuer's staff. */
export const onlyDesk = only('NotDesk', 'issuer', 'staff')

/** Only in these states. */
export const onlyIn = (...states: readonly WordState[]) =>
  check(
    'state',
    'WrongState',
    '',
    ({ right }) => !states.includes(right.state),
    (ask) => [idOf(ask), stateNumber(ask)],
  )

/** ERC-721 calls the same thing a lock. */
export const transferable = check(
  'state',
  'RightLocked',
  '',
  ({ right }) => right.state !== 'held' && right.state !== 'listed',
  (ask) => [idOf(ask), stateNumber(ask)],
)

const isCanonical = (packed: number) => {
  const mantissa = packed % 2 ** 27
  return mantissa !== 0 && (mantissa % 10 !== 0 || Math.floor(packed / 2 ** 27) === 31)
}

/** A price has one form; zero has none unless it may be a gift. */
export const priceInForm = (mayBeZero: boolean) =>
  check(
    'values',
    'PriceOutOfForm',
    mayBeZero ? 'price above zero not in its one form' : 'price zero or not in its one form',
    ({ given }) => !(mayBeZero && given.packedPrice === 0) && !isCanonical(given.packedPrice),
    ({ given }) => [given.packedPrice],
  )

/** The end that the caller chose lies ahead, at most 366 days. */
export const untilAhead = check(
  'values',
  'UntilOutOfBounds',
  'end not ahead, or more than 366 days',
  ({ given, time }) =>
    given.until <= BigInt(time) || given.until > BigInt(time) + 366n * BigInt(DAY_SECONDS),
  ({ given }) => [given.until],
)

/** Resale, claim and asking end on the redeem-by day; asking does not for who was left unserved. */
export const beforeRedeemBy = (given: { unlessUnserved: boolean }) =>
  check(
    'clock',
    'PastRedeemBy',
    given.unlessUnserved
      ? 'from the redeem-by day on, unless unserved'
      : 'from the redeem-by day on',
    ({ right, series, time }) =>
      !(given.unlessUnserved && right.unserved) && isPastRedeemBy(series.redeemBy, time),
  )

/** Has the day begun? Never, where there is none. */
export const isPastRedeemBy = (redeemBy: number | null, time: number) =>
  redeemBy !== null && time >= redeemBy

/** What was signed is not over. */
export const notExpired = check(
  'clock',
  'SignatureExpired',
  'at its end or later',
  ({ given, time }) => BigInt(time) >= given.expiry,
  ({ given }) => [given.expiry],
)

/** What was signed at a desk is not over, and was signed for at most ten minutes. */
export const atOnce = check(
  'clock',
  'SignatureExpired',
  'at its end or later, or its end more than 10 minutes ahead',
  ({ given, time }) => BigInt(time) >= given.expiry || given.expiry > BigInt(time) + 600n,
  ({ given }) => [given.expiry],
)

/** The state's own deadline has not passed. */
export const beforeDeadline = check(
  'clock',
  'DeadlinePassed',
  "at the state's end or later",
  ({ right, time }) => time >= right.until,
  (ask) => [idOf(ask), ask.right.until],
)

/** Nobody is not somebody. */
export const toSomebody = check(
  'receiver',
  'ERC721InvalidReceiver',
  'nobody named',
  ({ given }) => given.to === ZeroAddress,
  ({ given }) => [given.to],
)

/** The chain's own coin comes with the call exactly; none for a series in another coin. */
export const exactValue = (due: (ask: Ask) => bigint) =>
  check(
    'money',
    'WrongValue',
    'not exactly what is due',
    (ask) => ask.given.value !== valueDue(ask, due(ask)),
    (ask) => [valueDue(ask, due(ask)), ask.given.value],
  )

/** What of an amount must come with the call. */
export const valueDue = ({ series }: Pick<Ask, 'series'>, amount: bigint) =>
  series.currency === null ? amount : 0n

/** A contract that gets a right from somebody else says that it takes it. */
export const takesIt = check(
  'asked',
  'ERC721InvalidReceiver',
  'a contract that does not take it',
  ({ given, noReceiver }) => given.to === noReceiver,
  ({ given }) => [given.to],
)

/** The right under the next nonce, with nothing of the state that is over but having been left unserved. */
export const next = (
  { right }: Ask,
  state: WordState,
  rest: Partial<RightFacts> = {},
): RightFacts => ({
  ...right,
  ...nothingOfAState,
  nonce: right.nonce + 1,
  state,
  ...rest,
})

/** Held by somebody. */
export const heldBy = (ask: Ask, holder: RightFacts['holder']) => next(ask, 'held', { holder })

/** Burned, at this second. */
export const burned = (ask: Ask, outcome: WordState) =>
  next(ask, outcome, { until: ask.time, unserved: false })

/** So many days from now. */
export const inDays = ({ time }: Ask, count: number) => time + count * DAY_SECONDS

/** The escrow of a burned right, whole. */
export const escrowTo = ({ series }: Ask, to: RightFacts['holder']): readonly Payment[] =>
  series.escrow ? [{ from: null, to, amount: series.price }] : []

/** Nothing moves. */
export const free = (): readonly Payment[] => []
