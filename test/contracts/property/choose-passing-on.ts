import { amountOfPrice } from '../model/price.ts'
import { NATIVE, NOBODY } from '../model/state.ts'
import { chooseSignature } from './choose-signature.ts'
import type { Choice } from './chooser.ts'
import { callers, claimKeys } from './people.ts'

/** Resale, sending and ERC-721. */
export const choicesOfPassingOn: {
  list: Choice<'list'>
  unlist: Choice<'unlist'>
  take: Choice<'take'>
  takeOffer: Choice<'takeOffer'>
  cancel: Choice<'cancel'>
  send: Choice<'send'>
  sendMany: Choice<'sendMany'>
  takeBack: Choice<'takeBack'>
  claim: Choice<'claim'>
  handOverGift: Choice<'handOverGift'>
  transferFrom: Choice<'transferFrom'>
  safeTransferFrom: Choice<'safeTransferFrom'>
  approve: Choice<'approve'>
  setApprovalForAll: Choice<'setApprovalForAll'>
} = {
  list: (on) => {
    const right = on.right('held', 'held', 'listed')
    const taker = on.dice.percent(70) ? NOBODY : on.receiver()
    const rest = { price: on.price(), taker, until: on.until() }
    return { fn: 'list', by: on.holder(right), right, ...rest }
  },
  unlist: (on) => {
    const right = on.right('listed')
    return { fn: 'unlist', by: on.holder(right), right }
  },
  take: (on) => {
    const { dice } = on
    const right = on.right('listed')
    const now = on.now(right)
    const price = amountOfPrice(now?.price ?? 1)
    const by = on.caller()
    const taker = on.named(right)
    const to = taker !== null && dice.percent(85) ? taker : dice.percent(60) ? by : on.receiver()
    const nonce = Math.max((now?.nonce ?? 0) - (dice.percent(94) ? 0 : 1), 0)
    const maxPrice = price === 0n || dice.percent(94) ? price : price - 1n
    const value = on.value(on.terms(right).currency, price)
    return { fn: 'take', by, right, nonce, maxPrice, to, ...value }
  },
  takeOffer: (on) => {
    const { dice } = on
    const right = on.right('held')
    const now = on.now(right)
    const { currency } = on.terms(right)
    const by = on.caller()
    const to = dice.percent(60) ? by : on.receiver()
    const taker = dice.percent(60) ? NOBODY : dice.percent(90) ? to : on.caller()
    const price = dice.percent(97) ? amountOfPrice(on.price()) + 3n : 0n
    const until = Math.min(on.until(), 2 ** 32 - 1)
    const holder = now?.holder ?? 'ann'
    const signed = chooseSignature(on, holder, 'Offer', {
      id: right,
      nonce: now?.nonce ?? 0,
      holder,
      taker,
      currency: currency === NATIVE ? NOBODY : currency,
      price,
      until,
    })
    const offer = { right, taker, price, until }
    return { fn: 'takeOffer', by, offer, signed, to, ...on.value(currency, price) }
  },
  cancel: (on) => {
    const right = on.right('held')
    return { fn: 'cancel', by: on.holder(right), right }
  },
  send: (on) => {
    const right = on.right('held')
    const price = on.dice.percent(55) ? 0 : on.price()
    const rest = { claimKey: on.claimKey(), price, until: on.until() }
    return { fn: 'send', by: on.holder(right), right, ...rest }
  },
  sendMany: (on) => {
    const by = on.caller()
    const rights = on.rights(on.dice.percent(95) ? by : null, 'held')
    const keys = rights.map(() => on.claimKey())
    return {
      fn: 'sendMany',
      by,
      rights,
      claimKeys: on.dice.percent(95) ? keys : [...keys, 'key-one'],
      price: on.dice.percent(55) ? 0 : on.price(),
      until: on.until(),
    }
  },
  takeBack: (on) => {
    const right = on.right('sent')
    return { fn: 'takeBack', by: on.holder(right), right }
  },
  claim: (on) => {
    const { dice } = on
    const right = on.right('sent')
    const now = on.now(right)
    const { currency } = on.terms(right)
    const price = amountOfPrice(now?.price ?? 0)
    const key = on.named(right) ?? 'key-one'
    const by = callers.includes(key) && dice.percent(50) ? key : on.caller()
    const recipient = dice.percent(60) ? by : on.receiver()
    const deadline = on.expiry()
    const chosen = chooseSignature(on, key, 'Claim', {
      id: right,
      nonce: now?.nonce ?? 0,
      recipient,
      currency: currency === NATIVE ? NOBODY : currency,
      price,
      deadline,
    })
    const value = on.value(currency, price)
    const call = { fn: 'claim', by, right, recipient, deadline, ...value } as const
    if (by !== key || dice.percent(40)) return { ...call, signed: chosen }
    const maximum = dice.percent(80)
      ? price
      : dice.of([0n, price + 1n, price > 0n ? price - 1n : 0n])
    return { ...call, signed: { ...chosen, form: 'empty' }, maximum }
  },
  handOverGift: (on) => {
    const right = on.right('sent')
    const now = on.now(right)
    const expiry = on.expiry()
    const key = on.named(right) ?? on.dice.of(claimKeys)
    const message = { id: right, nonce: now?.nonce ?? 0, issuer: on.issuer(right), expiry }
    const signed = chooseSignature(on, key, 'GiftHandOver', message)
    return { fn: 'handOverGift', by: on.desk(right), right, expiry, signed }
  },
  transferFrom: (on) => {
    const right = movable(on)
    return { fn: 'transferFrom', ...transferOf(on, right) }
  },
  safeTransferFrom: (on) => {
    const right = movable(on)
    return { fn: 'safeTransferFrom', note: on.dice.percent(50), ...transferOf(on, right) }
  },
  approve: (on) => {
    const right = movable(on)
    const to = on.dice.percent(85) ? on.caller() : NOBODY
    if (to !== NOBODY) on.memory.approvals.set(right, to)
    return { fn: 'approve', by: mover(on, right), right, to }
  },
  setApprovalForAll: (on) => {
    const operator = on.dice.percent(95) ? on.caller() : NOBODY
    return { fn: 'setApprovalForAll', by: on.caller(), operator, approved: on.dice.percent(60) }
  },
}

type On = Parameters<Choice<'cancel'>>[0]

/** A right that can be transferred; a locked one now and then. */
function movable(on: On): string {
  return on.dice.percent(85)
    ? on.right('held', 'listed')
    : on.right('sent', 'requested-delivery', 'accepted-delivery', 'shipped', 'disputed')
}

function transferOf(on: On, right: string) {
  const from = on.rather(on.now(right)?.holder ?? 'ann')
  return { by: mover(on, right), right, from, to: on.receiver() }
}

/** The holder, an operator, or whoever is or was approved. */
function mover(on: On, right: string): string {
  const now = on.now(right)
  const operators = callers.filter((name) => on.state.operators[`${now?.holder}>${name}`])
  const approved = on.memory.approvals.get(right)
  if (approved !== undefined && on.dice.percent(40)) return approved
  return on.dice.of([on.holder(right), ...operators])
}
