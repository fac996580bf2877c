import { keccak256, toUtf8Bytes, ZeroAddress } from 'ethers'
import type { Act, ActArguments } from './deal/act.ts'
import type { Account, DealId, RightId, SeriesId } from './ids.ts'
import { packPrice } from './price.ts'
import { type RightsCall, rightsCall } from './rights-calls.ts'

/** What an act is about. `refundDue` (wei) goes with a refund in the chain's own coin that is not in escrow. */
export type ActInput = {
  act: Act
  right: RightId | null
  series: SeriesId | null
  arguments: ActArguments
  refundDue: bigint
}

type Encoded = readonly [name: string, args: readonly unknown[], value?: bigint]

const encoders: Readonly<Record<Act, (input: ActInput) => Encoded>> = {
  list: ({ right, arguments: { price = 0n, account, until } }) => [
    'list',
    [right, packed(price), account ?? ZeroAddress, until],
  ],
  unlist: ({ right }) => ['unlist', [right]],
  'take-back': ({ right }) => ['takeBack', [right]],
  'withdraw-request': ({ right }) => ['withdrawRequest', [right]],
  confirm: ({ right }) => ['confirm', [right]],
  dispute: ({ right, arguments: { text } }) => ['dispute', [right, hashOf(text)]],
  'refund-me': ({ right }) => ['refund', [right]],
  accept: ({ right, arguments: { until } }) => ['accept', [right, until]],
  refuse: ({ right, arguments: { reason } }) => ['refuse', [right, reason ?? 0]],
  ship: ({ right, arguments: { text } }) => ['ship', [right, hashOf(text)]],
  refund: ({ right, refundDue }) => ['refund', [right], refundDue],
  close: ({ series }) => ['close', [series]],
  'raise-limit': ({ series, arguments: { limit } }) => ['raiseLimit', [series, limit]],
  'set-staff': ({ arguments: { account, isStaff } }) => ['setStaff', [account, isStaff === true]],
  rule: ({ right, arguments: { toHolder } }) => ['rule', [right, toHolder ?? 0n]],
  complete: ({ right }) => ['complete', [right]],
  withdraw: ({ arguments: { currency, account } }) => [
    'withdraw',
    [currency ?? ZeroAddress, account],
  ],
}

/** The one call that does an act. @throws RangeError for a price that cannot be kept exactly */
export function actCall(rights: Account, input: ActInput, reference?: DealId): RightsCall {
  const [name, args, value = 0n] = encoders[input.act](input)
  return rightsCall(rights, name, args, { value, reference })
}

/** The hash of words that stay off the chain: says later whether these were the ones. */
export function hashOf(text: string | undefined): string {
  return keccak256(toUtf8Bytes(text ?? ''))
}

function packed(price: bigint): number {
  const found = packPrice(price)
  if (found === null) throw new RangeError('price does not fit')
  return found
}
