import type { Reenter } from './state.ts'
import { amountOf, NATIVE, NOBODY, RIGHTS, type State, withAmount } from './state.ts'

/** What became of an attempt to move money. `paid` is what the contract believes, from the coin's answer. */
export type Attempt = { readonly state: State; readonly paid: boolean }

/** Sends from the contract. */
export function push(
  state: State,
  currency: string,
  to: string,
  amount: bigint,
  reenter: Reenter,
): Attempt {
  if (currency !== NATIVE)
    return answered(state, currency, transfer(state, currency, RIGHTS, to, amount, reenter))
  const has = amountOf(state.purses, NATIVE, RIGHTS)
  if (!acceptsMoney(state, to) || has < amount) return { state, paid: false }
  return { state: shift(state, NATIVE, RIGHTS, to, amount, amount), paid: true }
}

/** Moves a coin by allowance. */
export function pull(
  state: State,
  coin: string,
  from: string,
  to: string,
  amount: bigint,
  reenter: Reenter,
): Attempt {
  const allowed = amountOf(state.allowances, coin, from)
  if (allowed < amount) return { state, paid: false }
  const allowances = withAmount(state.allowances, coin, from, allowed - amount)
  const spent = { ...state, allowances }
  return answered(state, coin, transfer(spent, coin, from, to, amount, reenter))
}

/** A coin's move, as its habits have it; null when it reverted. */
export function transfer(
  state: State,
  coin: string,
  from: string,
  to: string,
  amount: bigint,
  reenter: Reenter,
): State | null {
  const habits = state.coins[coin]
  // Whatever else has code knows no such call.
  if (habits === undefined) return null
  if (to === NOBODY || to === habits.shutOut) return null
  let next = state
  if (habits.plan !== null) {
    next = { ...next, coins: { ...next.coins, [coin]: { ...habits, plan: null } } }
    next = reenter(next, coin, habits.plan)
  }
  if (habits.manner === 'revert') return null
  if (habits.manner === 'false') return next
  if (amountOf(next.purses, coin, from) < amount) return null
  const arriving = amount - (amount * BigInt(habits.feeBps)) / 10_000n
  return shift(next, coin, from, to, amount, arriving)
}

/** Does the account take the chain's own coin? Contracts do where they say so. */
export function acceptsMoney(state: State, account: string): boolean {
  const actor = state.actors[account]
  return actor === undefined ? !isPlainContract(state, account) : !actor.refusesMoney
}

/** Does the account take a right, when it is asked? */
export function acceptsRight(state: State, account: string): boolean {
  const actor = state.actors[account]
  return actor === undefined ? !isPlainContract(state, account) : !actor.refusesRights
}

/** Has it code that can do nothing but its own thing? */
export function isPlainContract(state: State, account: string): boolean {
  return account === RIGHTS || state.coins[account] !== undefined
}

/** Takes an amount from one and gives what arrives to another. */
export function shift(
  state: State,
  currency: string,
  from: string,
  to: string,
  leaving: bigint,
  arriving: bigint,
): State {
  const less = withAmount(
    state.purses,
    currency,
    from,
    amountOf(state.purses, currency, from) - leaving,
  )
  return {
    ...state,
    purses: withAmount(less, currency, to, amountOf(less, currency, to) + arriving),
  }
}

/** A coin that reverted has done nothing; one that answers anything but true or nothing is not believed. */
function answered(before: State, coin: string, after: State | null): Attempt {
  if (after === null) return { state: before, paid: false }
  const manner = before.coins[coin]?.manner ?? 'revert'
  return { state: after, paid: ['true', 'nothing', 'bomb'].includes(manner) }
}
