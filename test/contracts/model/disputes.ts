import type { CallOf } from './actions.ts'
import { demandValue, locked, payThird, release } from './payments.ts'
import { amountOfPrice } from './price.ts'
import { demand } from './refusal.ts'
import { currencyName } from './resale.ts'
import {
  alive,
  burn,
  daysAhead,
  enter,
  hasBegun,
  held,
  inState,
  seriesOf,
  signedNonce,
} from './rights.ts'
import { isByAccount, message, type Signed } from './signatures.ts'
import type { Reenter } from './state.ts'
import { NOBODY, RIGHTS, type Right, type State } from './state.ts'

/** Disputes a shipped good. */
export function dispute(state: State, call: CallOf<'dispute'>): State {
  const { right: id } = call
  const right = held(state, id, call.by)
  inState(id, right, 'shipped')
  demand(right.escrowed, 'NotInEscrow', id)
  demand(state.time < right.until, 'DeadlinePassed', id, right.until)
  const until = daysAhead(state, seriesOf(state, id).terms.disputeDays)
  return enter(state, id, right, { state: 'disputed', aux: right.aux, until })
}

/** Divides what is in escrow, by the arbiter. */
export function rule(state: State, call: CallOf<'rule'>, reenter: Reenter): State {
  const { right: id, toHolder } = call
  const right = alive(state, id)
  const { arbiter } = seriesOf(state, id).terms
  demand(arbiter !== NOBODY && call.by === arbiter, 'NotArbiter', id, call.by)
  inState(id, right, 'disputed')
  const toIssuer = rest(state, id, toHolder)
  demand(state.time < right.until, 'DeadlinePassed', id, right.until)
  return divide(state, id, right, toHolder, toIssuer, reenter)
}

/** Divides it as both parties have agreed. */
export function settle(state: State, call: CallOf<'settle'>, reenter: Reenter): State {
  const { right: id, toHolder, expiry, byHolder, byIssuer } = call
  const right = alive(state, id)
  inState(id, right, 'disputed')
  const toIssuer = rest(state, id, toHolder)
  demand(state.time < right.until, 'DeadlinePassed', id, right.until)
  demand(state.time < expiry, 'SignatureExpired', expiry)
  const nonce = signedNonce(id, right)
  const { holder } = right
  const { issuer } = seriesOf(state, id)
  const currency = currencyName(state, id)
  const wanted = { id, nonce, holder, issuer, currency, toHolder, toIssuer, expiry }
  const demandParty = (party: string, signed: Signed) => {
    const hasAgreed =
      call.by === party || isByAccount(state, party, signed, message('Settlement', wanted))
    demand(hasAgreed, 'SignatureInvalid', party)
  }
  demandParty(holder, byHolder)
  demandParty(issuer, byIssuer)
  return divide(state, id, right, toHolder, toIssuer, reenter)
}

/** Gives the series' price back to the present holder. */
export function refund(state: State, call: CallOf<'refund'>, reenter: Reenter): State {
  const { right: id, by, value } = call
  const right = alive(state, id)
  demand(mayRefund(state, id, right, by), 'NotRefundable', id, by)
  const { terms } = seriesOf(state, id)
  const price = amountOfPrice(terms.price)
  demandValue(terms.currency, right.escrowed ? 0n : price, value)
  const burned = burn(state, id, right, 'refunded')
  const from = right.escrowed ? RIGHTS : by
  return locked(burned, (inside) =>
    payThird(inside, terms.currency, from, right.holder, price, reenter),
  )
}

/** Ends a right that nobody asked for in time. */
export function lapse(state: State, call: CallOf<'lapse'>, reenter: Reenter): State {
  const { right: id } = call
  const right = alive(state, id)
  inState(id, right, 'held', 'listed', 'sent')
  const isLate = hasBegun(state, seriesOf(state, id).terms.redeemByDay)
  demand(isLate && !right.unserved, 'NotLapsed', id)
  return release(burn(state, id, right, 'lapsed'), id, right, right.holder, reenter)
}

function mayRefund(state: State, id: string, right: Right, caller: string): boolean {
  if (caller === seriesOf(state, id).issuer) return true
  if (right.state === 'disputed') return state.time >= right.until
  const isLeftUnserved = right.unserved && right.state === 'held'
  return isLeftUnserved && right.escrowed && caller === right.holder
}

function rest(state: State, id: string, toHolder: bigint): bigint {
  const price = amountOfPrice(seriesOf(state, id).terms.price)
  demand(toHolder <= price, 'SplitOutOfBounds', toHolder, price)
  return price - toHolder
}

/** All to one side counts as what it is; anything between is a settlement. */
function divide(
  state: State,
  id: string,
  right: Right,
  toHolder: bigint,
  toIssuer: bigint,
  reenter: Reenter,
): State {
  const oneSided = toHolder === 0n ? 'redeemed' : 'refunded'
  const outcome = toHolder !== 0n && toIssuer !== 0n ? 'settled' : oneSided
  const { issuer, terms } = seriesOf(state, id)
  const burned = burn(state, id, right, outcome)
  return locked(burned, (inside) => {
    const first = payThird(inside, terms.currency, RIGHTS, right.holder, toHolder, reenter)
    return payThird(first, terms.currency, RIGHTS, issuer, toIssuer, reenter)
  })
}
