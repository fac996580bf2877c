import type { Account } from '../domain/ids.ts'

/** Contributors by a short number, because an account is too long to travel in a button. */
export type Contributors = {
  /** The account's number, from 1; the same for ever. */
  numberOf(account: Account): Promise<number>
  /** Null for a number that nobody has. */
  accountOf(number: number): Promise<Account | null>
}
