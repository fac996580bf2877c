import { ZeroAddress } from 'ethers'
import type { Account } from '../../../src/domain/ids.ts'
import { packPrice } from '../../../src/domain/price.ts'
import { DAY_SECONDS } from '../../../src/domain/terms.ts'
import type { Ask, FunctionName, Given } from './ask.ts'
import { valueDue } from './checks.ts'

/** Everything about a question but what the call itself says. */
export type Before = Omit<Ask, 'given'>

/** How a call differs from a faultless one. `valueOff` is added to what is due. */
export type Change = Partial<Omit<Given, 'value'>> & { readonly valueOff?: bigint }

/** One way to make a call. */
export type Variant = { readonly words: string; readonly change: (before: Before) => Change }

const NOBODY = ZeroAddress as Account
const YEAR = 366n * BigInt(DAY_SECONDS)
const now = ({ time }: Before) => BigInt(time)

/** A faultless call. */
export const faultless: Variant = { words: '', change: () => ({}) }

/** Fills in what the variant does not say. */
export function askOf(name: FunctionName, before: Before, { change }: Variant): Ask {
  const { people, right, caller, series } = before
  const { valueOff = 0n, ...changed } = change(before)
  const given: Given = {
    from: right.holder,
    to: receiver(name, before),
    packedPrice: packPrice(20_000n) ?? 0,
    price: 30_000n,
    maxPrice: right.price,
    taker: NOBODY,
    nonce: right.nonce,
    claimKey: people['claim key'],
    until: name === 'accept' ? 0n : now(before) + BigInt(DAY_SECONDS),
    expiry: now(before) + 300n,
    signature: 'right',
    issuerSignature: 'right',
    by: series.issuer,
    fee: 500n,
    way: 0,
    commits: true,
    secret: 'right',
    toHolder: series.price / 3n,
    note: null,
    value: 0n,
    ...changed,
  }
  const ask = { ...before, given }
  const due = valueDue(before, dueFor(name, ask))
  return { ...before, caller, given: { ...given, value: due + valueOff } }
}

function receiver(name: FunctionName, { people, right, caller }: Before): Account {
  if (name === 'approve') return people.approved
  if (name === 'take') return right.taker ?? caller
  return name === 'takeOffer' ? caller : people.taker
}

function dueFor(name: FunctionName, { right, series, given }: Ask): bigint {
  if (name === 'take' || name === 'claim') return right.price
  if (name === 'takeOffer') return given.price
  if (name === 'requestAccepted') return given.fee
  return name === 'refund' && !series.escrow ? series.price : 0n
}

const change = (words: string, how: Variant['change'] | Change): Variant => ({
  words,
  change: typeof how === 'function' ? how : () => how,
})

const toNobody = change('to nobody', { to: NOBODY })
const toDeafContract = change('to a contract that takes nothing', ({ noReceiver }) => ({
  to: noReceiver,
}))
const fromAnother = change('from somebody else', ({ noReceiver }) => ({ from: noReceiver }))
const oneTooMuch = change('one too much paid', { valueOff: 1n })
const priceZero = change('price zero', { packedPrice: 0 })
const priceOutOfForm = change('price in another form', { packedPrice: 20 })
const untilNow = change('until now', (before) => ({ until: now(before) }))
const expiresNow = change('signed until now', (before) => ({ expiry: now(before) }))
const signedByAnother = change('signed by somebody else', { signature: 'wrong' })
const aboveEscrow = change('more than the escrow', ({ series }) => ({
  toHolder: series.price + 1n,
}))
const byDelivery = change('by delivery', { way: 1 })

/** In the order in which they are to be refused. */
const flaws: Partial<Record<FunctionName, readonly Variant[]>> = {
  transferFrom: [toNobody, fromAnother],
  safeTransferFrom: [toNobody, fromAnother, toDeafContract],
  list: [priceZero, untilNow],
  take: [
    change('another nonce', ({ right }) => ({ nonce: right.nonce + 1 })),
    change('to somebody else', ({ people }) => ({ to: people.contributor })),
    change('for less', ({ right }) => ({
      maxPrice: right.price > 0n ? right.price - 1n : 0n,
    })),
    toNobody,
    oneTooMuch,
    toDeafContract,
  ],
  takeOffer: [
    change('to another than the named', ({ people }) => ({
      taker: people.taker,
      to: people.contributor,
    })),
    change('price zero', { price: 0n }),
    expiresNow,
    signedByAnother,
    toNobody,
    oneTooMuch,
    toDeafContract,
  ],
  send: [change('no claim key', { claimKey: NOBODY }), priceOutOfForm, untilNow],
  claim: [expiresNow, signedByAnother, toNobody, oneTooMuch, toDeafContract],
  handOverGift: [expiresNow, signedByAnother],
  request: [byDelivery],
  requestAccepted: [
    byDelivery,
    expiresNow,
    change('accepted by nobody of the desk', ({ people }) => ({ by: people.stranger })),
    signedByAnother,
    oneTooMuch,
  ],
  accept: [untilNow],
  handOver: [change('another secret', { secret: 'wrong' })],
  redeem: [expiresNow, signedByAnother],
  rule: [aboveEscrow],
  settle: [
    aboveEscrow,
    expiresNow,
    signedByAnother,
    change("without the issuer's signature", { issuerSignature: 'wrong' }),
  ],
  refund: [oneTooMuch],
}

