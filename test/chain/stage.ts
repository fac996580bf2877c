import assert from 'node:assert/strict'
import { Wallet } from 'ethers'
import { createChain } from '../../src/chain/create-chain.ts'
import { createChainReader } from '../../src/chain/create-chain-reader.ts'
import { AppError, type ErrorCode } from '../../src/domain/errors.ts'
import type { Account, DealId, TxHash } from '../../src/domain/ids.ts'
import { publishCall, type RightsCall } from '../../src/domain/rights-calls.ts'
import { seriesId } from '../../src/domain/series-id.ts'
import { createChainClient } from '../../src/sandbox/chain/chain-client.ts'
import { createChainProcess } from '../../src/sandbox/chain/create-chain-process.ts'
import { tea, teaTerms } from '../contracts/world.ts'

const TOKEN = 'token'
export const CHAIN_ID = 31337
export const REFERENCE = '0123456789abcdef' as DealId
export const seller = new Wallet(`0x${'51'.repeat(32)}`)
export const buyer = new Wallet(`0x${'52'.repeat(32)}`)
export const other = new Wallet(`0x${'53'.repeat(32)}`).address as Account
export const sellerAt = seller.address as Account
export const buyerAt = buyer.address as Account

/** Is this our error with that code? */
export const hasCode = (code: ErrorCode) => (thrown: unknown) =>
  thrown instanceof AppError && thrown.code === code

/** A chain process in this process, with a seller and a buyer who have money, and the edge under test. */
export async function openStage() {
  const { url, stage, close } = await createChainProcess({ token: TOKEN, blockEveryMs: 0 })
  const { rights, coin } = stage
  const client = createChainClient({ url, token: TOKEN })
  for (const account of [sellerAt, buyerAt]) {
    await client.fund({ account, native: 10n ** 18n, coin: 100_000_000n })
  }
  const options = { rpcUrl: url, chainId: CHAIN_ID, rights, timeoutMs: 2000 }
  const chain = (more = {}) => createChain({ ...options, ...more })
  const reader = () => createChainReader(options)
  const sendAs = (wallet: Wallet, call: RightsCall) => client.send(wallet.privateKey, call)

  async function post<T>(method: string, params: unknown[]): Promise<T> {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    return (await (await fetch(url, { method: 'POST', body })).json()).result
  }

  let salts = 0
  return {
    url,
    rights,
    coin,
    close,
    client,
    chain,
    reader,
    sendAs,
    post,

    publish: async (terms = {}) => {
      salts += 1
      const salt = `0x${salts.toString(16).padStart(64, '0')}`
      const input = { terms: { ...teaTerms, ...terms }, goods: tea, salt }
      const txHash = await sendAs(seller, publishCall(rights, input))
      const series = seriesId({ chainId: CHAIN_ID, rights, issuer: sellerAt, ...input })
      return { series, terms: input.terms, txHash }
    },

    eventsOf: async (hash: TxHash) => {
      const report = await chain().transaction(hash)
      assert.ok(report.type === 'included')
      return (await reader().block(report.blockHash))?.events
    },

    /** Sends without asking the node first whether it would work. */
    sendRaw: async (wallet: Wallet, fields: Record<string, unknown>): Promise<TxHash> => {
      const nonce = Number(await post('eth_getTransactionCount', [wallet.address, 'latest']))
      const raw = await wallet.signTransaction({
        type: 2,
        chainId: CHAIN_ID,
        nonce,
        gasLimit: 1_000_000n,
        maxFeePerGas: 100_000_000_000n,
        ...fields,
      })
      return post<TxHash>('eth_sendRawTransaction', [raw])
    },
  }
}
