import type { Account, TxHash } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import type { TypedMessage } from '../domain/typed-data.ts'

/** A call as prepared for a wallet or found in a transaction. `value` in wei. */
export type ChainCall = { from: Account; to: Account; data: string; value: bigint }

/** What the chain says of a hash that somebody claimed. */
export type TransactionReport =
  | { type: 'unknown' }
  | { type: 'pending'; call: ChainCall }
  | {
      type: 'included'
      call: ChainCall
      succeeded: boolean
      blockNumber: number
      blockHash: string
      reason: string | null
    }

/** A coin of the chain or of a contract. `address` is null for the chain's own coin. */
export type Currency = { address: Account | null; symbol: string; decimals: number }

/** Questions asked of the chain at the moment they are needed. Every method may throw AppError CHAIN_UNREACHABLE. */
export type ChainPort = {
  readonly chainId: number
  /** The address of the `Rights` contract. */
  readonly rights: Account
  /** The newest block; its time (Unix seconds) is "now" for every deadline on chain. */
  head(): Promise<{ number: number; hash: string; time: number }>
  transaction(hash: TxHash): Promise<TransactionReport>
  /** In the coin's smallest unit. */
  balance(account: Account, currency: Account | null): Promise<bigint>
  /** What `Rights` may pull of the account's coins, in the smallest unit. */
  allowance(account: Account, currency: Account): Promise<bigint>
  currency(address: Account | null): Promise<Currency>
  /** The same, if it was read before; else null at once. */
  knownCurrency(address: Account | null): Currency | null
  /** Coins of the same name that the account has on other chains we were told of; a hint, and empty when in doubt. */
  fundsElsewhere(
    account: Account,
    symbol: string,
  ): Promise<{ chain: string; amount: bigint; coin: Coin }[]>
  /** Tries a call without sending it; `error` is the contract's custom error name or the node's words. */
  simulate(
    call: ChainCall,
  ): Promise<{ type: 'ok'; gas: bigint } | { type: 'reverted'; error: string }>
  /** ERC-1271, then ECDSA with low s: has the account signed this EIP-191 text? */
  hasSigned(account: Account, text: string, signature: string): Promise<boolean>
  /** The same for an EIP-712 message about a right. */
  hasSignedTyped(account: Account, message: TypedMessage, signature: string): Promise<boolean>
}

export type { RightsEvent } from '../domain/rights-event.ts'
