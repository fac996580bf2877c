/** Fees of one transaction, in wei for one gas. */
export type Fees = { maxFeeWei: bigint; tipWei: bigint }

/**
 * Fees that hold for some blocks: twice the present base fee and the tip, never above the operator's limit. Null when the
 * limit would not even pay for the next block.
 */
export function chooseFees(
  now: { baseFeeWei: bigint; tipWei: bigint },
  limitWei: bigint,
): Fees | null {
  const { baseFeeWei, tipWei } = now
  if (baseFeeWei + tipWei > limitWei) return null
  return { maxFeeWei: least(2n * baseFeeWei + tipWei, limitWei), tipWei }
}

/**
 * Fees with which a stuck transaction is replaced: what the network asks now, and a quarter more than before, because
 * nodes refuse a replacement that adds less than a tenth. Null when the operator's limit leaves no room for that.
 */
export function raiseFees(before: Fees, present: Fees, limitWei: bigint): Fees | null {
  const maxFeeWei = least(most(quarterMore(before.maxFeeWei), present.maxFeeWei), limitWei)
  const tipWei = least(most(quarterMore(before.tipWei), present.tipWei), maxFeeWei)
  const isEnough = maxFeeWei >= tenthMore(before.maxFeeWei) && tipWei >= tenthMore(before.tipWei)
  return isEnough ? { maxFeeWei, tipWei } : null
}

const least = (a: bigint, b: bigint) => (a < b ? a : b)
const most = (a: bigint, b: bigint) => (a > b ? a : b)
const quarterMore = (fee: bigint) => (fee * 5n) / 4n + 1n
const tenthMore = (fee: bigint) => (fee * 11n) / 10n + 1n
