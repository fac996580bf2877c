import type { Ask, Payment } from './ask.ts'
import {
  beforeDeadline,
  burned,
  check,
  escrowTo,
  exactValue,
  exists,
  free,
  inDays,
  isPastRedeemBy,
  next,
  notExpired,
  only,
  onlyHolder,
  onlyIn,
  type Rule,
} from './checks.ts'

const splits = check(
  'values',
  'SplitOutOfBounds',
  'more than is in escrow',
  ({ given, series }) => given.toHolder > series.price,
  ({ given, series }) => [given.toHolder, series.price],
)

/** All to the holder is a refund, all to the issuer a redemption. */
const divided = (ask: Ask) => {
  const { toHolder } = ask.given
  if (toHolder === 0n) return burned(ask, 'redeemed')
  return burned(ask, toHolder === ask.series.price ? 'refunded' : 'settled')
}

const parts = ({ right, series, given }: Ask): readonly Payment[] => [
  { from: null, to: right.holder, amount: given.toHolder },
  { from: null, to: series.issuer, amount: series.price - given.toHolder },
]

const agreed = (
  party: (ask: Ask) => Ask['caller'],
  signature: 'signature' | 'issuerSignature',
  when: string,
) =>
  check(
    'signature',
    'SignatureInvalid',
    when,
    (ask) => ask.caller !== party(ask) && ask.given[signature] !== 'right',
    (ask) => [party(ask)],
  )

/** The issuer always; the holder of an unserved escrow right; anyone when nobody ruled in time. */
const mayRefund = ({ caller, right, series, time }: Ask) => {
  if (caller === series.issuer) return true
  if (right.state === 'disputed') return time >= right.until
  return caller === right.holder && right.state === 'held' && right.unserved && series.escrow
}

/** Disputes, refunds and lapse. */
export const disputeRules = {
  dispute: {
    does: 'Disputes a shipped good.',
    clock: "Before the dispute period's end. The arbiter has the same period again.",
    checks: [
      exists,
      onlyHolder,
      onlyIn('shipped'),
      check('values', 'NotInEscrow', 'direct series', ({ series }) => !series.escrow),
      beforeDeadline,
    ],
    becomes: (ask) =>
      next(ask, 'disputed', {
        commitment: ask.right.commitment,
        until: inDays(ask, ask.series.disputeDays),
      }),
    pays: free,
  },
  rule: {
    does: 'The arbiter divides the escrow. Burns.',
    clock: 'Before the ruling period is over.',
    checks: [exists, only('NotArbiter', 'arbiter'), onlyIn('disputed'), splits, beforeDeadline],
    becomes: divided,
    pays: parts,
  },
  settle: {
    does: 'Holder and issuer divide the escrow as both have signed; who calls need not sign. Burns.',
    clock: "Before the ruling period is over and before the signatures' end.",
    checks: [
      exists,
      onlyIn('disputed'),
      splits,
      beforeDeadline,
      notExpired,
      agreed(({ right }) => right.holder, 'signature', 'the holder neither calls nor has signed'),
      agreed(
        ({ series }) => series.issuer,
        'issuerSignature',
        'the issuer neither calls nor has signed',
      ),
    ],
    becomes: divided,
    pays: parts,
  },
  refund: {
    does: "Gives the series' price back to the holder, from escrow or with the call. Burns.",
    clock: "The issuer's at any time; anyone's from the end of a ruling period on.",
    checks: [
      exists,
      check(
        'caller',
        'NotRefundable',
        'neither the issuer, nor the holder of a held, unserved escrow right, nor a dispute that nobody ruled on in time',
        (ask) => !mayRefund(ask),
        ({ right, caller }) => [right.id, caller],
      ),
      exactValue(({ series }) => (series.escrow ? 0n : series.price)),
    ],
    becomes: (ask) => burned(ask, 'refunded'),
    pays: (ask) => {
      const { right, series, caller } = ask
      if (series.escrow) return escrowTo(ask, right.holder)
      return [{ from: caller, to: right.holder, amount: series.price }]
    },
  },
  lapse: {
    does: 'Ends a right that nobody asked for in time; escrow goes back to the holder. Burns.',
    clock: 'From the redeem-by day on; never a right that was left unserved.',
    checks: [
      exists,
      onlyIn('held', 'listed', 'sent'),
      check(
        'clock',
        'NotLapsed',
        'before the redeem-by day, or unserved',
        ({ right, series, time }) => right.unserved || !isPastRedeemBy(series.redeemBy, time),
      ),
    ],
    becomes: (ask) => burned(ask, 'lapsed'),
    pays: (ask) => escrowTo(ask, ask.right.holder),
  },
} as const satisfies Record<string, Rule>
