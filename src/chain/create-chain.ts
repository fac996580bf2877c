import { getAddress, ZeroAddress } from 'ethers'
import type { Account, TxHash } from '../domain/ids.ts'
import { rightsDigest } from '../domain/typed-data.ts'
import type { ChainCall, ChainPort, Currency, TransactionReport } from '../ports/chain.ts'
import { askSeldom } from './ask-seldom.ts'
import { createFundsElsewhere, type OtherChain } from './funds-elsewhere.ts'
import { hasSigned, hasSignedDigest } from './has-signed.ts'
import { readCoin, readCurrency } from './read-coin.ts'
import { revertReason } from './revert-reason.ts'
import { createRpc, plainRpc, type Rpc, type RpcOptions, toUnreachable } from './rpc.ts'

/** Which node, which contract, and what the chain's own coin is called. */
export type ChainOptions = RpcOptions & {
  rights: Account
  nativeSymbol?: string
  nativeDecimals?: number
  /** Where else people may have coins. */
  others?: readonly OtherChain[]
}

type RawTransaction = {
  from: string
  to: string | null
  input: string
  value: string
  blockHash: string | null
}
type RawReceipt = { status: string; blockNumber: string; blockHash: string }

/** The chain as the rest of Scrip asks it, over a node's JSON-RPC. Holds no state but the names of coins. */
export function createChain(options: ChainOptions): ChainPort {
  const { chainId, rights, nativeSymbol = 'ETH', nativeDecimals = 18, others = [] } = options
  const rpc = createRpc(options)
  const plain = plainRpc(rpc)
  const native: Currency = { address: null, symbol: nativeSymbol, decimals: nativeDecimals }
  const currencies = new Map<Account, Currency>()
  const readOnce = askSeldom((coin: Account) => readCurrency(rpc, coin))

  return {
    chainId,
    rights,

    async head() {
      const block = await plain.ask<{ number: string; hash: string; timestamp: string }>(
        'eth_getBlockByNumber',
        ['latest', false],
      )
      return { number: Number(block.number), hash: block.hash, time: Number(block.timestamp) }
    },

    async transaction(hash) {
      const found = await plain.ask<RawTransaction | null>('eth_getTransactionByHash', [hash])
      if (found === null) return { type: 'unknown' }
      const call = toCall(found)
      if (found.blockHash === null) return { type: 'pending', call }
      return included(rpc, hash, call)
    },

    async balance(account, currency) {
      if (currency !== null) return readCoin(rpc, currency, 'balanceOf', [account])
      return BigInt(await plain.ask<string>('eth_getBalance', [account, 'latest']))
    },

    allowance: (account, currency) => readCoin(rpc, currency, 'allowance', [account, rights]),

    async currency(address) {
      if (address === null) return native
      const known = currencies.get(address) ?? (await readOnce(address))
      currencies.set(address, known)
      return known
    },

    knownCurrency: (address) => (address === null ? native : (currencies.get(address) ?? null)),

    fundsElsewhere: createFundsElsewhere(others),

    async simulate(call) {
      try {
        const gas = BigInt(await rpc.ask<string>('eth_estimateGas', [fromCall(call)]))
        return { type: 'ok', gas }
      } catch (thrown) {
        const error = revertReason(thrown)
        if (error === null) throw toUnreachable(thrown)
        return { type: 'reverted', error }
      }
    },

    hasSigned: (account, text, signature) => hasSigned(rpc, account, text, signature),

    hasSignedTyped: (account, { domain, message, values }, signature) =>
      hasSignedDigest(rpc, account, rightsDigest(domain, message, values), signature),
  }
}

async function included(rpc: Rpc, hash: TxHash, call: ChainCall): Promise<TransactionReport> {
  const receipt = await plainRpc(rpc).ask<RawReceipt | null>('eth_getTransactionReceipt', [hash])
  // A reorganisation took its block back between the two questions.
  if (receipt === null) return { type: 'pending', call }
  const succeeded = Number(receipt.status) === 1
  const blockNumber = Number(receipt.blockNumber)
  return {
    type: 'included',
    call,
    succeeded,
    blockNumber,
    blockHash: receipt.blockHash,
    reason: succeeded ? null : await failureReason(rpc, call, blockNumber),
  }
}

/** Tries the call again on the state before its block. Others in the same block may have been the cause: then null. */
async function failureReason(
  rpc: Rpc,
  call: ChainCall,
  blockNumber: number,
): Promise<string | null> {
  try {
    await rpc.ask('eth_call', [fromCall(call), `0x${(blockNumber - 1).toString(16)}`])
    return null
  } catch (thrown) {
    return revertReason(thrown)
  }
}

function toCall({ from, to, input, value }: RawTransaction): ChainCall {
  return {
    from: getAddress(from) as Account,
    // Making a contract has no receiver, and is no call of ours.
    to: getAddress(to ?? ZeroAddress) as Account,
    data: input,
    value: BigInt(value),
  }
}

function fromCall({ from, to, data, value }: ChainCall) {
  return { from, to, data, value: `0x${value.toString(16)}` }
}
