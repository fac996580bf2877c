import type { CallOf, ModelAuthorization, ModelPurchase } from './actions.ts'
import { transfer } from './coins.ts'
import { demandValue, locked, pay, payThird, takeIn } from './payments.ts'
import { amountOfPrice, partOf } from './price.ts'
import { known } from './publishing.ts'
import { demand, refuse } from './refusal.ts'
import { alive, demandAhead, enter, hasBegun, mint } from './rights.ts'
import type { Reenter } from './state.ts'
import { NATIVE, NOBODY, RIGHTS, type Series, type State } from './state.ts'
import { askReceiver } from './token.ts'

const MAX_QUANTITY = 500

/** One right for the caller. */
export function buyRight(state: State, call: CallOf<'buyRight'>, reenter: Reenter): State {
  return locked(state, (inside) => {
    const series = onSale(inside, call.series, 1)
    const { currency, price } = series.terms
    const [minted] = mint(inside, call.series, 1, call.by)
    demandValue(currency, amountOfPrice(price), call.value)
    return settlePrice(minted, series, call.by, amountOfPrice(price), reenter)
  })
}

/** Rights for anyone, paid by the caller. */
export function buy(state: State, call: CallOf<'buy'>, reenter: Reenter): State {
  const { purchase, by, value } = call
  return locked(state, (inside) => {
    const [minted, ids, series, due] = mintPurchase(inside, purchase)
    demandValue(series.terms.currency, due, value)
    const paid = share(minted, purchase, series, by, due, reenter)
    return hand(paid, ids, purchase.to, by, reenter)
  })
}

/** The same, with an allowance that comes along. A permit that fails does no harm by itself. */
export function buyWithPermit(
  state: State,
  call: CallOf<'buyWithPermit'>,
  reenter: Reenter,
): State {
  const { purchase, permit, by } = call
  return locked(state, (inside) => {
    const [minted, ids, series, due] = mintPurchase(inside, purchase)
    const { currency } = series.terms
    demand(currency !== NATIVE, 'NotPaidInCoin', purchase.series)
    const allowed = permitted(minted, currency, by, permit)
    const paid = share(allowed, purchase, series, by, due, reenter)
    return hand(paid, ids, purchase.to, by, reenter)
  })
}

/** The same, with coins of whoever signed for exactly this purchase. */
export function buyWithAuthorization(
  state: State,
  call: CallOf<'buyWithAuthorization'>,
  reenter: Reenter,
): State {
  const { purchase, authorization } = call
  return locked(state, (inside) => {
    const [minted, ids, series, due] = mintPurchase(inside, purchase)
    const { currency } = series.terms
    demand(currency !== NATIVE, 'NotPaidInCoin', purchase.series)
    const received = authorized(minted, currency, purchase, authorization, due, reenter)
    const paid = share(received, purchase, series, RIGHTS, due, reenter)
    return hand(paid, ids, purchase.to, authorization.payer, reenter)
  })
}

function onSale(state: State, name: string, quantity: number): Series {
  const series = known(state, name)
  demand(!hasBegun(state, series.terms.saleEndDay), 'SaleEnded', name)
  const left = series.limit - series.sold
  demand(quantity <= left, 'SoldOut', name, left)
  return series
}

function mintPurchase(
  state: State,
  purchase: ModelPurchase,
): [State, readonly string[], Series, bigint] {
  const { quantity, to, claimKeys, until } = purchase
  demand(quantity >= 1 && quantity <= MAX_QUANTITY, 'QuantityOutOfBounds', quantity)
  demand(to !== NOBODY, 'ERC721InvalidReceiver', to)
  const series = onSale(state, purchase.series, quantity)
  const due = amountOfPrice(series.terms.price) * BigInt(quantity)
  const [minted, ids] = mint(state, purchase.series, quantity, to)
  if (claimKeys.length === 0) {
    demand(until === 0, 'UntilOutOfBounds', until)
    return [minted, ids, series, due]
  }
  demand(claimKeys.length === quantity, 'ListsDiffer')
  demandAhead(state, until)
  const sent = ids.reduce((before, id, at) => {
    const entered = enter(before, id, alive(before, id), {
      state: 'sent',
      aux: claimKeys[at]!,
      until,
    })
    demand(claimKeys[at] !== NOBODY, 'ClaimKeyMissing')
    return entered
  }, minted)
  return [sent, ids, series, due]
}

/** The contributor's share, where the terms promise one, and the rest to the issuer or into escrow. */
function share(
  state: State,
  purchase: ModelPurchase,
  series: Series,
  from: string,
  due: bigint,
  reenter: Reenter,
): State {
  const { contributor } = purchase
  const { currency, shareBps } = series.terms
  const part = contributor === NOBODY ? 0n : partOf(due, shareBps)
  const settled = settlePrice(state, series, from, due - part, reenter)
  return payThird(settled, currency, from, contributor, part, reenter)
}

function settlePrice(
  state: State,
  series: Series,
  from: string,
  amount: bigint,
  reenter: Reenter,
): State {
  const { issuer, terms } = series
  if (terms.payout === 'direct') return pay(state, terms.currency, from, issuer, amount, reenter)
  const isHere = terms.currency === NATIVE || from === RIGHTS
  return isHere ? state : takeIn(state, terms.currency, from, amount, reenter)
}

/** Who gets rights from somebody else is asked for each. */
function hand(
  state: State,
  ids: readonly string[],
  to: string,
  payer: string,
  reenter: Reenter,
): State {
  if (to === payer) return state
  return ids.reduce((before) => askReceiver(before, to, reenter), state)
}

function permitted(
  state: State,
  coin: string,
  owner: string,
  permit: CallOf<'buyWithPermit'>['permit'],
): State {
  const habits = state.coins[coin]
  if (habits === undefined || !habits.isModern) return state
  const { signed, value, deadline } = permit
  const nonce = habits.permits[owner] ?? 0
  const isSigned =
    signed.signer === owner &&
    signed.value === value &&
    signed.deadline === deadline &&
    signed.nonce === nonce &&
    signed.spender === RIGHTS
  if (!isSigned || state.time > deadline) return state
  const permits = { ...habits.permits, [owner]: nonce + 1 }
  return {
    ...state,
    coins: { ...state.coins, [coin]: { ...habits, permits } },
    allowances: { ...state.allowances, [`${coin}>${owner}`]: value },
  }
}

function authorized(
  state: State,
  coin: string,
  purchase: ModelPurchase,
  authorization: ModelAuthorization,
  due: bigint,
  reenter: Reenter,
): State {
  const { payer, validAfter, validBefore, salt, signed } = authorization
  const habits = state.coins[coin]
  const spending = `${payer} ${salt} ${JSON.stringify(purchase)}`
  const isSigned =
    signed.signer === payer &&
    signed.payer === payer &&
    signed.amount === due &&
    signed.validAfter === validAfter &&
    signed.validBefore === validBefore &&
    signed.salt === salt &&
    JSON.stringify(signed.purchase) === JSON.stringify(purchase)
  const isTime = state.time > validAfter && state.time < validBefore
  const isGood = habits?.isModern === true && isSigned && isTime && habits.spent[spending] !== true
  demand(isGood, 'CoinRefused', coin)
  const moved = transfer(state, coin, payer, RIGHTS, due, reenter)
  if (moved === null || habits === undefined) return refuse('CoinRefused', coin)
  const spent = { ...habits.spent, [spending]: true }
  return { ...moved, coins: { ...moved.coins, [coin]: { ...habits, spent } } }
}
