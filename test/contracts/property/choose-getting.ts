import { acceptsMoney } from '../model/coins.ts'
import { amountOfPrice } from '../model/price.ts'
import { NATIVE, NOBODY, type StateName } from '../model/state.ts'
import { chooseSignature } from './choose-signature.ts'
import type { Choice, Chooser } from './chooser.ts'
import { callers, coins } from './people.ts'

const requested: StateName[] = ['requested-pick-up', 'requested-delivery']
const accepted: StateName[] = ['accepted-pick-up', 'accepted-delivery']

/** Redemption, disputes and waiting money. */
export const choicesOfGetting: {
  request: Choice<'request'>
  requestMany: Choice<'requestMany'>
  requestAccepted: Choice<'requestAccepted'>
  withdrawRequest: Choice<'withdrawRequest'>
  accept: Choice<'accept'>
  refuse: Choice<'refuse'>
  ship: Choice<'ship'>
  confirm: Choice<'confirm'>
  complete: Choice<'complete'>
  handOver: Choice<'handOver'>
  handOverMany: Choice<'handOverMany'>
  redeem: Choice<'redeem'>
  dispute: Choice<'dispute'>
  rule: Choice<'rule'>
  settle: Choice<'settle'>
  refund: Choice<'refund'>
  lapse: Choice<'lapse'>
  withdraw: Choice<'withdraw'>
  withdrawTo: Choice<'withdrawTo'>
} = {
  request: (on) => {
    const right = on.disputable()
    const by = on.holder(right)
    return { fn: 'request', by, right, way: wayOf(on, right), commitment: on.commitment(right, by) }
  },
  requestMany: (on) => {
    const by = on.caller()
    const rights = on.rights(on.dice.percent(95) ? by : null, 'held')
    const commitments = rights.map((right) => on.commitment(right, by))
    const way = wayOf(on, rights[0] ?? 'plain#1')
    const short = on.dice.percent(95) ? commitments : commitments.slice(1)
    return { fn: 'requestMany', by, rights, way, commitments: short }
  },
  requestAccepted: (on) => {
    const { dice } = on
    const right = on.disputable()
    const by = on.holder(right)
    const way = wayOf(on, right)
    const { currency } = on.terms(right)
    const server = on.desk(right)
    const commitment = on.commitment(right, by)
    const fee = dice.percent(40) ? 0n : BigInt(dice.between(1, 5_000))
    const expiry = on.expiry()
    const signed = chooseSignature(on, server, 'Acceptance', {
      id: right,
      nonce: on.now(right)?.nonce ?? 0,
      holder: by,
      way,
      commitment,
      currency: currency === NATIVE ? NOBODY : currency,
      fee,
      expiry,
    })
    const acceptance = { right, way, commitment, fee, expiry, by: server }
    return { fn: 'requestAccepted', by, acceptance, signed, ...on.value(currency, fee) }
  },
  withdrawRequest: (on) => {
    const right = on.right(...requested)
    return { fn: 'withdrawRequest', by: on.holder(right), right }
  },
  accept: (on) => {
    const { dice, state } = on
    const right = on.right(...requested)
    const latest = state.time + on.terms(right).handOverDays * 86_400
    const handOverBy = dice.of([0, 0, latest, state.time + 1, latest + dice.below(2), state.time])
    return { fn: 'accept', by: on.desk(right), right, handOverBy }
  },
  refuse: (on) => {
    const right = on.right(...requested, ...accepted)
    return { fn: 'refuse', by: on.desk(right), right, reason: on.dice.below(256) }
  },
  ship: (on) => {
    const right = on.right('accepted-delivery')
    return { fn: 'ship', by: on.desk(right), right }
  },
  confirm: (on) => {
    const right = on.right(...requested, ...accepted, 'shipped')
    return { fn: 'confirm', by: on.holder(right), right }
  },
  complete: (on) => ({ fn: 'complete', by: on.caller(), right: on.right('shipped') }),
  handOver: (on) => {
    const right = on.right(...requested, ...accepted, 'shipped', 'disputed')
    return { fn: 'handOver', by: on.caller(), right, secret: on.shownSecret(right) }
  },
  handOverMany: (on) => {
    const all = on.rights(null, ...requested, ...accepted, 'shipped')
    const secret = on.shownSecret(all[0] ?? 'plain#1')
    const same = all.filter((name) => on.now(name)?.aux?.startsWith(`commit:${secret}:`))
    const rights = on.dice.percent(90) ? same : all
    return { fn: 'handOverMany', by: on.caller(), rights, secret }
  },
  redeem: (on) => {
    const right = on.right('held')
    const now = on.now(right)
    const holder = now?.holder ?? 'ann'
    const way = wayOf(on, right)
    const expiry = on.expiry()
    const issuer = on.issuer(right)
    const message = { id: right, nonce: now?.nonce ?? 0, holder, issuer, way, expiry }
    const signed = chooseSignature(on, holder, 'Redemption', message)
    return { fn: 'redeem', by: on.desk(right), right, way, expiry, signed }
  },
  dispute: (on) => {
    const right = on.right('shipped')
    return { fn: 'dispute', by: on.holder(right), right }
  },
  rule: (on) => {
    const right = on.right('disputed')
    const { arbiter } = on.terms(right)
    const by = on.rather(callers.includes(arbiter) ? arbiter : 'art')
    return { fn: 'rule', by, right, toHolder: partFor(on, right) }
  },
  settle: (on) => {
    const { dice } = on
    const right = on.right('disputed')
    const now = on.now(right)
    const { currency, price } = on.terms(right)
    const holder = now?.holder ?? 'ann'
    const issuer = on.issuer(right)
    const toHolder = partFor(on, right)
    const toIssuer = amountOfPrice(price) - toHolder
    const expiry = on.expiry()
    const message = {
      id: right,
      nonce: now?.nonce ?? 0,
      holder,
      issuer,
      currency: currency === NATIVE ? NOBODY : currency,
      toHolder,
      toIssuer,
      expiry,
    }
    const fit = toIssuer < 0n ? { ...message, toIssuer: 0n } : message
    return {
      fn: 'settle',
      by: dice.of([on.caller(), on.caller(), on.holder(right), on.rather(issuer)]),
      right,
      toHolder,
      expiry,
      byHolder: chooseSignature(on, holder, 'Settlement', fit),
      byIssuer: chooseSignature(on, issuer, 'Settlement', fit),
    }
  },
  refund: (on) => {
    const right = refundable(on)
    const { currency, payout, price } = on.terms(right)
    const due = payout === 'escrow' ? 0n : amountOfPrice(price)
    const by = on.dice.percent(50) ? on.rather(on.issuer(right)) : on.holder(right)
    return { fn: 'refund', by, right, ...on.value(currency, due) }
  },
  lapse: (on) => ({ fn: 'lapse', by: on.caller(), right: lapsing(on) }),
  withdraw: (on) => {
    const [currency, owner] = waiting(on, canBePaid)
    return { fn: 'withdraw', by: on.caller(), currency, owner }
  },
  withdrawTo: (on) => {
    const [currency, owner] = waiting(on)
    const by = callers.includes(owner) ? on.rather(owner) : on.caller()
    return { fn: 'withdrawTo', by, currency, to: on.receiver() }
  },
}

