import { type Coin, formatDecimal } from './money.ts'

/** How a price in one coin is typed, by the example of `minor`: in no language's grouping, so that it can be read back. */
export function examplePrice(minor: bigint, coin: Coin): { coin: string; example: string } {
  return { coin: coin.symbol, example: `${formatDecimal(minor, coin)} ${coin.symbol}` }
}
