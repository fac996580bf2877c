import type { Account, PersonId, TxHash } from '../domain/ids.ts'

/**
 * Why the relayer does not pay: it has no key, its day's budget or its account is empty, this person had their share of the
 * day, the chain would refuse the call, or the network asks more than the operator allows.
 */
export type RelayRefusal = 'off' | 'budget' | 'person-budget' | 'would-fail' | 'too-expensive'

/** A call to `Rights` that the relayer may pay for. Its value is always 0: it pays gas, never goods. */
export type RelayCall = { to: Account; data: string }

/** A refusal with its reason; `error` is the contract's custom error name or the node's words, for `would-fail` only. */
export type RelayRefused<Type extends string> = {
  type: Type
  reason: RelayRefusal
  error: string | null
}

/**
 * Pays the network for people who have no coin of the chain. It takes a claim of a gift, a hand-over against its secret (one
 * or many), a gift's hand-over and a signed redemption, nothing else. @throws RangeError for any other call
 */
export type Relayer = {
  /** Would it pay for this call now? Used for quotes; promises nothing. @throws AppError CHAIN_UNREACHABLE */
  quote(input: {
    person: PersonId
    call: RelayCall
  }): Promise<{ type: 'pays' } | RelayRefused<'refuses'>>
  /**
   * Sends the call once per key, however often it is asked and wherever the process dies: the same key is never paid twice.
   * The hash is that of the transaction in a block, else of the newest one sent; it changes only when the network's fees
   * rose and the transaction had to be replaced. A refusal leaves the key unused. Must not be awaited inside a transaction
   * of the store.
   * @throws AppError CHAIN_UNREACHABLE before anything was written or sent
   */
  relay(input: {
    key: string
    person: PersonId
    call: RelayCall
  }): Promise<{ type: 'sent'; hash: TxHash } | RelayRefused<'refused'>>
}
