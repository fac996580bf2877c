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
  return call(rights, 'publish', [termsToTuple(terms), goodsToTuple(goods), limit, salt])
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
    contributor?: Account
  },
  reference?: DealId,
): RightsCall {
  const { series, terms, quantity, buyer, recipient = buyer, contributor = null } = input
  const isShort = quantity === 1 && recipient === buyer && contributor === null
  const value = terms.currency === null ? terms.price * BigInt(quantity) : 0n
  if (isShort) return call(rights, 'buyRight', [series], { value, reference })
  const purchase = [series, quantity, recipient, contributor ?? ZeroAddress, 0, []]
  return call(rights, 'buy', [purchase], { value, reference })
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
  return call(rights, 'request', [input.right, way, input.commitment], { reference })
}

/** Takes a request back. */
export function withdrawRequestCall(
  rights: Account,
  right: RightId,
  reference?: DealId,
): RightsCall {
  return call(rights, 'withdrawRequest', [right], { reference })
}

/** Burns a requested right against its secret (16 bytes, hex). Anyone may send it. */
export function handOverCall(
  rights: Account,
  input: { right: RightId; secret: string },
  reference?: DealId,
): RightsCall {
  return call(rights, 'handOver', [input.secret, input.right], { reference })
}

/** Moves a held right to another account, which is asked when it has code. */
export function transferCall(
  rights: Account,
  input: { right: RightId; from: Account; to: Account },
): RightsCall {
  const { right, from, to } = input
  return call(rights, 'safeTransferFrom(address,address,uint256)', [from, to, right])
}

/** Pays money that waits in `Rights` to its owner. Anyone may send it. */
export function withdrawCall(
  rights: Account,
  currency: Account | null,
  owner: Account,
): RightsCall {
  return call(rights, 'withdraw', [currency ?? ZeroAddress, owner])
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

function call(
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
