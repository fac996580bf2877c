import assert from 'node:assert/strict'
import { Wallet } from 'ethers'
import { createChain } from '../../src/chain/create-chain.ts'
import { deployRights } from '../../src/chain/deploy-rights.ts'
import { rightsAddress } from '../../src/chain/deployment.ts'
import { createRelayer, type RelayerLimits } from '../../src/chain/relayer/create-relayer.ts'
import { commitment } from '../../src/domain/commitment.ts'
import type { Account, PersonId, RightId, TxHash } from '../../src/domain/ids.ts'
import { packPrice } from '../../src/domain/price.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { unpackRightWord } from '../../src/domain/right-word.ts'
import {
  buyCall,
  handOverCall,
  publishCall,
  requestCall,
  rightsInterface,
} from '../../src/domain/rights-calls.ts'
import { seriesId } from '../../src/domain/series-id.ts'
import type { RightsMessage } from '../../src/domain/typed-data.ts'
import type { RelayCall } from '../../src/ports/relayer.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createRelayLedger } from '../../src/store/relay-ledger.ts'
import { createSqliteDialect } from '../../src/store/sqlite.ts'
import { claimKey, signMessage } from '../contracts/sign.ts'
import { tea, teaTerms, ZERO } from '../contracts/world.ts'
import { openFreshChain } from '../deploy/fresh-chain.ts'

const CHAIN_ID = 31337
export const GWEI = 1_000_000_000n
export const ben = 7 as PersonId
export const ann = 8 as PersonId
export const secret = `0x${'ab'.repeat(16)}`

/** A process that dies, as far as one can inside another: nothing after the place happens. */
export class Killed extends Error {}

