import type { CallOf } from './actions.ts'
import { demandValue, locked, pay, release } from './payments.ts'
import { demand } from './refusal.ts'
import {
  alive,
  asked,
  atDesk,
  burn,
  daysAhead,
  enter,
  hasBegun,
  held,
  inState,
  requested,
  seriesOf,
  signedNonce,
} from './rights.ts'
import { isByAccount, message } from './signatures.ts'
import type { Reenter } from './state.ts'
import { NATIVE, NOBODY, NOTHING, type Right, type State, type StateName } from './state.ts'

const DESK_SECONDS = 600

/** Locks a right to get its good. */
export function request(state: State, call: CallOf<'request'>): State {
  return requestOne(state, call.right, call)
}

/** Several, all or none. */
export function requestMany(state: State, call: CallOf<'requestMany'>): State {
  const { rights, commitments } = call
  demand(rights.length !== 0 && rights.length === commitments.length, 'ListsDiffer')
  return rights.reduce(
    (before, id, at) => requestOne(before, id, { ...call, commitment: commitments[at]! }),
    state,
  )
}

/** Locks a right on a signed acceptance, and pays the fee. */
export function requestAccepted(
  state: State,
  call: CallOf<'requestAccepted'>,
  reenter: Reenter,
): State {
  const { right: id, way, commitment, fee, expiry, by: server } = call.acceptance
  const right = held(state, id, call.by)
  inState(id, right, 'held')
  demandAskable(state, id, right, way)
  demand(state.time < expiry, 'SignatureExpired', expiry)
  const { issuer, terms } = seriesOf(state, id)
  atDesk(state, id, server)
  const nonce = signedNonce(id, right)
  const currency = terms.currency === NATIVE ? NOBODY : terms.currency
  const wanted = { id, nonce, holder: call.by, way, commitment, currency, fee, expiry }
  const isSigned = isByAccount(state, server, call.signed, message('Acceptance', wanted))
  demand(isSigned, 'SignatureInvalid', server)
  const next = way === 0 ? 'accepted-pick-up' : 'accepted-delivery'
  const until = daysAhead(state, terms.handOverDays)
  const entered = enter(state, id, right, { state: next, aux: toAux(commitment), until })
  demandValue(terms.currency, fee, call.value)
  if (fee === 0n) return entered
  return locked(entered, (inside) => pay(inside, terms.currency, call.by, issuer, fee, reenter))
}

/** Takes a request back. */
export function withdrawRequest(state: State, call: CallOf<'withdrawRequest'>): State {
  const right = held(state, call.right, call.by)
  inState(call.right, right, ...requested)
  return enter(state, call.right, right, { state: 'held' })
}

/** Promises to hand the good over until a time. */
export function accept(state: State, call: CallOf<'accept'>): State {
  const { right: id, handOverBy } = call
  const right = alive(state, id)
  atDesk(state, id, call.by)
  inState(id, right, ...requested)
  const latest = daysAhead(state, seriesOf(state, id).terms.handOverDays)
  const until = handOverBy === 0 ? latest : handOverBy
  demand(until > state.time && until <= latest, 'UntilOutOfBounds', until)
  const next = right.state === 'requested-pick-up' ? 'accepted-pick-up' : 'accepted-delivery'
  return enter(state, id, right, { state: next, aux: right.aux, until })
}

/** Says no: the right is its holder's again, unserved. */
export function refuseRequest(state: State, call: CallOf<'refuse'>): State {
  const right = alive(state, call.right)
  atDesk(state, call.right, call.by)
  inState(call.right, right, ...asked)
  return enter(state, call.right, right, { state: 'held', unserved: true })
}

/** The good of an accepted delivery is on its way. */
export function ship(state: State, call: CallOf<'ship'>): State {
  const { right: id } = call
  const right = alive(state, id)
  atDesk(state, id, call.by)
  inState(id, right, 'accepted-delivery')
  const until = daysAhead(state, seriesOf(state, id).terms.disputeDays)
  return enter(state, id, right, { state: 'shipped', aux: right.aux, until })
}

