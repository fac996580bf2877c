import { Wallet } from 'ethers'
import { createRpc } from '../../chain/rpc.ts'
import type { TxHash } from '../../domain/ids.ts'
import type { RightsCall } from '../../domain/rights-calls.ts'
import type { Fault } from './faults.ts'
import { type Reorganisation, SANDBOX_CHAIN_ID } from './local-node.ts'
import type { Stage } from './stage.ts'

/** What the sandbox does with its chain from another process. */
export type ChainClient = {
  stage(): Promise<Stage>
  /** Gives an account money, in the smallest units. */
  fund(gift: { account: string; native?: bigint; coin?: bigint }): Promise<void>
  reorganise(input: { depth: number; keepTransactions: boolean }): Promise<Reorganisation>
  mine(): Promise<void>
  /** Moves the clock of all later blocks forward. */
  advance(seconds: number): Promise<void>
  fault(fault: Fault): Promise<void>
  /** Signs a call with a key and sends it; resolves when it is in a block. Throws when it failed there. */
  send(privateKey: string, call: RightsCall): Promise<TxHash>
}

/** Speaks to a chain process. `token` is the one that it was started with. */
export function createChainClient({ url, token }: { url: string; token: string }): ChainClient {
  const rpc = createRpc({ rpcUrl: url, chainId: SANDBOX_CHAIN_ID })

  async function sandbox<T>(method: string, input?: unknown): Promise<T> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: [input] }),
    })
    const answer = (await response.json()) as { result: T; error?: { message: string } }
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`)
    return answer.result
  }

  return {
    stage: () => sandbox('sandbox_accounts'),
    fund: ({ account, native = 0n, coin = 0n }) =>
      sandbox('sandbox_fund', { account, native: String(native), coin: String(coin) }),
    reorganise: (input) => sandbox('sandbox_reorganise', input),
    mine: () => sandbox('sandbox_mine'),
    advance: (seconds) => sandbox('sandbox_advance', { seconds }),
    fault: (fault) => sandbox('sandbox_fault', fault),

    async send(privateKey, { to, data, value }) {
      const wallet = new Wallet(privateKey)
      const request = { from: wallet.address, to, data, value: `0x${value.toString(16)}` }
      const gas = BigInt(await rpc.ask<string>('eth_estimateGas', [request]))
      const count = await rpc.ask<string>('eth_getTransactionCount', [wallet.address, 'latest'])
      const raw = await wallet.signTransaction({
        type: 2,
        chainId: SANDBOX_CHAIN_ID,
        nonce: Number(count),
        gasLimit: (gas * 12n) / 10n,
        maxFeePerGas: 100_000_000_000n,
        maxPriorityFeePerGas: 1_000_000_000n,
        to,
        data,
        value,
      })
      const hash = await rpc.ask<TxHash>('eth_sendRawTransaction', [raw])
      const receipt = await rpc.ask<{ status: string } | null>('eth_getTransactionReceipt', [hash])
      if (receipt?.status !== '0x1') throw new Error(`transaction failed: ${hash}`)
      return hash
    },
  }
}
