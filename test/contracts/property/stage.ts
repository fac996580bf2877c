import { type ErrorFragment, Interface, keccak256, type Result, toBeHex } from 'ethers'
import { rightsInterface } from '../../../src/domain/rights-calls.ts'
import { actorAbi, censusAbi, censusBytecode } from '../generated/mocks.ts'
import type { Action, Call, Deed } from '../model/actions.ts'
import type { RightsLog } from '../model/fold-logs.ts'
import type { State } from '../model/state.ts'
import { isCall } from '../model/step.ts'
import { manners } from '../model/terms.ts'
import { createWorld, type Deployed } from '../world.ts'
import { createCast } from './cast.ts'
import { encodeCall } from './encode-call.ts'
import { PURSE } from './opening.ts'
import { callers, claimKeys, coins, SIGNER } from './people.ts'

/** What an action did on the chain. */
export type Deposition = {
  error: string | null
  args: Result | null
  logs: RightsLog[]
  /** How calls from inside of others' code ended, in order. */
  echoes: (string | null)[]
}
/** A chain with everybody on it. */
export type Stage = Awaited<ReturnType<typeof createStage>>

const GAS = '0x7a1200'
const calledBack = new Interface(actorAbi)
const CALLED_BACK = calledBack.getEvent('CalledBack')!.topicHash
const hex = (value: bigint | number) => `0x${value.toString(16)}`

