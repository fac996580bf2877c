import type { ModelPublication, ModelPurchase } from '../model/actions.ts'
import { amountOfPrice } from '../model/price.ts'
import { hasBegun } from '../model/rights.ts'
import { NATIVE, NOBODY, RIGHTS } from '../model/state.ts'
import type { ModelTerms } from '../model/terms.ts'
import type { Choice, Chooser } from './chooser.ts'
import { plain } from './opening.ts'
import { callers, coins } from './people.ts'

/** Publishing and buying. */
export const choicesOfSelling: {
  publish: Choice<'publish'>
  publishMany: Choice<'publishMany'>
  close: Choice<'close'>
  raiseLimit: Choice<'raiseLimit'>
  extend: Choice<'extend'>
  setStaff: Choice<'setStaff'>
  buyRight: Choice<'buyRight'>
  buy: Choice<'buy'>
  buyWithPermit: Choice<'buyWithPermit'>
  buyWithAuthorization: Choice<'buyWithAuthorization'>
} = {
  publish: (on) => {
    const by = on.caller()
    return { fn: 'publish', by, ...publication(on, by) }
  },
  publishMany: (on) => {
    const by = on.caller()
    const many = Array.from({ length: on.dice.of([0, 1, 1, 2]) }, () => publication(on, by))
    return { fn: 'publishMany', by, publications: many }
  },
  close: (on) => {
    // The series of the opening live on, or there would be nothing to buy.
    const series = on.series((name) => name.startsWith('new') && on.state.series[name]!.sold > 0)
    return { fn: 'close', by: on.rather(on.state.series[series]?.issuer ?? 'ida'), series }
  },
  raiseLimit: (on) => {
    const { dice, state } = on
    const series = on.series((name) => !state.series[name]!.closed)
    const { limit = 0, terms, issuer = 'ida' } = state.series[series] ?? {}
    const raiser = terms === undefined || terms.attestor === NOBODY ? issuer : terms.attestor
    const rightly = callers.includes(raiser) ? raiser : 'ida'
    const by = dice.percent(80) ? rightly : dice.of([issuer, on.caller()])
    const most = terms?.supply ?? 1
    return {
      fn: 'raiseLimit',
      by,
      series,
      limit: dice.percent(85) ? Math.min(limit + dice.between(1, 6), most) : most + dice.below(2),
    }
  },
  extend: (on) => {
    const { dice, state } = on
    const isExtensible = ({ redeemByDay, payout }: ModelTerms) =>
      redeemByDay !== 0 && payout === 'direct'
    const series = on.series((name) => isExtensible(state.series[name]!.terms))
    const { issuer = 'ida', terms } = state.series[series] ?? {}
    const redeemByDay = (terms?.redeemByDay ?? 0) + dice.of([0, 1, 1, 2, 9])
    return { fn: 'extend', by: on.rather(issuer), series, redeemByDay }
  },
  setStaff: (on) => ({
    fn: 'setStaff',
    by: on.caller(),
    account: on.caller(),
    isStaff: on.dice.percent(80),
  }),
  buyRight: (on) => {
    const series = on.series((name) => isOnSale(on, name))
    const { currency, price } = on.state.series[series]?.terms ?? plain
    return { fn: 'buyRight', by: on.caller(), series, ...on.value(currency, amountOfPrice(price)) }
  },
  buy: (on) => {
    const by = on.caller()
    const { purchase, currency, due } = choosePurchase(on, by, () => true)
    return { fn: 'buy', by, purchase, ...on.value(currency, due) }
  },
  buyWithPermit: (on) => {
    const { dice, state } = on
    const by = on.dice.percent(85) ? dice.of(['ann', 'bob', 'cem', 'dee', 'ida']) : on.caller()
    const { purchase, due } = choosePurchase(on, by, (currency) => currency !== NATIVE)
    const signer = state.actors[by]?.key ?? by
    const deadline = state.time + dice.of([0, 60, 60, -1])
    const nonce = state.coins['usd']?.permits[by] ?? 0
    const fine = { signer, value: due, deadline, nonce, spender: RIGHTS }
    const spoiled = [
      { ...fine, nonce: nonce + 1 },
      { ...fine, value: due + 1n },
      { ...fine, signer: 'art' },
      { ...fine, spender: 'ivo' },
    ]
    const signed = dice.percent(80) ? fine : dice.of(spoiled)
    return { fn: 'buyWithPermit', by, purchase, permit: { value: due, deadline, signed } }
  },
  buyWithAuthorization: (on) => {
    const { dice, state } = on
    const payer = on.dice.percent(90) ? dice.of(['ann', 'bob', 'cem', 'dee', 'ida']) : on.caller()
    const { purchase, due } = choosePurchase(on, payer, (currency) => currency === 'usd')
    const signer = state.actors[payer]?.key ?? payer
    const times = {
      validAfter: state.time - dice.of([1, 1, 60, 0]),
      validBefore: state.time + dice.of([1, 60, 60, 0]),
    }
    const salt = dice.below(1000)
    const fine = { signer, payer, amount: due, ...times, salt, purchase }
    const spoiled = [
      { ...fine, amount: due + 1n },
      { ...fine, purchase: { ...purchase, to: 'art' } },
      { ...fine, salt: salt + 1 },
      { ...fine, signer: 'art' },
      { ...fine, validBefore: times.validBefore + 1 },
    ]
    const signed = dice.percent(85) ? fine : dice.of(spoiled)
    const authorization = { payer, ...times, salt, signed }
    return { fn: 'buyWithAuthorization', by: on.caller(), purchase, authorization }
  },
}

