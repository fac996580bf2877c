import type { GasByOperation, GasResult } from './gas-result.ts'

/** The most that a first purchase may cost above the leanest token's bare mint, in per cent. */
const ABOVE_FLOOR_PER_CENT = 2

/** What ours may cost at most, in gas. */
const limits: GasByOperation = {
  'buy 1': 84_700,
  'buy 1, escrow': 79_000,
  'buy 1, coin by EIP-3009': 135_000,
  'buy, each further right': 24_200,
  transfer: 57_900,
  'list + take': 98_500,
  'list + take, royalty': 108_000,
  'signed offer taken': 75_500,
  'send + claim, free': 117_000,
  'send + claim, paid by the recipient': 126_500,
  request: 54_000,
  'request, no commitment': 32_000,
  accept: 33_800,
  'hand over and burn': 36_500,
  'hand over and burn, escrow': 44_500,
  'redeem at the desk by signature': 45_500,
  'redeem at the desk by signature, escrow': 55_000,
  'publish, 600 bytes of data': 185_000,
}

/** Why an operation may be above its limit; nothing else may. */
export const reasons: Readonly<Record<string, string>> = {
  'list + take, royalty':
    'two payees in one call, neither of whom can stop the other (9,300 each), and two words of the series to know them by; ' +
    'what most holders have, their only one, is below',
  'hand over and burn, escrow':
    'the payee is looked up, gets at most 100,000 gas, and is credited where he cannot receive, so that he cannot stop the ' +
    'hand-over; what most holders have, their only one, is below',
}

/** What ours may cost at most, by operation; an operation without a limit is missing. */
export function gasLimits({ peers }: Pick<GasResult, 'peers'>): GasByOperation {
  const floor = peers['Solady']?.['buy 1']
  const most = floor === undefined ? [] : [Math.floor((floor * (100 + ABOVE_FLOOR_PER_CENT)) / 100)]
  return { ...limits, 'buy 1': Math.min(limits['buy 1'] ?? 0, ...most) }
}
