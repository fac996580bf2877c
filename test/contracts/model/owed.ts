import { amountOfPrice } from './price.ts'
import { seriesOf } from './rights.ts'
import type { State } from './state.ts'
import { isAlive } from './token.ts'

/** What the contract must have of a currency: the price of every living right in escrow, and all that waits. */
export function owedBy(state: State, currency: string): bigint {
  let owed = 0n
  for (const [id, right] of Object.entries(state.rights)) {
    if (!right.escrowed || !isAlive(right)) continue
    const { terms } = seriesOf(state, id)
    if (terms.currency === currency) owed += amountOfPrice(terms.price)
  }
  for (const [key, amount] of Object.entries(state.credits)) {
    if (key.startsWith(`${currency}>`)) owed += amount
  }
  return owed
}

/** All there is of a currency. */
export function sumOf(state: State, currency: string): bigint {
  let sum = 0n
  for (const [key, amount] of Object.entries(state.purses)) {
    if (key.startsWith(`${currency}>`)) sum += amount
  }
  return sum
}
