import {
  type HDNodeWallet,
  Interface,
  isError,
  JsonRpcProvider,
  keccak256,
  type TransactionRequest,
} from 'ethers'
import type { Token } from './decode-call.ts'

/** A JSON-RPC error as a wallet sends it to a dapp. */
export type RpcError = { code: number; message: string }

/** What came of sending. */
export type Sent = { type: 'sent'; hash: string } | { type: 'failed'; error: RpcError }

/** What it would take, or why it would fail. `gas` in units, `fee` in wei. */
export type Estimate =
  | { type: 'ok'; gas: bigint; fee: bigint }
  | { type: 'fails'; why: string; data: string | null }

/** A wallet's own view of the chain. */
export type ChainAccess = {
  readonly chainId: number
  readonly name: string
  readonly symbol: string
  balance(account: string): Promise<bigint>
  token(address: string): Promise<Token | null>
  estimate(call: TransactionRequest): Promise<Estimate>
  send(key: HDNodeWallet, call: TransactionRequest): Promise<Sent>
  close(): void
}

/** Gas for a call that could not be estimated, but that the person wanted anyway. */
const STUBBORN_GAS = 500_000n
const erc20 = new Interface([
  'function symbol() view returns (string)',
  'function decimals() view returns (uint8)',
])

/** Connects to a node over HTTP. */
export function createChainAccess({
  rpcUrl,
  chainId,
  name = `Chain ${chainId}`,
  symbol = 'ETH',
}: {
  rpcUrl: string
  chainId: number
  name?: string | undefined
  symbol?: string | undefined
}): ChainAccess {
  const options = { staticNetwork: true, batchMaxCount: 1, cacheTimeout: -1 }
  const provider = new JsonRpcProvider(rpcUrl, chainId, options)

  const read = async (to: string, field: 'symbol' | 'decimals'): Promise<unknown> => {
    const result = await provider.call({ to, data: erc20.encodeFunctionData(field) })
    return erc20.decodeFunctionResult(field, result)[0]
  }
  const estimate = async (call: TransactionRequest): Promise<Estimate> => {
    try {
      const [gas, { maxFeePerGas, gasPrice }] = await Promise.all([
        provider.estimateGas(call),
        provider.getFeeData(),
      ])
      return { type: 'ok', gas, fee: gas * (maxFeePerGas ?? gasPrice ?? 0n) }
    } catch (error) {
      if (isError(error, 'CALL_EXCEPTION')) {
        return { type: 'fails', why: error.reason ?? 'it would be refused', data: error.data }
      }
      return { type: 'fails', why: toRpcError(error).message, data: null }
    }
  }

  return {
    chainId,
    name,
    symbol,
    balance: (account) => provider.getBalance(account),
    async token(address) {
      try {
        return {
          symbol: String(await read(address, 'symbol')),
          decimals: Number(await read(address, 'decimals')),
        }
      } catch {
        return null
      }
    },
    estimate,
    async send(key, call) {
      try {
        const estimated = await estimate(call)
        const gasLimit = estimated.type === 'ok' ? (estimated.gas * 6n) / 5n : STUBBORN_GAS
        const wallet = key.connect(provider)
        const request = await wallet.populateTransaction({ ...call, gasLimit })
        const raw = await wallet.signTransaction(request)
        const hash = keccak256(raw)
        try {
          await provider.send('eth_sendRawTransaction', [raw])
        } catch (error) {
          // Some development nodes report a revert as a failure to send, although it is in a block.
          const known = await provider.send('eth_getTransactionByHash', [hash])
          if (known === null) throw error
        }
        return { type: 'sent', hash }
      } catch (error) {
        return { type: 'failed', error: toRpcError(error) }
      }
    },
    close: () => provider.destroy(),
  }
}

function toRpcError(error: unknown): RpcError {
  const text = error instanceof Error ? error.message : String(error)
  if (
    isError(error, 'INSUFFICIENT_FUNDS') ||
    /insufficient funds|doesn't have enough funds/i.test(text)
  ) {
    return { code: -32000, message: 'insufficient funds for gas * price + value' }
  }
  return { code: -32603, message: text.slice(0, 200) }
}
