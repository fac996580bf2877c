import type { Account, TxHash } from '../../domain/ids.ts'
import { unpackRightWord } from '../../domain/right-word.ts'
import { rightsInterface } from '../../domain/rights-calls.ts'
import { revertReason } from '../revert-reason.ts'
import { plainRpc, type Rpc, toUnreachable } from '../rpc.ts'

/** A transaction in a block, and what it cost. */
export type Inclusion = { hash: TxHash; blockNumber: number; costWei: bigint }

/** What the relayer asks a node. Every method but `offer` may throw AppError CHAIN_UNREACHABLE. */
export type Network = {
  fees(): Promise<{ blockNumber: number; baseFeeWei: bigint; tipWei: bigint }>
  /** How many transactions of the account the chain has, at the head or at a block. */
  count(account: Account, at?: number): Promise<number>
  inclusion(hash: TxHash): Promise<Inclusion | null>
  /** Does the node have the transaction, in a block or waiting? */
  knows(hash: TxHash): Promise<boolean>
  /** Hands a signed transaction to the node. Never throws: what was not taken is offered again. */
  offer(raw: string): Promise<void>
  /** The price at which a right can be claimed now; 0 when it cannot be. */
  claimPrice(rights: Account, id: bigint): Promise<bigint>
}

type RawReceipt = {
  blockNumber: string
  gasUsed: string
  effectiveGasPrice: string
  /** What a rollup asks for its data on the chain below. */
  l1Fee?: string
}

/** Speaks to the node over its JSON-RPC. `onTrouble` hears of transactions that were not taken. */
export function createNetwork(rpc: Rpc, onTrouble: (thrown: unknown) => void): Network {
  const plain = plainRpc(rpc)
  const at = (block?: number) => (block === undefined ? 'latest' : `0x${block.toString(16)}`)

  return {
    async fees() {
      type Head = { number: string; baseFeePerGas?: string }
      const head = await plain.ask<Head>('eth_getBlockByNumber', ['latest', false])
      const tip = await plain.ask<string>('eth_maxPriorityFeePerGas', [])
      return {
        blockNumber: Number(head.number),
        baseFeeWei: BigInt(head.baseFeePerGas ?? 0),
        tipWei: BigInt(tip),
      }
    },

    async count(account, block) {
      return Number(await plain.ask<string>('eth_getTransactionCount', [account, at(block)]))
    },

    async inclusion(hash) {
      const receipt = await plain.ask<RawReceipt | null>('eth_getTransactionReceipt', [hash])
      if (receipt === null) return null
      const { blockNumber, gasUsed, effectiveGasPrice, l1Fee = '0x0' } = receipt
      const costWei = BigInt(gasUsed) * BigInt(effectiveGasPrice) + BigInt(l1Fee)
      return { hash, blockNumber: Number(blockNumber), costWei }
    },

    async knows(hash) {
      return (await plain.ask('eth_getTransactionByHash', [hash])) !== null
    },

    async offer(raw) {
      try {
        await rpc.ask('eth_sendRawTransaction', [raw])
      } catch (thrown) {
        onTrouble(thrown)
      }
    },

    async claimPrice(rights, id) {
      const data = rightsInterface.encodeFunctionData('wordOf', [id])
      try {
        const answer = await rpc.ask<string>('eth_call', [{ to: rights, data }, 'latest'])
        const { state, price } = unpackRightWord(BigInt(answer))
        return state === 'sent' ? price : 0n
      } catch (thrown) {
        // No such right: the simulation has the words for that.
        if (revertReason(thrown) !== null) return 0n
        throw toUnreachable(thrown)
      }
    },
  }
}