function wayOf(on: Chooser, right: string): number {
  const { ways } = on.terms(right)
  const offered = [0, 1].filter((way) => (ways >> way) & 1)
  return on.dice.percent(95) && offered.length > 0
    ? on.dice.percent(50)
      ? offered.at(-1)!
      : on.dice.of(offered)
    : on.dice.below(2)
}

function partFor(on: Chooser, right: string): bigint {
  const price = amountOfPrice(on.terms(right).price)
  return on.dice.of([0n, price, price / 2n, price / 3n, price - 1n, 1n, price + 1n])
}

/** A right left unserved, rather. */
function refundable(on: Chooser): string {
  const { state, dice } = on
  const names = Object.keys(state.rights)
  const unserved = names.filter((name) => {
    const now = on.now(name)
    return now?.state === 'held' && now.unserved && now.escrowed
  })
  if (unserved.length > 0 && dice.percent(50)) return dice.of(unserved)
  return on.right('held', 'disputed', 'disputed', ...requested, 'shipped', 'sent')
}

/** A right past its redeem-by day, rather. */
function lapsing(on: Chooser): string {
  const { state, dice } = on
  const today = Math.floor(state.time / 86_400)
  const late = Object.keys(state.rights).filter((name) => {
    const now = on.now(name)
    const { redeemByDay } = on.terms(name)
    const isEarly = now !== null && ['held', 'listed', 'sent'].includes(now.state)
    return isEarly && redeemByDay !== 0 && redeemByDay <= today
  })
  return late.length > 0 && dice.percent(90) ? dice.of(late) : on.right('held')
}

/** Whose money waits, and in which coin. */
function waiting(
  on: Chooser,
  fits: (on: Chooser, currency: string, owner: string) => boolean = () => true,
): [string, string] {
  const { state, dice } = on
  const due = Object.keys(state.credits).filter((key) => (state.credits[key] ?? 0n) > 0n)
  const fitting = due.filter((key) => {
    const [currency = '', owner = ''] = key.split('>')
    return fits(on, currency, owner)
  })
  if (due.length > 0 && dice.percent(92)) {
    const from = fitting.length > 0 && dice.percent(80) ? fitting : due
    const [currency = NATIVE, owner = 'ann'] = dice.of(from).split('>')
    return [currency, owner]
  }
  return [dice.of([NATIVE, ...coins]), on.caller()]
}

/** Who could not be paid once, perhaps can now. */
function canBePaid({ state }: Chooser, currency: string, owner: string): boolean {
  if (currency === NATIVE) return acceptsMoney(state, owner)
  const { manner, shutOut } = state.coins[currency] ?? { manner: 'revert', shutOut: owner }
  return manner === 'true' && shutOut !== owner
}
