import { getAddress, hexlify } from 'ethers'
import fc from 'fast-check'
import type { Account, DealId, SeriesId } from '../../../src/domain/ids.ts'
import { unpackPrice } from '../../../src/domain/price.ts'
import { MAX_NONCE, type RightWord, rightStates } from '../../../src/domain/right-word.ts'

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((b) => hexlify(b))

export const anyAccount = bytes(20).map((hex) => getAddress(hex) as Account)
export const anySeries = bytes(24).map((hex) => hex as SeriesId)
export const anyHash = bytes(32)
export const anyDeal = bytes(8).map((hex) => hex.slice(2) as DealId)
export const anyPrice = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(unpackPrice)

/** Every word that the packing has room for. */
export const anyRightWord: fc.Arbitrary<RightWord> = fc.record(
  {
    owner: anyAccount,
    state: fc.constantFrom(...rightStates),
    approved: fc.boolean(),
    auxLive: fc.boolean(),
    unserved: fc.boolean(),
    escrowed: fc.boolean(),
    plain: fc.boolean(),
    nonce: fc.oneof(fc.integer({ min: 0, max: MAX_NONCE }), fc.constant(MAX_NONCE)),
    until: fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constant(0)),
    price: anyPrice,
  },
  { noNullPrototype: true },
)
