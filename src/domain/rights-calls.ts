import { concat, dataLength, dataSlice, Interface, ZeroAddress } from 'ethers'
import { rightsAbi } from './generated/rights-abi.ts'
import { type Goods, goodsToTuple } from './goods.ts'
import type { Account, DealId, RightId, SeriesId } from './ids.ts'
import { allWays, type Terms, termsToTuple, type Way } from './terms.ts'

/** A call ready for a wallet. `value` in wei. */
export type RightsCall = { to: Account; data: string; value: bigint }

/** The encoder and decoder of `Rights`; the only one. */
export const rightsInterface = new Interface(rightsAbi)

const coinInterface = new Interface(['function approve(address spender, uint256 amount)'])

const REFERENCE_BYTES = 8

/** Puts a series on chain; the caller becomes its issuer. `salt` is 32 bytes, hex. */
export function publishCall(
  rights: Account,
  input: {
    terms: Terms
    goods: Goods
    salt: string /** How many may be sold for now. */
    limit?: number
  },
): RightsCall {
  const { terms, goods, salt, limit = terms.supply } = input
  return rightsCall(rights, 'publish', [termsToTuple(terms), goodsToTuple(goods), limit, salt])
}

/**
 * Pays for rights of a series. Without `recipient` the caller gets them. A series in another coin than the chain's own
 * needs {@link approveCall} first.
 * @param reference is appended to the call, and is how a purchase is found again however it got to the chain
 */
export function buyCall(
  rights: Account,
  input: {
    series: SeriesId
    terms: Pick<Terms, 'price' | 'currency'>
    quantity: number
    buyer: Account
    recipient?: Account
    /** Whose link brought the buyer. */
    contributor?: Account | null
    /** Minted straight into Sent: one claim key for each, until a time in Unix seconds. */
    gift?: { claimKeys: readonly Account[]; until: number }
  },
  reference?: DealId,
): RightsCall {
  const { series, terms, quantity, buyer, recipient = buyer, contributor = null, gift } = input
  const isShort =
    quantity === 1 && recipient === buyer && contributor === null && gift === undefined
  const value = terms.currency === null ? terms.price * BigInt(quantity) : 0n
  if (isShort) return rightsCall(rights, 'buyRight', [series], { value, reference })
  const [until, keys] = gift === undefined ? [0, []] : [gift.until, gift.claimKeys]
  const purchase = [series, quantity, recipient, contributor ?? ZeroAddress, until, keys]
  return rightsCall(rights, 'buy', [purchase], { value, reference })
}

/** Lets `Rights` pull exactly this much of a coin, in its smallest unit. */
export function approveCall(
  input: { coin: Account; rights: Account; amount: bigint },
  reference?: DealId,
): RightsCall {
  const data = coinInterface.encodeFunctionData('approve', [input.rights, input.amount])
  return { to: input.coin, data: withReference(data, reference), value: 0n }
}

/** Locks a right to get its good. */
export function requestCall(
  rights: Account,
  input: { right: RightId; way: Way; commitment: string },
  reference?: DealId,
): RightsCall {
  const way = allWays.indexOf(input.way)
  return rightsCall(rights, 'request', [input.right, way, input.commitment], { reference })
}

/** Locks several rights at once, each under its own commitment. */
export function requestManyCall(
  rights: Account,
  input: { requests: readonly { right: RightId; commitment: string }[]; way: Way },
  reference?: DealId,
): RightsCall {
  const { requests, way } = input
  const ids = requests.map(({ right }) => right)
  const commitments = requests.map(({ commitment }) => commitment)
  const args = [ids, allWays.indexOf(way), commitments]
  return rightsCall(rights, 'requestMany', args, { reference })
}

/** Locks a right under its issuer's signed acceptance, and pays the fee that it names. */
export function requestAcceptedCall(
  rights: Account,
  input: {
    right: RightId
    way: Way
    commitment: string
    fee: bigint
    currency: Account | null
    expiry: number
    by: Account
    signature: string
  },
  reference?: DealId,
): RightsCall {
  const { right, way, commitment, fee, currency, expiry, by, signature } = input
  const acceptance = [right, allWays.indexOf(way), commitment, fee, expiry, by]
  const value = currency === null ? fee : 0n
  return rightsCall(rights, 'requestAccepted', [acceptance, signature], { value, reference })
}

/** Takes a request back. */
export function withdrawRequestCall(
  rights: Account,
  right: RightId,
  reference?: DealId,
): RightsCall {
  return rightsCall(rights, 'withdrawRequest', [right], { reference })
}

/** Burns a requested right against its secret (16 bytes, hex). Anyone may send it. */
export function handOverCall(
  rights: Account,
  input: { right: RightId; secret: string },
  reference?: DealId,
): RightsCall {
  return rightsCall(rights, 'handOver', [input.secret, input.right], { reference })
}

/** Burns several that share a secret. Anyone may send it. */
export function handOverManyCall(
  rights: Account,
  input: { held: readonly RightId[]; secret: string },
  reference?: DealId,
): RightsCall {
  return rightsCall(rights, 'handOverMany', [input.secret, input.held], { reference })
}

/** Pays a listed right's holder; the nonce says exactly which listing. */
export function takeCall(
  rights: Account,
  input: { right: RightId; nonce: number; price: bigint; currency: Account | null; to: Account },
  reference?: DealId,
): RightsCall {
  const { right, nonce, price, currency, to } = input
  const value = currency === null ? price : 0n
  return rightsCall(rights, 'take', [right, nonce, price, to], { value, reference })
}

/** Moves a held right to another account, which is asked when it has code. */
export function transferCall(
  rights: Account,
  input: { right: RightId; from: Account; to: Account },
): RightsCall {
  const { right, from, to } = input
  return rightsCall(rights, 'safeTransferFrom(address,address,uint256)', [from, to, right])
}

/** Pays money that waits in `Rights` to its owner. Anyone may send it. */
export function withdrawCall(
  rights: Account,
  currency: Account | null,
  owner: Account,
): RightsCall {
  return rightsCall(rights, 'withdraw', [currency ?? ZeroAddress, owner])
}

/**
 * The reference behind the arguments of a call to `Rights`: 16 hex digits, or null when the call is not one of ours or is
 * not exactly eight bytes longer than its arguments.
 */
export function referenceOf(calldata: string): DealId | null {
  try {
    const parsed = rightsInterface.parseTransaction({ data: calldata })
    if (parsed === null) return null
    const plain = dataLength(rightsInterface.encodeFunctionData(parsed.fragment, parsed.args))
    if (dataLength(calldata) !== plain + REFERENCE_BYTES) return null
    return dataSlice(calldata, plain).slice(2).toLowerCase() as DealId
  } catch {
    // Bytes that do not decode are somebody else's call.
    return null
  }
}

/** Any call to `Rights`, by the name and arguments of its ABI; the reference stands behind them. */
export function rightsCall(
  rights: Account,
  name: string,
  args: readonly unknown[],
  rest: { value?: bigint; reference?: DealId | undefined } = {},
): RightsCall {
  const data = rightsInterface.encodeFunctionData(name, args)
  return { to: rights, data: withReference(data, rest.reference), value: rest.value ?? 0n }
}

function withReference(data: string, reference: DealId | undefined): string {
  if (reference === undefined) return data
  if (!/^[0-9a-f]{16}$/.test(reference)) throw new RangeError('a reference is 16 hex digits')
  return concat([data, `0x${reference}`])
}