const nextSecond = change('until the next second', (before) => ({ until: now(before) + 1n }))
const ends = [
  nextSecond,
  change('for 366 days', (before) => ({ until: now(before) + YEAR })),
  change('for 366 days and a second', (before) => ({ until: now(before) + YEAR + 1n })),
  change('until the end of numbers', { until: 2n ** 256n - 1n }),
]
const expiresNext = change('signed until the next second', (before) => ({
  expiry: now(before) + 1n,
}))
const deskTimes = [
  expiresNext,
  change('signed for 10 minutes', (before) => ({ expiry: now(before) + 600n })),
  change('signed for 10 minutes and a second', (before) => ({ expiry: now(before) + 601n })),
]
const signedBefore = change('signed for another nonce', { signature: 'stale' })
const oneTooLittle = change('one too little paid', ({ series }) => ({
  valueOff: series.currency === null && !series.escrow ? -1n : 0n,
}))
const allToHolder = change('all to the holder', ({ series }) => ({ toHolder: series.price }))
const allToIssuer = change('all to the issuer', { toHolder: 0n })
const latest = ({ time, series }: Before) => BigInt(time + series.handOverDays * DAY_SECONDS)

/** What stands right at an edge, on either side. */
const edges: Partial<Record<FunctionName, readonly Variant[]>> = {
  transferFrom: [toDeafContract, change('to the holder', ({ right }) => ({ to: right.holder }))],
  safeTransferFrom: [change('with a note', { note: '0x1234' })],
  approve: [change('to nobody', { to: NOBODY })],
  list: [
    ...ends,
    priceOutOfForm,
    change('to one taker', ({ people }) => ({ taker: people.taker })),
  ],
  take: [change('an old nonce', ({ right }) => ({ nonce: Math.max(right.nonce - 1, 0) }))],
  takeOffer: [
    expiresNext,
    signedBefore,
    change('to the named taker', ({ people }) => ({ taker: people.taker, to: people.taker })),
  ],
  send: [...ends, priceZero],
  claim: [expiresNext, signedBefore],
  handOverGift: [...deskTimes, signedBefore],
  request: [change('without a commitment', { commits: false })],
  requestAccepted: [
    expiresNext,
    signedBefore,
    change('accepted by staff', ({ people }) => ({ by: people.staff })),
    change('without a fee', { fee: 0n }),
  ],
  accept: [
    nextSecond,
    change('at the latest', (before) => ({ until: latest(before) })),
    change('a second too late', (before) => ({ until: latest(before) + 1n })),
    change('at the end of numbers', { until: 2n ** 256n - 1n }),
  ],
  redeem: [...deskTimes, signedBefore, byDelivery],
  rule: [allToHolder, allToIssuer],
  settle: [expiresNext, signedBefore, allToHolder, allToIssuer],
  refund: [oneTooLittle],
}

/** All flaws of a call at once: the first in order is the answer. Null for a call that can have none. */
export function allFlaws(name: FunctionName): Variant | null {
  return withFlawsFrom(name, 0)
}

/** Every way to make a call that may go through: faultless, at the edges, and with ever fewer flaws. */
export function variantsOf(name: FunctionName): readonly Variant[] {
  const fewer = (flaws[name] ?? []).map((_, first) => withFlawsFrom(name, first))
  return [...fewer.filter((each) => each !== null), ...(edges[name] ?? [])]
}

function withFlawsFrom(name: FunctionName, first: number): Variant | null {
  const some = (flaws[name] ?? []).slice(first)
  if (some.length === 0) return null
  return {
    words: some.map(({ words }) => words).join(', '),
    change: (before) => Object.assign({}, ...some.map((each) => each.change(before)).reverse()),
  }
}
