/** The amount that a packed price means: 27 bits times ten to the power of 5 bits. */
export function amountOfPrice(packed: number): bigint {
  return BigInt(packed % 2 ** 27) * 10n ** BigInt(Math.floor(packed / 2 ** 27))
}

/** Is the price above zero and in its one form? */
export function isCanonical(packed: number): boolean {
  const mantissa = packed % 2 ** 27
  const exponent = Math.floor(packed / 2 ** 27)
  return mantissa !== 0 && (mantissa % 10 !== 0 || exponent === 31)
}

/** A part of an amount, in hundredths of a per cent, rounded down. */
export function partOf(amount: bigint, bps: number): bigint {
  return (amount * BigInt(bps)) / 10_000n
}
