const MANTISSA_BITS = 27
const MAX_MANTISSA = (1n << BigInt(MANTISSA_BITS)) - 1n
const MAX_EXPONENT = 31

/**
 * A price in the 32 bits that the contract keeps: 27-bit mantissa (low) times ten to a 5-bit exponent (high), in its one
 * form with the smallest mantissa. Null when the amount (smallest unit) has too many digits to be kept exactly.
 */
export function packPrice(amount: bigint): number | null {
  if (amount < 0n) return null
  let mantissa = amount
  let exponent = 0
  while (mantissa !== 0n && mantissa % 10n === 0n && exponent < MAX_EXPONENT) {
    mantissa /= 10n
    exponent += 1
  }
  if (mantissa > MAX_MANTISSA) return null
  return Number(mantissa) + exponent * 2 ** MANTISSA_BITS
}

/** The amount in the smallest unit that a packed price means. */
export function unpackPrice(packed: number): bigint {
  if (!Number.isInteger(packed) || packed < 0 || packed > 0xffffffff) {
    throw new RangeError('not a packed price')
  }
  const mantissa = BigInt(packed) & MAX_MANTISSA
  return mantissa * 10n ** BigInt(Math.floor(packed / 2 ** MANTISSA_BITS))
}
