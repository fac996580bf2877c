import { formatUnits } from 'ethers'

/** A coin. `address` is null for the chain's own. */
export type Coin = { symbol: string; decimals: number }

/** An amount for other programs: exact, with a decimal point and nothing else. `minor` in the smallest unit. */
export function formatDecimal(minor: bigint, { decimals }: Coin): string {
  return formatUnits(minor, decimals).replace(/\.0$/, '')
}

/**
 * An amount for people: exact, grouped as the locale does, with the coin's symbol. `minor` in the smallest unit. The
 * number travels as text, so that no digit is lost on the way.
 */
export function formatMoney(minor: bigint, coin: Coin, locale: string): string {
  const decimal = formatDecimal(minor, coin)
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
  return `${format.format(decimal as Intl.StringNumericLiteral)} ${coin.symbol}`
}
