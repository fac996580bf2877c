import type { Account } from '../ids.ts'

/** A call for a wallet to sign and send. `value` in wei. */
export type Call = { from: Account; to: Account; data: string; value: bigint }
