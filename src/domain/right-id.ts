import type { RightId, SeriesId } from './ids.ts'

const SERIAL_BITS = 64n

/** The token id of one right: series id in the high 192 bits, serial (from 1, in order of sale) in the low 64. */
export function packRightId(series: SeriesId, serial: bigint): RightId {
  if (serial < 1n || serial >> SERIAL_BITS !== 0n) throw new RangeError('serial out of range')
  return toRightId((BigInt(series) << SERIAL_BITS) | serial)
}

/** The series and the serial that a token id names. */
export function unpackRightId(right: RightId): { series: SeriesId; serial: bigint } {
  return {
    series: right.slice(0, 50) as SeriesId,
    serial: BigInt.asUintN(64, BigInt(right)),
  }
}

/** A token id from the number it is on chain. */
export function toRightId(tokenId: bigint): RightId {
  if (tokenId < 0n || tokenId >> 256n !== 0n) throw new RangeError('token id out of range')
  return `0x${tokenId.toString(16).padStart(64, '0')}` as RightId
}
