import type { Account } from './ids.ts'

/**
 * A coin as the version of a button: two accounts are too long for callback data, and the first four bytes tell one person's
 * few coins apart. 0 is the chain's own coin.
 */
export function creditVersion(currency: Account | null): number {
  return currency === null ? 0 : Number.parseInt(currency.slice(2, 10), 16) + 1
}