/** A chain with a pool of waiting transactions, `Rights` on it, and people whose accounts the chain signs for. */
export async function openRelayStage() {
  const fresh = await openFreshChain(CHAIN_ID)
  async function ask<T>(method: string, ...params: unknown[]): Promise<T> {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    const headers = { 'content-type': 'application/json' }
    const answer = await (await fetch(fresh.url, { method: 'POST', headers, body })).json()
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`)
    return answer.result
  }
  const [seller = ZERO, holder = ZERO] = await ask<Account[]>('eth_accounts')
  const hex = (value: bigint) => `0x${value.toString(16)}`
  async function sendAs(from: Account, call: { to: Account; data?: string; value?: bigint }) {
    const { value = 0n, ...rest } = call
    const hash = await ask<TxHash>('eth_sendTransaction', { from, ...rest, value: hex(value) })
    const receipt = await ask<{ status: string }>('eth_getTransactionReceipt', hash)
    assert.equal(receipt.status, '0x1')
  }
  await deployRights({
    codeAt: (address) => ask('eth_getCode', address, 'latest'),
    balanceOf: async (address) => BigInt(await ask<string>('eth_getBalance', address, 'latest')),
    send: (call) => sendAs(seller, call),
    sendRaw: async (raw) => void (await ask('eth_sendRawTransaction', raw)),
  })
  const rights = rightsAddress()
  const options = { rpcUrl: fresh.url, chainId: CHAIN_ID, rights, timeoutMs: 5000 }
  const chain = createChain(options)

  const tie = {
    chainId: CHAIN_ID,
    rights,
    issuer: seller,
    goods: tea,
    salt: `0x${'01'.repeat(32)}`,
  }
  const terms = { ...teaTerms, supply: 1000 }
  const series = seriesId({ ...tie, terms })
  await sendAs(seller, publishCall(rights, { ...tie, terms }))
  let serials = 0n

  async function buy(): Promise<RightId> {
    serials += 1n
    await sendAs(holder, buyCall(rights, { series, terms, quantity: 1, buyer: holder }))
    return packRightId(series, serials)
  }
  async function wordOf(right: RightId) {
    const data = rightsInterface.encodeFunctionData('wordOf', [right])
    return unpackRightWord(BigInt(await ask<string>('eth_call', { to: rights, data }, 'latest')))
  }
  const key = claimKey('a send')
  const keyAt = new Wallet(key.privateKey).address as Account
  const call = (name: string, args: unknown[]): RelayCall => ({
    to: rights,
    data: rightsInterface.encodeFunctionData(name, args),
  })
  const later = async () => {
    const { time } = await chain.head()
    return time + 300
  }
  const signed = (message: RightsMessage, values: Record<string, unknown>) =>
    signMessage({ rights: { at: rights } as never }, key, message, values)

  return {
    ...fresh,
    ask,
    sendAs,
    rights,
    chain,
    options,
    seller,
    holder,
    keyAt,
    buy,
    wordOf,
    call,

    async sendRight({ price = 0n, claimKeyAt = keyAt } = {}): Promise<RightId> {
      const right = await buy()
      const until = (await later()) + 86_400
      await sendAs(holder, { ...call('send', [right, claimKeyAt, packPrice(price), until]) })
      return right
    },
    async claimOf(right: RightId, recipient: Account, price = 0n): Promise<RelayCall> {
      const { nonce } = await wordOf(right)
      const deadline = await later()
      const values = { id: right, nonce, recipient, currency: ZERO, price, deadline }
      const { r, vs } = signed('Claim', values)
      return call('claim', [right, recipient, deadline, r, vs])
    },
    async giftHandOver(right: RightId): Promise<RelayCall> {
      const { nonce } = await wordOf(right)
      const expiry = await later()
      const { r, vs } = signed('GiftHandOver', { id: right, nonce, issuer: seller, expiry })
      return call('handOverGift', [right, expiry, r, vs])
    },
    /** The right moves to the claim key's account, which signs here as a holder at the desk. */
    async redemption(): Promise<{ right: RightId; call: RelayCall }> {
      const right = await buy()
      const data = rightsInterface.encodeFunctionData('transferFrom', [holder, keyAt, right])
      await sendAs(holder, { to: rights, data })
      const { nonce } = await wordOf(right)
      const expiry = await later()
      const values = { id: right, nonce, holder: keyAt, issuer: seller, way: 0, expiry }
      const { compact } = signed('Redemption', values)
      return { right, call: call('redeem', [right, 0, expiry, compact]) }
    },
    async requested(): Promise<RightId> {
      const right = await buy()
      const tied = commitment({ chainId: CHAIN_ID, rights, right, holder, secret })
      await sendAs(holder, requestCall(rights, { right, way: 'pick-up', commitment: tied }))
      return right
    },
    handOver: (right: RightId): RelayCall => {
      const { to, data } = handOverCall(rights, { right, secret })
      return { to, data }
    },
    /** A request with its hand-over: the shortest way to a call that works once. */
    async work(): Promise<{ right: RightId; call: RelayCall }> {
      const right = await this.requested()
      return { right, call: this.handOver(right) }
    },
    mine: (blocks = 1) => ask('hardhat_mine', hex(BigInt(blocks))),
    automine: (on: boolean) => ask('evm_setAutomine', on),
    /** What one gas costs at least in the next block. */
    baseFee: (wei: bigint) => ask('hardhat_setNextBlockBaseFeePerGas', hex(wei)),
    countOf: async (account: Account) =>
      Number(await ask<string>('eth_getTransactionCount', account, 'latest')),
    isBurned: async (right: RightId) => (await wordOf(right)).state === 'redeemed',
  }
}

export type RelayStage = Awaited<ReturnType<typeof openRelayStage>>

let gasAccounts = 0

/**
 * A gas account of its own with money, a ledger in memory, and relayers over them: `start` is a new process on the same
 * ledger. `at` names the place where it dies, and `clock.ms` is its time.
 */
export async function openRelayers(
  stage: RelayStage,
  given: Partial<RelayerLimits> & { fundWei?: bigint } = {},
) {
  const { fundWei = 10n ** 18n, ...limits } = given
  gasAccounts += 1
  const privateKey = `0x${(0xabc000 + gasAccounts).toString(16).padStart(64, '0')}`
  const wallet = new Wallet(privateKey)
  const account = wallet.address as Account
  if (fundWei > 0n) await stage.sendAs(stage.seller, { to: account, value: fundWei })
  const database = await openDatabase(createSqliteDialect(':memory:'))
  const clock = { ms: Date.UTC(2026, 0, 5, 12) }
  const now = () => clock.ms
  const ledger = createRelayLedger({ database, chainId: CHAIN_ID, now })
  const troubles: unknown[] = []
  const start = (at: string | null = null, more: Partial<RelayerLimits> = {}) =>
    createRelayer({
      ...stage.options,
      chain: stage.chain,
      ledger,
      limits: {
        privateKey,
        dailyWei: 10n ** 18n,
        perPerson: 100,
        mostFeeWei: 100n * GWEI,
        ...limits,
        ...more,
      },
      finalDepth: 3,
      stuckAfterMs: 60_000,
      now,
      failpoint: (place) => {
        if (place === at) throw new Killed(place)
      },
      onTrouble: (thrown) => troubles.push(thrown),
    })
  return { wallet, account, privateKey, database, ledger, clock, start, troubles }
}
