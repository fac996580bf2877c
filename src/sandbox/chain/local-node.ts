import { join } from 'node:path'
import { createHardhatRuntimeEnvironment } from 'hardhat/hre'
import { deployer, treasury } from './known-accounts.ts'

/** The chain id of the sandbox. */
export const SANDBOX_CHAIN_ID = 31337

/** Nothing is ever there. */
const NO_ARTIFACTS = join(import.meta.dirname, '../../../cache/no-artifacts')
const RICH = 10n ** 27n
/** How many steps back a reorganisation can reach. */
const KEPT_STEPS = 64

/** An Ethereum node in this process that mines on demand and can take blocks back. */
export type LocalNode = {
  /** Any read. Waits for what is being mined or reorganised, so nobody sees a half-done branch. */
  ask(method: string, params?: readonly unknown[]): Promise<unknown>
  /** Sends a signed transaction; it is in a block when this resolves to its hash. One out of turn is refused. */
  sendRaw(raw: string): Promise<string>
  /** Signs and sends as an account of ours, with its next nonce. */
  sendAs(sign: (nonce: number) => Promise<string>, account: string): Promise<string>
  mine(): Promise<void>
  /** From here on, blocks cannot be taken back. */
  keep(): Promise<void>
  /**
   * Takes back at least `depth` blocks and mines a longer branch of other blocks. With `keepTransactions` what was in the
   * old ones is sent again after as many empty ones; without, it is forgotten.
   */
  reorganise(input: { depth: number; keepTransactions: boolean }): Promise<Reorganisation>
  /** Moves the clock of all later blocks forward. */
  advance(seconds: number): Promise<void>
  close(): Promise<void>
}

/** What a reorganisation did. */
export type Reorganisation = { takenBack: number; sentAgain: string[]; head: number }

type Step = { before: number; snapshot: string; sent: string[] }

/** Starts an empty chain. Blocks carry the clock's time, never ahead of it and never behind their parent. */
export async function createLocalNode(
  options: { nowSeconds?: () => number } = {},
): Promise<LocalNode> {
  const { nowSeconds = () => Math.floor(Date.now() / 1000) } = options
  const hardhat = await startHardhat(nowSeconds())
  const ask = (method: string, params: readonly unknown[] = []) =>
    hardhat.provider.request({ method, params: [...params] })
  const number = async () => Number(await ask('eth_blockNumber'))

  let last: Promise<unknown> = Promise.resolve()
  const alone = <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task, task)
    last = next.catch(() => null)
    return next
  }

  let steps: Step[] = []
  let branches = 0
  let ahead = 0

  /** Runs what may mine, with the clock's time for the block and a way back. */
  async function step<T>(task: () => Promise<T>, sent: string[]): Promise<T> {
    const before = await number()
    const snapshot = String(await ask('evm_snapshot'))
    const parent = (await ask('eth_getBlockByNumber', ['latest', false])) as { timestamp: string }
    const time = Math.max(nowSeconds() + ahead, Number(parent.timestamp))
    await ask('evm_setNextBlockTimestamp', [time])
    const result = await task()
    if ((await number()) > before) {
      steps = [...steps, { before, snapshot, sent }].slice(-KEPT_STEPS)
    }
    return result
  }

  const mine = () => step(() => ask('evm_mine'), [])
  const sendRaw = (raw: string) =>
    step(async () => String(await ask('eth_sendRawTransaction', [raw])), [raw])

  async function reorganise({
    depth,
    keepTransactions,
  }: {
    depth: number
    keepTransactions: boolean
  }) {
    const old = await number()
    const from = steps.findLast((each) => each.before <= old - depth)
    if (from === undefined || depth < 1) throw new RangeError('no such depth')
    const sent = steps.slice(steps.indexOf(from)).flatMap((each) => each.sent)
    steps = steps.slice(0, steps.indexOf(from))
    await ask('evm_revert', [from.snapshot])
    // Another miner makes other hashes, even for an empty block of the same second.
    branches += 1
    await ask('hardhat_setCoinbase', [`0x${branches.toString(16).padStart(40, '0')}`])
    const takenBack = old - from.before
    for (let mined = 0; mined < takenBack; mined += 1) await mine()
    const sentAgain: string[] = []
    for (const raw of keepTransactions ? sent : []) sentAgain.push(await sendRaw(raw))
    while ((await number()) <= old) await mine()
    return { takenBack, sentAgain, head: await number() }
  }

  return {
    ask: (method, params) => alone(() => ask(method, params)),
    sendRaw: (raw) => alone(() => sendRaw(raw)),
    sendAs: (sign, account) =>
      alone(async () => {
        const nonce = Number(await ask('eth_getTransactionCount', [account, 'latest']))
        return sendRaw(await sign(nonce))
      }),
    mine: () => alone(async () => void (await mine())),
    keep: () =>
      alone(async () => {
        steps = []
      }),
    reorganise: (input) => alone(() => reorganise(input)),
    advance: (seconds) =>
      alone(async () => {
        ahead += seconds
        await mine()
      }),
    close: () => hardhat.close(),
  }
}

async function startHardhat(startsAt: number) {
  const money = [deployer, treasury].map(({ privateKey }) => ({ privateKey, balance: RICH }))
  const hre = await createHardhatRuntimeEnvironment({
    // Where contracts are built, the node would read all of them and trace every refusal through their lines.
    paths: { artifacts: NO_ARTIFACTS },
    networks: {
      sandbox: {
        type: 'edr-simulated',
        chainId: SANDBOX_CHAIN_ID,
        accounts: money,
        allowBlocksWithSameTimestamp: true,
        initialDate: new Date(startsAt * 1000),
        throwOnTransactionFailures: false,
      },
    },
  })
  return hre.network.create({ network: 'sandbox' })
}
