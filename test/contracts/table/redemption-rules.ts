import type { WordState } from '../../../src/domain/right-word.ts'
import type { Ask } from './ask.ts'
import {
  atOnce,
  beforeRedeemBy,
  burned,
  check,
  escrowTo,
  exactValue,
  exists,
  free,
  inDays,
  next,
  notExpired,
  onlyDesk,
  onlyHolder,
  onlyIn,
  type Rule,
} from './checks.ts'
import { accepted, type RightFacts, requested } from './right-facts.ts'

const ways = ['pick-up', 'delivery'] as const

const wayOffered = check(
  'values',
  'WayNotOffered',
  'way not offered by the series',
  ({ series, given }) => !series.ways.includes(ways[given.way]),
  ({ right, given }) => [right.id, given.way],
)

const redeemed = (ask: Ask) => burned(ask, 'redeemed')
const toIssuer = (ask: Ask) => escrowTo(ask, ask.series.issuer)

const asked = (ask: Ask, kind: 'requested' | 'accepted', days: number): RightFacts =>
  next(ask, `${kind}-${ways[ask.given.way]}` satisfies WordState, {
    commitment: ask.given.commits ? 'committed' : null,
    until: inDays(ask, days),
  })

const latestHandOver = (ask: Ask) => inDays(ask, ask.series.handOverDays)

/** Redemption. */
export const redemptionRules = {
  request: {
    does: 'Asks for the good, and locks the right.',
    clock: "Before the redeem-by day, or unserved. The desk has the terms' answer period.",
    checks: [
      exists,
      onlyHolder,
      onlyIn('held'),
      wayOffered,
      beforeRedeemBy({ unlessUnserved: true }),
    ],
    becomes: (ask) => asked(ask, 'requested', ask.series.answerDays),
    pays: free,
  },
  requestAccepted: {
    does: "Asks for the good on the desk's signed acceptance, and pays the agreed fee.",
    clock:
      "Before the redeem-by day, or unserved, and before the acceptance's end. The desk has the terms' hand-over period.",
    checks: [
      exists,
      onlyHolder,
      onlyIn('held'),
      wayOffered,
      beforeRedeemBy({ unlessUnserved: true }),
      notExpired,
      check(
        'signature',
        'NotDesk',
        'accepted by somebody who is neither issuer nor staff',
        ({ given, series, people }) => given.by !== series.issuer && given.by !== people.staff,
        ({ right, given }) => [right.id, given.by],
      ),
      check(
        'signature',
        'SignatureInvalid',
        'not signed by whom it names, over exactly this',
        ({ given }) => given.signature !== 'right',
        ({ given }) => [given.by],
      ),
      exactValue(({ given }) => given.fee),
    ],
    becomes: (ask) => asked(ask, 'accepted', ask.series.handOverDays),
    pays: ({ caller, series, given }) => [{ from: caller, to: series.issuer, amount: given.fee }],
  },
  withdrawRequest: {
    does: 'Takes a request back.',
    clock: "Before the answer period's end, as long as nobody has accepted.",
    checks: [exists, onlyHolder, onlyIn(...requested)],
    becomes: (ask) => next(ask, 'held'),
    pays: free,
  },
  accept: {
    does: 'Promises to hand the good over until a time.',
    clock: "Before the answer period's end; the promise at most the terms' hand-over period ahead.",
    checks: [
      exists,
      onlyDesk,
      onlyIn(...requested),
      check(
        'values',
        'UntilOutOfBounds',
        'hand-over time not ahead, or later than the terms allow',
        (ask) => {
          const { until } = ask.given
          if (until === 0n) return false
          return until <= BigInt(ask.time) || until > BigInt(latestHandOver(ask))
        },
        ({ given }) => [given.until],
      ),
    ],
    becomes: (ask) =>
      next(
        ask,
        ask.right.state === 'requested-pick-up' ? 'accepted-pick-up' : 'accepted-delivery',
        {
          commitment: ask.right.commitment,
          until: Number(ask.given.until) || latestHandOver(ask),
        },
      ),
    pays: free,
  },
  refuse: {
    does: "Says no. The right is the holder's again, and unserved.",
    clock: 'Before the answer or hand-over period is over; then silence has said the same.',
    checks: [exists, onlyDesk, onlyIn(...requested, ...accepted)],
    becomes: (ask) => next(ask, 'held', { unserved: true }),
    pays: free,
  },
  ship: {
    does: 'Says that the good of an accepted delivery is on its way.',
    clock: "Before the hand-over time. The holder has the terms' dispute period.",
    checks: [exists, onlyDesk, onlyIn('accepted-delivery')],
    becomes: (ask) =>
      next(ask, 'shipped', {
        commitment: ask.right.commitment,
        until: inDays(ask, ask.series.disputeDays),
      }),
    pays: free,
  },
  confirm: {
    does: 'The holder says that the good is there. Burns.',
    clock: 'As long as the request or acceptance lasts; of what was shipped, any time.',
    checks: [exists, onlyHolder, onlyIn(...requested, ...accepted, 'shipped')],
    becomes: redeemed,
    pays: toIssuer,
  },
  complete: {
    does: 'Burns a right whose good was shipped and not complained about.',
    clock: "From the dispute period's end on.",
    checks: [
      exists,
      onlyIn('shipped'),
      check(
        'clock',
        'DeadlineAhead',
        "before the dispute period's end",
        ({ right, time }) => time < right.until,
        ({ right }) => [right.id, right.until],
      ),
    ],
    becomes: redeemed,
    pays: toIssuer,
  },
  handOver: {
    does: 'Burns a right against its secret.',
    clock:
      'As long as the request or acceptance lasts; of what was shipped, any time; of a dispute, before the ruling period is over.',
    checks: [
      exists,
      onlyIn(...requested, ...accepted, 'shipped', 'disputed'),
      check(
        'clock',
        'DeadlinePassed',
        'disputed, and the ruling period over',
        ({ right, time }) => right.state === 'disputed' && time >= right.until,
        ({ right }) => [right.id, right.until],
      ),
      check(
        'signature',
        'SecretWrong',
        'not the secret of the commitment, or no commitment',
        ({ right, given }) => right.commitment === null || given.secret === 'wrong',
      ),
    ],
    becomes: redeemed,
    pays: toIssuer,
  },
  redeem: {
    does: "Burns a held right at the desk, on the holder's signature.",
    clock: "Before the redeem-by day, or unserved; the signature's end at most 10 minutes ahead.",
    checks: [
      exists,
      onlyDesk,
      onlyIn('held'),
      beforeRedeemBy({ unlessUnserved: true }),
      atOnce,
      check(
        'signature',
        'SignatureInvalid',
        'not signed by the holder over exactly this',
        ({ given }) => given.signature !== 'right',
        ({ right }) => [right.holder],
      ),
    ],
    becomes: redeemed,
    pays: toIssuer,
  },
} as const satisfies Record<string, Rule>
