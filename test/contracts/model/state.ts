import type { Call } from './actions.ts'
import type { ModelTerms, manners } from './terms.ts'

/**
 * What is known at one moment, in names instead of addresses and numbers: people, coins and contracts have names, a series
 * too, and a right is `series#serial`. Nothing in a state ever changes: every function of the model makes a new one.
 */
export type State = {
  /** Unix seconds. */
  readonly time: number
  /** Something that moves money is going on, and must not be entered again. */
  readonly locked: boolean
  readonly series: Book<Series>
  readonly rights: Book<Right>
  /** `owner>operator` */
  readonly operators: Book<boolean>
  /** `issuer>account` */
  readonly staff: Book<boolean>
  /** `currency>owner`: money that waits. */
  readonly credits: Book<bigint>
  /** `currency>owner`: what everybody has, the contract too. */
  readonly purses: Book<bigint>
  /** `coin>owner`: what the contract may pull. */
  readonly allowances: Book<bigint>
  readonly coins: Book<Coin>
  /** Accounts with code. */
  readonly actors: Book<Actor>
  /** How calls from inside of others' code ended, in order: an error's name or null. */
  readonly echoes: readonly (string | null)[]
}

/** How the model runs a call from inside of somebody else's code, and notes how it ended. */
export type Reenter = (state: State, caller: string, call: Call) => State

/** A table from names to something. */
export type Book<T> = Readonly<Record<string, T>>

/** The chain's own coin. */
export const NATIVE = 'native'
/** The contract itself, as an account. */
export const RIGHTS = 'rights'
/** The zero address: nobody. */
export const NOBODY = 'zero'
/** No commitment. */
export const NOTHING = 'none'

/** A published series; `redeemByDay` of the terms is the present one. */
export type Series = {
  readonly issuer: string
  readonly terms: ModelTerms
  readonly limit: number
  readonly sold: number
  readonly closed: boolean
  /** Everything that the id is a hash of. */
  readonly tie: string
}

/** The states of a right, in the order of their numbers on chain. */
export const stateNames = [
  'none',
  'held',
  'listed',
  'sent',
  'requested-pick-up',
  'requested-delivery',
  'accepted-pick-up',
  'accepted-delivery',
  'shipped',
  'disputed',
  'redeemed',
  'refunded',
  'lapsed',
  'settled',
] as const

/** One of them. */
export type StateName = (typeof stateNames)[number]

/** One right, as written down last; {@link State.time} may have made something else of it. */
export type Right = {
  readonly holder: string
  readonly state: StateName
  readonly approved: string | null
  /** A private taker, a claim key or a commitment. */
  readonly aux: string | null
  readonly unserved: boolean
  readonly escrowed: boolean
  readonly plain: boolean
  readonly nonce: number
  readonly until: number
  /** Packed. */
  readonly price: number
}

/** A coin and its habits. */
export type Coin = {
  readonly manner: (typeof manners)[number]
  /** What it keeps of each transfer. */
  readonly feeBps: number
  /** Cannot receive. */
  readonly shutOut: string
  /** What it calls, once, from inside the next transfer. */
  readonly plan: Call | null
  /** Knows permits and authorizations. */
  readonly isModern: boolean
  /** owner → how many permits were used. */
  readonly permits: Book<number>
  /** Used authorizations. */
  readonly spent: Book<boolean>
}

/** An account with code: whoever has its key signs for it. */
export type Actor = {
  readonly key: string
  readonly refusesMoney: boolean
  readonly refusesRights: boolean
  readonly plan: Call | null
}

/** The entry of a table, or zero. */
export function amountOf(book: Book<bigint>, currency: string, owner: string): bigint {
  return book[`${currency}>${owner}`] ?? 0n
}

/** The same table with another entry. */
export function withAmount(
  book: Book<bigint>,
  currency: string,
  owner: string,
  amount: bigint,
): Book<bigint> {
  return { ...book, [`${currency}>${owner}`]: amount }
}
