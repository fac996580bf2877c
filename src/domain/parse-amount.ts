import { parseUnits } from 'ethers'
import type { Coin } from './money.ts'
import { packPrice } from './price.ts'

const AMOUNT = /^\s*([0-9]{1,15}(?:[.,][0-9]{1,18})?)\s*([\p{L}$¥€]{0,16})\s*$/u

/**
 * What a person typed as a price: a number, perhaps with the coin's symbol behind it. In the smallest unit; null for
 * anything else, for zero, for more decimals than the coin has, for another coin, and for what the contract cannot keep
 * exactly. A comma counts as the decimal mark: groups of thousands are not taken, because `1,000` could be either.
 */
export function parseAmount(text: string, coin: Coin): bigint | null {
  const [, number = '', symbol = ''] = AMOUNT.exec(text.normalize('NFKC')) ?? []
  if (number === '' || /,\d{3}$/.test(number)) return null
  if (symbol !== '' && symbol.toLowerCase() !== coin.symbol.toLowerCase()) return null
  try {
    const amount = parseUnits(number.replace(',', '.'), coin.decimals)
    return amount > 0n && packPrice(amount) !== null ? amount : null
  } catch {
    // More decimals than the coin has.
    return null
  }
}