/** The holder has the good. */
export function confirm(state: State, call: CallOf<'confirm'>, reenter: Reenter): State {
  const right = held(state, call.right, call.by)
  inState(call.right, right, ...asked, 'shipped')
  return handOut(state, call.right, right, reenter)
}

/** Nobody complained in time. */
export function complete(state: State, call: CallOf<'complete'>, reenter: Reenter): State {
  const right = alive(state, call.right)
  inState(call.right, right, 'shipped')
  demand(state.time >= right.until, 'DeadlineAhead', call.right, right.until)
  return handOut(state, call.right, right, reenter)
}

/** The secret that the holder committed to was shown. */
export function handOver(state: State, call: CallOf<'handOver'>, reenter: Reenter): State {
  return bySecret(state, call.right, call.secret, reenter)
}

/** Several with one secret, all or none. */
export function handOverMany(state: State, call: CallOf<'handOverMany'>, reenter: Reenter): State {
  demand(call.rights.length !== 0, 'ListsDiffer')
  return call.rights.reduce((before, id) => bySecret(before, id, call.secret, reenter), state)
}

/** Burns a held right at the desk on the holder's signature. */
export function redeem(state: State, call: CallOf<'redeem'>, reenter: Reenter): State {
  const { right: id, way, expiry, signed } = call
  const right = alive(state, id)
  atDesk(state, id, call.by)
  inState(id, right, 'held')
  demandInTime(state, id, right)
  demandSoon(state, expiry)
  const nonce = signedNonce(id, right)
  const { holder } = right
  const { issuer } = seriesOf(state, id)
  const wanted = message('Redemption', { id, nonce, holder, issuer, way, expiry })
  demand(isByAccount(state, holder, signed, wanted), 'SignatureInvalid', holder)
  return handOut(state, id, right, reenter)
}

/** The good is where it belongs: the right burns, and its escrow is the issuer's. */
export function handOut(state: State, id: string, right: Right, reenter: Reenter): State {
  return release(burn(state, id, right, 'redeemed'), id, right, null, reenter)
}

/** What is signed at a desk is used within ten minutes. */
export function demandSoon(state: State, expiry: number): void {
  const isSoon = state.time < expiry && expiry <= state.time + DESK_SECONDS
  demand(isSoon, 'SignatureExpired', expiry)
}

/** The commitment that belongs to a right, its holder and a secret. */
export function commitmentOf(secret: number, id: string, holder: string): string {
  return `commit:${secret}:${id}:${holder}`
}

function requestOne(
  state: State,
  id: string,
  call: { by: string; way: number; commitment: string },
): State {
  const { by, way, commitment } = call
  const right = held(state, id, by)
  inState(id, right, 'held')
  demandAskable(state, id, right, way)
  const next: StateName = way === 0 ? 'requested-pick-up' : 'requested-delivery'
  const until = daysAhead(state, seriesOf(state, id).terms.answerDays)
  return enter(state, id, right, { state: next, aux: toAux(commitment), until })
}

function bySecret(state: State, id: string, secret: number, reenter: Reenter): State {
  const right = alive(state, id)
  inState(id, right, ...asked, 'shipped', 'disputed')
  const isOver = right.state === 'disputed' && state.time >= right.until
  demand(!isOver, 'DeadlinePassed', id, right.until)
  demand(right.aux === commitmentOf(secret, id, right.holder), 'SecretWrong', id)
  return handOut(state, id, right, reenter)
}

function demandAskable(state: State, id: string, right: Right, way: number): void {
  const { ways } = seriesOf(state, id).terms
  demand(((ways >> way) & 1) === 1, 'WayNotOffered', id, way)
  demandInTime(state, id, right)
}

/** Past the redeem-by day only who was left unserved may still ask. */
function demandInTime(state: State, id: string, right: Right): void {
  const isLate = hasBegun(state, seriesOf(state, id).terms.redeemByDay)
  demand(right.unserved || !isLate, 'PastRedeemBy', id)
}

function toAux(commitment: string): string | null {
  return commitment === NOTHING ? null : commitment
}