function isOnSale({ state }: Chooser, name: string): boolean {
  const { limit, sold, terms } = state.series[name]!
  return limit > sold && !hasBegun(state, terms.saleEndDay)
}

/** With an arbiter there can be a dispute, which is where everything can happen. */
function isDisputable({ state }: Chooser, name: string): boolean {
  return state.series[name]!.terms.arbiter !== NOBODY
}

function choosePurchase(on: Chooser, by: string, fits: (currency: string) => boolean) {
  const { dice, state } = on
  const isDeep = dice.percent(45)
  const series = on.series(
    (name) =>
      isOnSale(on, name) &&
      fits(state.series[name]!.terms.currency) &&
      (!isDeep || isDisputable(on, name)),
  )
  const { limit = 1, sold = 0, terms = plain } = state.series[series] ?? {}
  const left = limit - sold
  const some = Math.max(1, Math.min(left, dice.between(1, 3)))
  const quantity = dice.percent(97) ? some : dice.of([0, left + 1, 501])
  const isGift = dice.percent(30)
  const keys = dice.percent(95) ? quantity : quantity + 1
  const claimKeys = isGift ? Array.from({ length: Math.min(keys, 9) }, () => on.claimKey()) : []
  const purchase: ModelPurchase = {
    series,
    quantity,
    to: dice.percent(70) ? by : on.receiver(),
    contributor: dice.percent(60) ? NOBODY : on.receiver(),
    until: isGift ? on.until() : dice.percent(98) ? 0 : on.until(),
    claimKeys,
  }
  const { currency } = terms
  return { purchase, currency, due: amountOfPrice(terms.price) * BigInt(quantity) }
}

/** Terms that fit together, mostly. */
function publication(on: Chooser, by: string): ModelPublication {
  const { dice, memory, state } = on
  const today = Math.floor(state.time / 86_400)
  const ways = dice.between(1, 3)
  const delivers = ways >= 2
  const payout = dice.of(['direct', 'escrow'] as const)
  const answerDays = dice.between(1, 5)
  const handOverDays = dice.between(1, 5)
  const hasEnd = payout === 'escrow' || dice.percent(40)
  const saleEndDay = hasEnd ? today + dice.between(5, 60) : 0
  const attestor = dice.percent(15) ? on.caller() : NOBODY
  const fine: ModelTerms = {
    currency: dice.of([NATIVE, NATIVE, ...coins]),
    price: on.price(),
    supply: dice.of([1, 5, 20]),
    saleEndDay,
    redeemByDay: hasEnd ? saleEndDay + answerDays + handOverDays + dice.below(5) : 0,
    answerDays,
    handOverDays,
    disputeDays: delivers ? dice.of([21, 25]) : 0,
    ways,
    payout,
    shareBps: payout === 'direct' ? dice.of([0, 1, 1_000, 5_000]) : 0,
    royaltyBps: dice.of([0, 1, 333, 1_000]),
    arbiter: delivers && payout === 'escrow' ? on.caller() : NOBODY,
    attestor,
  }
  const terms = dice.percent(65) ? fine : { ...fine, ...spoiledTerms(on, fine, today, by) }
  const goods = dice.percent(88)
    ? 'fine'
    : dice.of(['incomplete', 'too-long', 'bad-picture'] as const)
  const limit = attestor === NOBODY || dice.percent(10) ? fine.supply : 0
  memory.publications += 1
  const earlier = Object.values(state.series).filter((series) => series.issuer === by)
  if (earlier.length > 0 && dice.percent(5)) {
    const [, twin, , salt] = JSON.parse(dice.of(earlier).tie)
    return { as: `new${memory.publications}`, terms: twin, goods: 'fine', limit, salt }
  }
  return { as: `new${memory.publications}`, terms, goods, limit, salt: 1_000 + memory.publications }
}

function spoiledTerms(
  { dice }: Chooser,
  fine: ModelTerms,
  today: number,
  by: string,
): Partial<ModelTerms> {
  return dice.of<Partial<ModelTerms>>([
    { price: 10 },
    { supply: 0 },
    { supply: 2 ** 20 },
    { ways: dice.of([0, 4]) },
    { answerDays: 0 },
    { handOverDays: 0 },
    { disputeDays: dice.of([20, 1]) },
    { saleEndDay: dice.of([today, today + 1]) },
    { redeemByDay: Math.max(fine.saleEndDay + fine.answerDays + fine.handOverDays - 1, 0) },
    { redeemByDay: 0 },
    { currency: dice.of(['vault', 'art']) },
    { currency: 'rights' },
    { shareBps: 5_001 },
    { royaltyBps: 1_001 },
    { shareBps: 100, payout: 'escrow' },
    { arbiter: by },
    { arbiter: fine.arbiter === NOBODY ? 'art' : NOBODY },
    { attestor: by },
    { attestor: 'art' },
  ])
}
