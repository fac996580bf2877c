import type { CallOf } from './actions.ts'
import { pull, push } from './coins.ts'
import { amountOfPrice } from './price.ts'
import { demand } from './refusal.ts'
import { seriesOf } from './rights.ts'
import type { Reenter } from './state.ts'
import { amountOf, NATIVE, RIGHTS, type Right, type State, withAmount } from './state.ts'

/** Pays waiting money to its owner. */
export function withdraw(state: State, call: CallOf<'withdraw'>, reenter: Reenter): State {
  return payOut(state, call.currency, call.owner, call.owner, reenter)
}

/** Pays the caller's waiting money to another address. */
export function withdrawTo(state: State, call: CallOf<'withdrawTo'>, reenter: Reenter): State {
  return payOut(state, call.currency, call.by, call.to, reenter)
}

/** Runs what moves money; nothing that moves money can be entered from inside. */
export function locked(state: State, body: (inside: State) => State): State {
  demand(!state.locked, 'Reentered')
  return { ...body({ ...state, locked: true }), locked: false }
}

/** The chain's own coin comes with the call, exactly; for any other none does. */
export function demandValue(currency: string, due: bigint, given: bigint | undefined): void {
  const expected = currency === NATIVE ? due : 0n
  demand((given ?? 0n) === expected, 'WrongValue', expected, given ?? 0n)
}

/** To the counterparty: a coin that cannot reach it ends the deal; the chain's own coin waits. */
export function pay(
  state: State,
  currency: string,
  from: string,
  to: string,
  amount: bigint,
  reenter: Reenter,
): State {
  const attempt = moves(state, currency, from, to, amount, reenter)
  if (attempt.paid) return attempt.state
  demand(currency === NATIVE, 'CoinRefused', currency)
  return credit(attempt.state, currency, to, amount)
}

/** To somebody who must not be able to stop others: what cannot be paid waits here. */
export function payThird(
  state: State,
  currency: string,
  from: string,
  to: string,
  amount: bigint,
  reenter: Reenter,
): State {
  if (amount === 0n) return state
  const attempt = moves(state, currency, from, to, amount, reenter)
  if (attempt.paid) return attempt.state
  const isHere = currency === NATIVE || from === RIGHTS
  const taken = isHere ? attempt.state : takeIn(attempt.state, currency, from, amount, reenter)
  return credit(taken, currency, to, amount)
}

/** A coin into the contract: all of it, or nothing happens. */
export function takeIn(
  state: State,
  currency: string,
  from: string,
  amount: bigint,
  reenter: Reenter,
): State {
  const before = amountOf(state.purses, currency, RIGHTS)
  const attempt = pull(state, currency, from, RIGHTS, amount, reenter)
  demand(attempt.paid, 'CoinRefused', currency)
  const now = amountOf(attempt.state.purses, currency, RIGHTS)
  demand(now - before === amount, 'CoinRefused', currency)
  return attempt.state
}

/** What is in escrow for a burned right, whole, to one payee; null is the issuer. */
export function release(
  state: State,
  id: string,
  right: Right,
  to: string | null,
  reenter: Reenter,
): State {
  if (!right.escrowed) return state
  const { issuer, terms } = seriesOf(state, id)
  // Nothing is left to be done after this payment, so it may be the last of an open call, and starts no lock.
  demand(!state.locked, 'Reentered')
  return payThird(state, terms.currency, RIGHTS, to ?? issuer, amountOfPrice(terms.price), reenter)
}

function moves(
  state: State,
  currency: string,
  from: string,
  to: string,
  amount: bigint,
  reenter: Reenter,
) {
  const isHere = currency === NATIVE || from === RIGHTS
  return isHere
    ? push(state, currency, to, amount, reenter)
    : pull(state, currency, from, to, amount, reenter)
}

function credit(state: State, currency: string, owner: string, amount: bigint): State {
  const waiting = amountOf(state.credits, currency, owner)
  return { ...state, credits: withAmount(state.credits, currency, owner, waiting + amount) }
}

function payOut(
  state: State,
  currency: string,
  owner: string,
  to: string,
  reenter: Reenter,
): State {
  return locked(state, (inside) => {
    const amount = amountOf(inside.credits, currency, owner)
    demand(amount !== 0n, 'NothingToWithdraw', owner, currency)
    const credits = withAmount(inside.credits, currency, owner, 0n)
    const attempt = push({ ...inside, credits }, currency, to, amount, reenter)
    demand(attempt.paid, 'PayeeRefused', to)
    return attempt.state
  })
}
