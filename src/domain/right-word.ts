import { getAddress } from 'ethers'
import type { Account } from './ids.ts'
import { packPrice, unpackPrice } from './price.ts'

/** The states of a right as numbered on chain: the place in this list is the number. */
export const rightStates = [
  'none',
  'held',
  'listed',
  'sent',
  'requested-pick-up',
  'requested-delivery',
  'accepted-pick-up',
  'accepted-delivery',
  'shipped',
  'disputed',
  'redeemed',
  'refunded',
  'lapsed',
  'settled',
] as const

/** A state as numbered on chain; {@link effectiveState} tells state and way apart. */
export type WordState = (typeof rightStates)[number]

/** What one right's storage word says, before the clock is asked. */
export type RightWord = {
  owner: Account
  state: WordState
  /** Somebody may move it besides the holder and their operators. */
  approved: boolean
  /** A claim key, private taker or commitment belongs to the present state. */
  auxLive: boolean
  /** Was left unserved once: refused, or not answered. Stays until it burns. */
  unserved: boolean
  /** The series' price waits in the contract for this right; never changes. */
  escrowed: boolean
  /** Paid in the chain's own coin, no royalty, no redeem-by day; never changes. */
  plain: boolean
  /** Grows with every change of holder or state; stays at 2^23 - 1. */
  nonce: number
  /** Unix seconds: first second at which the state is over; after burning, when it burned; 0 when there is none. */
  until: number
  /** Smallest unit; 0 unless listed or sent. */
  price: bigint
}

/** The nonce that never grows; no new signature is accepted there. */
export const MAX_NONCE = 2 ** 23 - 1

const bits = (word: bigint, shift: bigint, width: number) => BigInt.asUintN(width, word >> shift)

/** Reads a word. Throws RangeError for one that the contract cannot have written. */
export function unpackRightWord(word: bigint): RightWord {
  if (word < 0n || word >> 256n !== 0n) throw new RangeError('not a word')
  const state = rightStates[Number(bits(word, 160n, 4))]
  if (state === undefined) throw new RangeError('unknown state')
  const flags = bits(word, 164n, 5)
  return {
    owner: getAddress(`0x${bits(word, 0n, 160).toString(16).padStart(40, '0')}`) as Account,
    state,
    approved: (flags & 1n) !== 0n,
    auxLive: (flags & 2n) !== 0n,
    unserved: (flags & 4n) !== 0n,
    escrowed: (flags & 8n) !== 0n,
    plain: (flags & 16n) !== 0n,
    nonce: Number(bits(word, 169n, 23)),
    until: Number(bits(word, 192n, 32)),
    price: unpackPrice(Number(bits(word, 224n, 32))),
  }
}

/** Writes a word. Throws RangeError for a field that does not fit; nothing ever spills into its neighbour. */
export function packRightWord(right: RightWord): bigint {
  const price = packPrice(right.price)
  if (price === null) throw new RangeError('price does not fit')
  const { approved, auxLive, unserved, escrowed, plain } = right
  const flags = [approved, auxLive, unserved, escrowed, plain].reduce(
    (sum, isSet, place) => sum + Number(isSet) * 2 ** place,
    0,
  )
  return (
    BigInt(getAddress(right.owner)) |
    (BigInt(rightStates.indexOf(right.state)) << 160n) |
    (BigInt(flags) << 164n) |
    (field(right.nonce, MAX_NONCE) << 169n) |
    (field(right.until, 0xffffffff) << 192n) |
    (BigInt(price) << 224n)
  )
}

function field(value: number, most: number): bigint {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new RangeError('does not fit')
  return BigInt(value)
}
