import type { Account } from './ids.ts'

/** An account as it is shown: `0x1234…abcd`. The whole address is always one tap away. */
export function shortAccount(account: Account): string {
  return `${account.slice(0, 6)}…${account.slice(-4)}`
}