/** Deploys all, and gives everybody what a story begins with. */
export async function createStage() {
  const world = await createWorld()
  const cast = await createCast(world)
  const census = await world.deploy(censusAbi, censusBytecode)
  const mapping = await findMapping()
  await world.ask('hardhat_setNextBlockBaseFeePerGas', ['0x0'])
  for (const name of [...callers, SIGNER, ...claimKeys]) {
    await world.ask('hardhat_setBalance', [cast.account(name), hex(PURSE.native)])
  }
  for (const coin of coins) {
    for (const name of callers) {
      const on = cast.contracts.get(coin)!
      await world.callOn(world.deployer, on, 'mint', [cast.account(name), PURSE.coin])
    }
  }
  await world.ask('evm_mine')

  /** The one mapping whose entries are the rights' words. */
  async function findMapping(): Promise<number> {
    const before = await world.ask('evm_snapshot')
    const { right } = await world.sold({ supply: 1 })
    const word = (await world.read('wordOf', right)) as bigint
    const found: number[] = []
    for (let place = 0; place < 24; place += 1) {
      const at = slotOf(BigInt(right), place)
      const there = BigInt(await world.ask('eth_getStorageAt', [world.rights.at, at]))
      if (there === word) found.push(place)
    }
    await world.ask('evm_revert', [before])
    if (found[0] === undefined) throw new Error('no mapping of words')
    return found[0]
  }

  async function act(action: Call | Deed): Promise<Deposition> {
    if (!isCall(action)) return performDeed(action)
    const data = encodeCall(world, cast, action)
    return submit(action.by, world.rights, data, action.value ?? 0n)
  }

  /** As a person, or through an account with code, which pays from its own purse. */
  async function submit(by: string, on: Deployed, data: string, value = 0n): Promise<Deposition> {
    const actor = by === 'deployer' ? undefined : cast.contracts.get(by)
    const from = actor === undefined && by !== 'deployer' ? cast.account(by) : world.deployer
    const call =
      actor === undefined
        ? { to: on.at, data, value: hex(value) }
        : { to: actor.at, data: actor.encode('act', [on.at, value, data]), value: '0x0' }
    try {
      const params = [{ from, ...call, gas: GAS, gasPrice: '0x0' }]
      return succeeded(await world.ask('eth_sendTransaction', params))
    } catch (thrown) {
      return failed(thrown)
    }
  }

  async function succeeded(hash: string): Promise<Deposition> {
    const receipt = await world.ask('eth_getTransactionReceipt', [hash])
    const { logs: raw } = receipt as {
      logs: { address: string; topics: string[]; data: string }[]
    }
    const at = world.rights.at.toLowerCase()
    const logs = raw.filter((log) => log.address.toLowerCase() === at).map(readLog)
    const echoes = raw
      .filter((log) => log.topics[0] === CALLED_BACK)
      .map((log) => {
        const [isFine, answer] = calledBack.decodeEventLog('CalledBack', log.data) as unknown as [
          boolean,
          string,
        ]
        return isFine ? null : (errorOf(answer)?.name ?? '')
      })
    return { error: null, args: null, logs, echoes }
  }

  async function performDeed(deed: Deed): Promise<Deposition> {
    const on = (name: string) => cast.contracts.get(name)!
    const tell = (name: string, fn: string, args: unknown[]) =>
      submit('deployer', on(name), on(name).encode(fn, args))
    switch (deed.fn) {
      case 'coinAllow': {
        const data = on(deed.coin).encode('approve', [world.rights.at, deed.amount])
        return submit(deed.owner, on(deed.coin), data)
      }
      case 'coinBehave':
        return tell(deed.coin, 'behave', [manners.indexOf(deed.manner)])
      case 'coinFee':
        return tell(deed.coin, 'takeFee', [deed.feeBps])
      case 'coinShut':
        return tell(deed.coin, 'shut', [cast.account(deed.account)])
      case 'coinRebase':
        return tell(deed.coin, 'rebase', [cast.account(deed.account), deed.balance])
      case 'coinPlan':
        return tell(deed.coin, 'callBack', [world.rights.at, encodeCall(world, cast, deed.call)])
      case 'actorPlan':
        return tell(deed.actor, 'callBack', [world.rights.at, encodeCall(world, cast, deed.call)])
      case 'actorBehave':
        return tell(deed.actor, 'behave', [deed.refusesMoney, deed.refusesRights])
      case 'force': {
        const has = await world.balance(cast.account(deed.account))
        const params = [cast.account(deed.account), hex(has + deed.amount)]
        await world.ask('hardhat_setBalance', params)
        return pass()
      }
      case 'age':
        return age(cast.rightId(deed.right), deed.nonce)
    }
  }

  async function age(id: bigint, nonce: number): Promise<Deposition> {
    const at = slotOf(id, mapping)
    const word = BigInt(await world.ask('eth_getStorageAt', [world.rights.at, at]))
    if (word === 0n) return pass()
    const rest = word & ~(((1n << 23n) - 1n) << 169n)
    const aged = toBeHex(rest | (BigInt(nonce) << 169n), 32)
    await world.ask('hardhat_setStorageAt', [world.rights.at, at, aged])
    return pass()
  }

  async function pass(): Promise<Deposition> {
    await world.ask('evm_mine')
    return { error: null, args: null, logs: [], echoes: [] }
  }

  return {
    world,
    cast,
    census,
    /** Does an action in a block of the state's time. */
    perform: async (action: Action, state: State): Promise<Deposition> => {
      if (action.fn === 'publish') cast.publish(action.by, action)
      if (action.fn === 'publishMany') {
        for (const each of action.publications) cast.publish(action.by, each)
      }
      await world.ask('evm_setNextBlockTimestamp', [state.time])
      return act(action)
    },
  }
}

function slotOf(id: bigint, mapping: number): string {
  return keccak256(`0x${id.toString(16).padStart(64, '0')}${toBeHex(mapping, 32).slice(2)}`)
}

function failed(thrown: unknown): Deposition {
  const { data, message } = thrown as { data?: unknown; message: string }
  if (typeof data !== 'string') throw thrown
  const parsed = errorOf(data)
  const error = parsed?.name ?? (data === '0x' ? '' : `${message} ${data}`)
  return { error, args: parsed?.args ?? null, logs: [], echoes: [] }
}

// Looked up once: ethers hashes every event and error of the interface for each search.
const events = new Map<string, string>()
rightsInterface.forEachEvent(({ topicHash, name }) => events.set(topicHash, name))
const errors = new Map<string, ErrorFragment>()
rightsInterface.forEachError((error) => errors.set(error.selector, error))

function readLog({ topics, data }: { topics: string[]; data: string }): RightsLog {
  const name = events.get(topics[0] ?? '')
  if (name === undefined) throw new Error(`no event ${topics[0]}`)
  return { name, args: rightsInterface.decodeEventLog(name, data, topics) }
}

function errorOf(data: string): { name: string; args: Result } | null {
  const error = errors.get(data.slice(0, 10))
  if (error === undefined) return null
  return { name: error.name, args: rightsInterface.decodeErrorResult(error, data) }
}
