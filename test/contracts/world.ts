import { join } from 'node:path'
import {
  AbiCoder,
  concat,
  Interface,
  type InterfaceAbi,
  type LogDescription,
  type Result,
} from 'ethers'
import { createHardhatRuntimeEnvironment } from 'hardhat/hre'
import { deployRights } from '../../src/chain/deploy-rights.ts'
import { lensAddress, rightsAddress } from '../../src/chain/deployment.ts'
import { commitment } from '../../src/domain/commitment.ts'
import { rightsLensAbi } from '../../src/domain/generated/rights-abi.ts'
import type { Goods } from '../../src/domain/goods.ts'
import type { Account, RightId, SeriesId } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import {
  buyCall,
  publishCall,
  type RightsCall,
  requestCall,
  rightsInterface,
} from '../../src/domain/rights-calls.ts'
import { plainTerms, type Terms } from '../../src/domain/terms.ts'
import { mockCoinAbi, mockCoinBytecode } from '../../src/sandbox/chain/generated/mock-coin.ts'
import {
  oddCoinAbi,
  oddCoinBytecode,
  puppetAbi,
  puppetBytecode,
  wordsAbi,
  wordsBytecode,
} from './generated/mocks.ts'

/** Nothing is ever there. */
const NO_ARTIFACTS = join(import.meta.dirname, '../../cache/no-artifacts')
export const CHAIN_ID = 31337
export const ZERO = '0x0000000000000000000000000000000000000000' as Account
export const SALT = `0x${'11'.repeat(32)}`
export const SECRET = `0x${'ab'.repeat(16)}`
export const tea: Goods = {
  category: 2073,
  productNumber: 'LJ-100',
  specification: '100 g, tin',
  production: 'Hangzhou, April 2026',
  name: 'Longjing',
  description: 'Green tea',
  pictureUrl: 'https://example.org/tea.jpg',
  pictureHash: `0x${'22'.repeat(32)}`,
  unitsRoot: null,
}
export const teaTerms: Terms = { ...plainTerms, price: 12_000n, supply: 10 }

export type Receipt = {
  status: number
  gasUsed: number
  blockTime: number
  events: LogDescription[]
}
/** A contract that the tests call by function name. */
export type Deployed = {
  at: Account
  abi: Interface
  encode(name: string, args?: unknown[]): string
}
export type World = Awaited<ReturnType<typeof createWorld>>

/** The custom error (or the node's words) with which a call failed. */
export class Failure extends Error {
  readonly error: string
  readonly args: Result | null
  constructor(error: string, args: Result | null) {
    super(args === null ? error : `${error}(${args.join(', ')})`)
    this.error = error
    this.args = args
  }
}

/**
 * A chain of its own with `Rights`, a coin and accounts; nothing of it outlives the test file. It begins now, or at a time of
 * its own (Unix seconds) where every byte has to be the same each time.
 */
