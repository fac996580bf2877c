import type { Account, PersonId, TxHash } from '../domain/ids.ts'
import type { RelayCall, RelayRefusal } from './relayer.ts'

/** A signed transaction. Fees in wei for one gas; `costWei` is the most that it can cost. */
export type SignedRelay = {
  hash: TxHash
  raw: string
  maxFeeWei: bigint
  tipWei: bigint
  costWei: bigint
}

/** One key of the relayer: its call, the nonce it has now, and every transaction ever signed for it. */
export type RelayEntry = {
  key: string
  call: RelayCall
  /** The gas account, and its nonce for this key. */
  sender: Account
  nonce: number
  gas: bigint
  /** The transaction that was last seen in a block. */
  included: TxHash | null
  /** Oldest first; never empty. Times in Unix ms. */
  signed: readonly (Omit<SignedRelay, 'costWei'> & { signedAt: number })[]
}

/** What was spent. `outstandingWei` is the most that the sender's unsettled transactions may still cost. */
export type RelayUsage = { spentWei: bigint; callsOfPerson: number; outstandingWei: bigint }

/** Gives the transaction of a call the nonce it gets. May be asked again when the ledger has to begin anew. */
export type SignWith = (nonce: number) => SignedRelay

/**
 * The durable memory of the relayer. A transaction is in it before anybody outside has seen it. Each method is one
 * transaction, and nonces are given out in it: two keys never get the same.
 */
export type RelayLedger = {
  find(key: string): Promise<RelayEntry | null>
  usage(of: { sender: Account; person: PersonId }): Promise<RelayUsage>
  /**
   * Opens a key, unless it is known or `refuse` names a reason against it. The nonce is the first that is free both on
   * chain (`chainNonce`) and in the ledger.
   */
  open(input: {
    key: string
    person: PersonId
    call: RelayCall
    sender: Account
    chainNonce: number
    gas: bigint
    refuse(usage: RelayUsage): RelayRefusal | null
    sign: SignWith
  }): Promise<{ type: 'open'; entry: RelayEntry } | { type: 'refused'; reason: RelayRefusal }>
  /** What was spent of today's budget, but for one key. */
  spentWithout(key: string): Promise<bigint>
  /** What is not settled, in the order of the nonces. */
  unsettled(): Promise<RelayEntry[]>
  /** One more transaction under the same nonce; its cost counts for today, and replaces the older one's. */
  replace(key: string, signed: SignedRelay): Promise<void>
  /** The key's nonce was used up by somebody else: gives it a new one. */
  move(
    key: string,
    input: { sender: Account; chainNonce: number; sign: SignWith },
  ): Promise<RelayEntry>
  /** Notes which transaction is in a block, or that none is any more. */
  include(key: string, hash: TxHash | null): Promise<void>
  /** Its block is final; from now on what it really cost counts. */
  settle(key: string, hash: TxHash, costWei: bigint): Promise<void>
  /** What counts as settled, although the chain has not used its nonce: a reorganisation reached below what was final. */
  reopen(sender: Account, chainNonce: number): Promise<void>
}
