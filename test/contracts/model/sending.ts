import type { CallOf } from './actions.ts'
import { amountOfPrice, isCanonical } from './price.ts'
import { demandSoon, handOut } from './redemption.ts'
import { demand } from './refusal.ts'
import { currencyName, demandBeforeRedeemBy, resell } from './resale.ts'
import {
  alive,
  atDesk,
  demandAhead,
  enter,
  held,
  inState,
  seriesOf,
  signedNonce,
} from './rights.ts'
import { isByKey, message } from './signatures.ts'
import type { Reenter } from './state.ts'
import { NOBODY, type State } from './state.ts'

/** Reserves a held right for a claim key. */
export function send(state: State, call: CallOf<'send'>): State {
  return sendOne(state, call.right, call)
}

/** Several, all or none. */
export function sendMany(state: State, call: CallOf<'sendMany'>): State {
  const { rights, claimKeys } = call
  demand(rights.length !== 0 && rights.length === claimKeys.length, 'ListsDiffer')
  return rights.reduce(
    (before, id, at) => sendOne(before, id, { ...call, claimKey: claimKeys[at]! }),
    state,
  )
}

/** Takes a send back. */
export function takeBack(state: State, call: CallOf<'takeBack'>): State {
  const right = held(state, call.right, call.by)
  inState(call.right, right, 'sent')
  return enter(state, call.right, right, { state: 'held' })
}

/** Gives a sent right to its recipient; a price is the caller's to pay. */
export function claim(state: State, call: CallOf<'claim'>, reenter: Reenter): State {
  const { right: id, recipient, deadline, signed } = call
  const right = alive(state, id)
  inState(id, right, 'sent')
  demand(state.time < deadline, 'SignatureExpired', deadline)
  demandBeforeRedeemBy(state, id)
  const price = amountOfPrice(right.price)
  const key = right.aux ?? NOBODY
  if (call.by === key && signed.form === 'empty') {
    // The key's own call needs no signature; it names the most that it pays, or zero.
    demand(price <= (call.maximum ?? 0n), 'PriceAboveMaximum', price)
  } else {
    const nonce = signedNonce(id, right)
    const currency = currencyName(state, id)
    const wanted = message('Claim', { id, nonce, recipient, currency, price, deadline })
    demand(isByKey(key, signed, wanted), 'SignatureInvalid', key)
  }
  return resell(state, { ...call, price, to: recipient }, right, reenter)
}

/** Hands the good of a sent gift over at the desk. */
export function handOverGift(state: State, call: CallOf<'handOverGift'>, reenter: Reenter): State {
  const { right: id, expiry, signed } = call
  const right = alive(state, id)
  atDesk(state, id, call.by)
  inState(id, right, 'sent')
  demand(right.price === 0, 'NotAGift', id)
  demandSoon(state, expiry)
  if (!right.unserved) demandBeforeRedeemBy(state, id)
  const key = right.aux ?? NOBODY
  const nonce = signedNonce(id, right)
  const { issuer } = seriesOf(state, id)
  const wanted = message('GiftHandOver', { id, nonce, issuer, expiry })
  demand(isByKey(key, signed, wanted), 'SignatureInvalid', key)
  return handOut(state, id, right, reenter)
}

function sendOne(
  state: State,
  id: string,
  call: { by: string; claimKey: string; price: number; until: number },
): State {
  const { by, claimKey, price, until } = call
  const right = held(state, id, by)
  inState(id, right, 'held')
  demand(claimKey !== NOBODY, 'ClaimKeyMissing')
  demand(price === 0 || isCanonical(price), 'PriceOutOfForm', price)
  demandAhead(state, until)
  const sent = enter(state, id, right, { state: 'sent', aux: claimKey, price, until })
  // A send whose nonce cannot grow any more would be opened by an old link.
  signedNonce(id, sent.rights[id]!)
  return sent
}