export async function createWorld(options: { startsAt?: number } = {}) {
  const { startsAt } = options
  const hre = await createHardhatRuntimeEnvironment({
    // Where contracts are built, a node would read all of them and trace every refusal through their lines; nobody reads it.
    paths: { artifacts: NO_ARTIFACTS },
    ...(startsAt === undefined
      ? {}
      : {
          networks: {
            default: { type: 'edr-simulated', initialDate: new Date(startsAt * 1000) },
          },
        }),
  })
  const { provider, close } = await hre.network.create()
  const ask = (method: string, params: unknown[] = []) =>
    provider.request({ method, params }) as Promise<never>
  const accounts = ((await ask('eth_accounts')) as string[]).map(checksum)
  const [deployer, issuer, buyer, other, stranger] = accounts as [
    Account,
    Account,
    Account,
    Account,
    Account,
  ]

  async function deploy(abi: InterfaceAbi, bytecode: string, args = '0x'): Promise<Deployed> {
    const receipt = await raw({ from: deployer, data: concat([bytecode, args]) })
    return standing(checksum(receipt.contractAddress), abi)
  }

  async function raw(call: {
    from: Account
    to?: string
    data: string
    value?: bigint
    gas?: bigint
  }) {
    const value = `0x${(call.value ?? 0n).toString(16)}`
    const gas = call.gas === undefined ? {} : { gas: `0x${call.gas.toString(16)}` }
    const { from, to, data } = call
    const hash = await ask('eth_sendTransaction', [
      { from, ...(to ? { to } : {}), data, value, ...gas },
    ])
    return (await ask('eth_getTransactionReceipt', [hash])) as {
      status: string
      gasUsed: string
      contractAddress: string
      blockHash: string
      logs: { address: string; topics: string[]; data: string }[]
    }
  }

  const known: Interface[] = [rightsInterface, new Interface(puppetAbi), new Interface(oddCoinAbi)]
  const toFailure = (thrown: unknown): Failure => {
    const { data, message } = thrown as { data?: unknown; message: string }
    const hex =
      typeof data === 'string' ? data : ((data as { data?: string } | undefined)?.data ?? '0x')
    for (const face of known) {
      const parsed = hex.length > 2 ? face.parseError(hex) : null
      if (parsed) return new Failure(parsed.name, parsed.args)
    }
    return new Failure(hex.startsWith('0x4e487b71') ? 'Panic' : message, null)
  }

  async function send(
    from: Account,
    call: Partial<RightsCall> & { to: Account; gas?: bigint },
  ): Promise<Receipt> {
    try {
      const receipt = await raw({ from, data: '0x', ...call })
      const block = (await ask('eth_getBlockByHash', [receipt.blockHash, false])) as {
        timestamp: string
      }
      return {
        status: Number(receipt.status),
        gasUsed: Number(receipt.gasUsed),
        blockTime: Number(block.timestamp),
        // An ERC-20 Transfer has the same signature.
        events: receipt.logs
          .filter((log) => checksum(log.address) === rights.at)
          .flatMap((log) => rightsInterface.parseLog(log) ?? []),
      }
    } catch (thrown) {
      throw toFailure(thrown)
    }
  }

  await deployRights({
    codeAt: (address) => ask('eth_getCode', [address, 'latest']),
    balanceOf: async (address) => BigInt(await ask('eth_getBalance', [address, 'latest'])),
    send: async ({ data = '0x', ...call }) => void (await raw({ from: deployer, data, ...call })),
    sendRaw: async (signed) => void (await ask('eth_sendRawTransaction', [signed])),
  })
  const standing = (at: Account, abi: InterfaceAbi): Deployed => {
    const face = new Interface(abi)
    return { at, abi: face, encode: (name, values = []) => face.encodeFunctionData(name, values) }
  }
  const rights = standing(rightsAddress(), rightsInterface.fragments)
  const lens = standing(lensAddress(), rightsLensAbi)
  const coin = await deploy(mockCoinAbi, mockCoinBytecode)

  async function readOf(
    contract: Deployed,
    name: string,
    args: unknown[] = [],
    from = deployer,
  ): Promise<Result> {
    try {
      const data = contract.encode(name, args)
      const result = await ask('eth_call', [{ from, to: contract.at, data }, 'latest'])
      return contract.abi.decodeFunctionResult(name, result)
    } catch (thrown) {
      throw toFailure(thrown)
    }
  }

  const world = {
    ask,
    close,
    deploy,
    accounts,
    deployer,
    issuer,
    buyer,
    other,
    stranger,
    rights,
    lens,
    coin,
    send,
    readOf,
    /** The one result of a view of `Rights`. */
    read: async (name: string, ...args: unknown[]) => (await readOf(rights, name, args))[0],
    call: (from: Account, name: string, args: unknown[], value = 0n) =>
      send(from, { to: rights.at, data: rights.encode(name, args), value }),
    callOn: (from: Account, on: Deployed, name: string, args: unknown[] = [], value = 0n) =>
      send(from, { to: on.at, data: on.encode(name, args), value }),
    puppet: () => deploy(puppetAbi, puppetBytecode),
    oddCoin: () => deploy(oddCoinAbi, oddCoinBytecode),
    words: () => deploy(wordsAbi, wordsBytecode),
    balance: async (account: Account) => BigInt(await ask('eth_getBalance', [account, 'latest'])),
    now: async () => {
      const block = (await ask('eth_getBlockByNumber', ['latest', false])) as { timestamp: string }
      return Number(block.timestamp)
    },
    /** The next block, and what reads see until then, have this time. */
    goTo: async (time: number) => {
      await ask('evm_setNextBlockTimestamp', [time])
      await ask('evm_mine')
    },
    /** Only the next block has this time. */
    nextAt: (time: number) => ask('evm_setNextBlockTimestamp', [time]),
    publish: async (
      given: {
        terms?: Partial<Terms>
        goods?: Partial<Goods>
        salt?: string
        limit?: number
        from?: Account
      } = {},
    ) => {
      const { salt = SALT, limit, from = issuer } = given
      const terms = { ...teaTerms, ...given.terms }
      const goods = { ...tea, ...given.goods }
      const call = publishCall(rights.at, {
        terms,
        goods,
        salt,
        ...(limit === undefined ? {} : { limit }),
      })
      const receipt = await send(from, call)
      const series = receipt.events[0]?.args['seriesId'] as SeriesId
      return { series, terms, receipt }
    },
    buy: (
      series: SeriesId,
      terms: Terms,
      given: { from?: Account; quantity?: number; recipient?: Account } = {},
    ) => {
      const { from = buyer, quantity = 1, recipient = from } = given
      return send(from, buyCall(rights.at, { series, terms, quantity, buyer: from, recipient }))
    },
    /** A published series of which the buyer has No. 1. */
    sold: async (terms: Partial<Terms> = {}) => {
      const published = await world.publish({ terms })
      await world.buy(published.series, published.terms)
      return { ...published, right: packRightId(published.series, 1n) }
    },
    commitTo: (right: RightId, holder: Account, secret = SECRET) =>
      commitment({ chainId: CHAIN_ID, rights: rights.at, right, holder, secret }),
    request: (right: RightId, holder: Account = buyer, way: 'pick-up' | 'delivery' = 'pick-up') =>
      send(
        holder,
        requestCall(rights.at, { right, way, commitment: world.commitTo(right, holder) }),
      ),
  }
  return world
}

/** Asserts on the custom error of a failing call. */
export const failsWith =
  (error: string, ...args: unknown[]) =>
  (thrown: unknown) => {
    const failure = thrown as Failure
    if (failure.error !== error)
      throw new Error(`expected ${error}, failed with ${failure.message}`)
    const given = args.map(String).join().toLowerCase()
    if (args.length > 0 && given !== failure.args?.map(String).join().toLowerCase()) {
      throw new Error(`expected ${error}(${given}), failed with ${failure.message}`)
    }
    return true
  }

/** The names of a receipt's events of `Rights`, in order. */
export const eventNames = (receipt: Receipt) => receipt.events.map((event) => event.name)

function checksum(address: string): Account {
  return AbiCoder.defaultAbiCoder().decode(
    ['address'],
    `0x${address.slice(2).padStart(64, '0')}`,
  )[0] as Account
}
