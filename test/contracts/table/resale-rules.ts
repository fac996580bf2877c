import { ZeroAddress } from 'ethers'
import type { Ask, Payment } from './ask.ts'
import {
  atOnce,
  beforeRedeemBy,
  burned,
  check,
  escrowTo,
  exactValue,
  exists,
  free,
  heldBy,
  next,
  notExpired,
  onlyDesk,
  onlyHolder,
  onlyIn,
  priceInForm,
  type Rule,
  takesIt,
  toSomebody,
  untilAhead,
} from './checks.ts'

const somebody = (account: Ask['caller']) => (account === ZeroAddress ? null : account)

/** The royalty to the issuer, rounded down; the rest to the holder. */
const resale = (ask: Ask, price: bigint): readonly Payment[] => {
  const royalty = (price * BigInt(ask.series.royaltyBps)) / 10_000n
  return [
    { from: ask.caller, to: ask.series.issuer, amount: royalty },
    { from: ask.caller, to: ask.right.holder, amount: price - royalty },
  ]
}

const sameNonce = check(
  'values',
  'NonceStale',
  'the right has changed since',
  ({ right, given }) => given.nonce !== right.nonce,
  ({ right }) => [right.id, right.nonce],
)

const toTaker = (takerOf: (ask: Ask) => Ask['caller'] | null, when: string) =>
  check(
    'values',
    'NotTaker',
    when,
    (ask) => takerOf(ask) !== null && takerOf(ask) !== ask.given.to,
    ({ right, given }) => [right.id, given.to],
  )

const signedBy = (signer: (ask: Ask) => Ask['caller'] | null, when: string) =>
  check(
    'signature',
    'SignatureInvalid',
    when,
    (ask) => ask.given.signature !== 'right',
    (ask) => [signer(ask)],
  )

/** Resale, send and claim. */
export const resaleRules = {
  list: {
    does: 'Offers the right for a price, to anyone or to one taker. It stays transferable.',
    clock:
      'Until the end that the holder chooses, at most 366 days; from then on nothing is left of it.',
    checks: [exists, onlyHolder, onlyIn('held', 'listed'), priceInForm(false), untilAhead],
    becomes: (ask) =>
      next(ask, 'listed', {
        price: unpacked(ask.given.packedPrice),
        taker: somebody(ask.given.taker),
        until: Number(ask.given.until),
      }),
    pays: free,
  },
  unlist: {
    does: 'Takes the offer back.',
    clock: 'As long as the listing lasts.',
    checks: [exists, onlyHolder, onlyIn('listed')],
    becomes: (ask) => heldBy(ask, ask.right.holder),
    pays: free,
  },
  take: {
    does: 'Buys a listed right, for the caller or somebody else.',
    clock: "Before the listing's end and before the redeem-by day.",
    checks: [
      exists,
      onlyIn('listed'),
      sameNonce,
      toTaker(({ right }) => right.taker, 'listed for somebody else'),
      check(
        'values',
        'PriceAboveMaximum',
        'dearer than the caller was ready to pay',
        ({ right, given }) => right.price > given.maxPrice,
        ({ right }) => [right.price],
      ),
      beforeRedeemBy({ unlessUnserved: false }),
      toSomebody,
      exactValue(({ right }) => right.price),
      takesIt,
    ],
    becomes: (ask) => heldBy(ask, ask.given.to),
    pays: (ask) => resale(ask, ask.right.price),
  },
  takeOffer: {
    does: "Buys a held right on its holder's signature.",
    clock: "Before the offer's end and before the redeem-by day.",
    checks: [
      exists,
      onlyIn('held'),
      toTaker(({ given }) => somebody(given.taker), 'offered to somebody else'),
      check(
        'values',
        'PriceOutOfForm',
        'price zero',
        ({ given }) => given.price === 0n,
        () => [0],
      ),
      notExpired,
      beforeRedeemBy({ unlessUnserved: false }),
      signedBy(({ right }) => right.holder, 'not signed by the holder over exactly this'),
      toSomebody,
      exactValue(({ given }) => given.price),
      takesIt,
    ],
    becomes: (ask) => heldBy(ask, ask.given.to),
    pays: (ask) => resale(ask, ask.given.price),
  },
  cancel: {
    does: 'Ends every signed message about a held right.',
    clock: 'Any time.',
    checks: [exists, onlyHolder, onlyIn('held')],
    becomes: (ask) => heldBy(ask, ask.right.holder),
    pays: free,
  },
  send: {
    does: 'Reserves a held right for whoever has the claim key, for a price or as a gift.',
    clock:
      'Until the end that the holder chooses, at most 366 days; from then on nothing is left of it.',
    checks: [
      exists,
      onlyHolder,
      onlyIn('held'),
      check(
        'values',
        'ClaimKeyMissing',
        'no claim key',
        ({ given }) => given.claimKey === ZeroAddress,
        () => [],
      ),
      priceInForm(true),
      untilAhead,
    ],
    becomes: (ask) =>
      next(ask, 'sent', {
        price: unpacked(ask.given.packedPrice),
        claimKey: ask.given.claimKey,
        until: Number(ask.given.until),
      }),
    pays: free,
  },
  takeBack: {
    does: 'Takes a send back; its link is dead.',
    clock: "Before the send's end. From then on it is the holder's anyway.",
    checks: [exists, onlyHolder, onlyIn('sent')],
    becomes: (ask) => heldBy(ask, ask.right.holder),
    pays: free,
  },
  claim: {
    does: 'Gives a sent right to the recipient whom the claim key signed for; a price is paid by the caller.',
    clock: "Before the send's end, the claim's own deadline and the redeem-by day.",
    checks: [
      exists,
      onlyIn('sent'),
      notExpired,
      beforeRedeemBy({ unlessUnserved: false }),
      check(
        'signature',
        'SignatureInvalid',
        'the claim key has not signed exactly this',
        ({ given }) => given.signature !== 'right',
        ({ right }) => [right.claimKey],
      ),
      toSomebody,
      exactValue(({ right }) => right.price),
      takesIt,
    ],
    becomes: (ask) => heldBy(ask, ask.given.to),
    pays: (ask) => resale(ask, ask.right.price),
  },
  handOverGift: {
    does: "Hands the good of a sent gift over at the desk, on the claim key's signature. Burns.",
    clock:
      "Before the send's end and the redeem-by day (unless unserved); the signature's end at most 10 minutes ahead.",
    checks: [
      exists,
      onlyDesk,
      onlyIn('sent'),
      check('values', 'NotAGift', 'it has a price', ({ right }) => right.price !== 0n),
      atOnce,
      beforeRedeemBy({ unlessUnserved: true }),
      signedBy(({ right }) => right.claimKey, 'not signed by the claim key over exactly this'),
    ],
    becomes: (ask) => burned(ask, 'redeemed'),
    pays: (ask) => escrowTo(ask, ask.series.issuer),
  },
} as const satisfies Record<string, Rule>

function unpacked(packed: number): bigint {
  return BigInt(packed % 2 ** 27) * 10n ** BigInt(Math.floor(packed / 2 ** 27))
}
