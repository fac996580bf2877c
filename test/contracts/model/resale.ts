import type { CallOf } from './actions.ts'
import { demandValue, locked, pay, payThird } from './payments.ts'
import { amountOfPrice, isCanonical, partOf } from './price.ts'
import { demand } from './refusal.ts'
import {
  alive,
  demandAhead,
  enter,
  hasBegun,
  held,
  inState,
  move,
  seriesOf,
  signedNonce,
} from './rights.ts'
import { isByAccount, message } from './signatures.ts'
import type { Reenter } from './state.ts'
import { NATIVE, NOBODY, type Right, type State } from './state.ts'
import { askReceiver } from './token.ts'

/** Offers a held right, or changes the offer. */
export function list(state: State, call: CallOf<'list'>): State {
  const { right: id, by, price, taker, until } = call
  const right = held(state, id, by)
  inState(id, right, 'held', 'listed')
  demand(isCanonical(price), 'PriceOutOfForm', price)
  demandAhead(state, until)
  const aux = taker === NOBODY ? null : taker
  return enter(state, id, right, { state: 'listed', price, aux, until })
}

/** Takes an offer back. */
export function unlist(state: State, call: CallOf<'unlist'>): State {
  const right = held(state, call.right, call.by)
  inState(call.right, right, 'listed')
  return enter(state, call.right, right, { state: 'held' })
}

/** Ends every signed message about a right. */
export function cancel(state: State, call: CallOf<'cancel'>): State {
  const right = held(state, call.right, call.by)
  inState(call.right, right, 'held')
  return enter(state, call.right, right, {})
}

/** Buys a listed right. */
export function take(state: State, call: CallOf<'take'>, reenter: Reenter): State {
  const { right: id, nonce, maxPrice, to } = call
  const right = alive(state, id)
  inState(id, right, 'listed')
  demand(right.nonce === nonce, 'NonceStale', id, right.nonce)
  demand(right.aux === null || right.aux === to, 'NotTaker', id, to)
  const price = amountOfPrice(right.price)
  demand(price <= maxPrice, 'PriceAboveMaximum', price)
  demandBeforeRedeemBy(state, id)
  return resell(state, { ...call, price, to }, right, reenter)
}

/** Buys a held right on its holder's signature. */
export function takeOffer(state: State, call: CallOf<'takeOffer'>, reenter: Reenter): State {
  const { right: id, taker, price, until } = call.offer
  const { signed, to } = call
  const right = alive(state, id)
  inState(id, right, 'held')
  demand(taker === NOBODY || taker === to, 'NotTaker', id, to)
  demand(price !== 0n, 'PriceOutOfForm', 0)
  demand(state.time < until, 'SignatureExpired', until)
  demandBeforeRedeemBy(state, id)
  const nonce = signedNonce(id, right)
  const { holder } = right
  const currency = currencyName(state, id)
  const wanted = message('Offer', { id, nonce, holder, taker, currency, price, until })
  demand(isByAccount(state, holder, signed, wanted), 'SignatureInvalid', holder)
  return resell(state, { ...call, right: id, price, to }, right, reenter)
}

/** The right moves; the caller pays the royalty to the issuer and the rest to the holder. */
export function resell(
  state: State,
  deal: { right: string; by: string; value?: bigint; price: bigint; to: string },
  right: Right,
  reenter: Reenter,
): State {
  const { right: id, by, value, price, to } = deal
  demand(to !== NOBODY, 'ERC721InvalidReceiver', to)
  const { issuer, terms } = seriesOf(state, id)
  return locked(state, (inside) => {
    const moved = move(inside, id, right, to)
    demandValue(terms.currency, price, value)
    const royalty = partOf(price, terms.royaltyBps)
    const shared = payThird(moved, terms.currency, by, issuer, royalty, reenter)
    const paid =
      price === 0n
        ? shared
        : pay(shared, terms.currency, by, right.holder, price - royalty, reenter)
    return to === by ? paid : askReceiver(paid, to, reenter)
  })
}

/** Resale ends on the redeem-by day. */
export function demandBeforeRedeemBy(state: State, id: string): void {
  demand(!hasBegun(state, seriesOf(state, id).terms.redeemByDay), 'PastRedeemBy', id)
}

/** The currency as it stands in signed messages: zero for the chain's own. */
export function currencyName(state: State, id: string): string {
  const { currency } = seriesOf(state, id).terms
  return currency === NATIVE ? NOBODY : currency
}
