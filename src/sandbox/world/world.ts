import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rightsAbi } from '../../domain/generated/rights-abi.ts'
import { type ChainClient, createChainClient } from '../chain/chain-client.ts'
import { relayer } from '../chain/known-accounts.ts'
import type { Stage } from '../chain/stage.ts'
import { createRelay, type Relay } from '../relay/relay.ts'
import { createBotApiServer } from '../telegram/server.ts'
import { type BotHandle, createTelegram, type Telegram } from '../telegram/telegram.ts'
import type { Exchange } from '../telegram/types.ts'
import { type Child, startChild } from './child.ts'
import { freePort } from './free-port.ts'
import { createWalletsClient, type WalletsClient } from './wallets-client.ts'

/** The parts of a local world, as the driver uses them. */
export type World = {
  telegram: Telegram
  bot: BotHandle
  relay: Relay
  chain: ChainClient
  chainUrl: string
  stage: Stage
  wallets: WalletsClient
  /** Where the bot's own pages are. */
  site: string
  /** Folder of the sellers' pictures that the bot reads. */
  pictures: string
  botProcess: BotProcess
  /** Settings that the bot is started with next time, besides its own. */
  botEnvironment: Record<string, string>
  exchanges: Exchange[]
  failpoints: Failpoints
  close(): Promise<void>
}

/** Where the bot shall die, for tests of crashes; the bot must have been started with it. */
export type Failpoints = {
  /** The places passed since the last call. */
  passed(): string[]
  /** Those of the places where it shall die that it did not reach. */
  left(): string[]
  set(places: readonly string[]): void
}

/** The bot, which the driver may kill like any process. */
export type BotProcess = {
  isRunning(): boolean
  start(): Promise<void>
  stop(): Promise<void>
  kill(): Promise<void>
}

export const BOT_NAME = 'scrip_bot'
export const CHAIN_NAME = 'Sandbox chain'
/** Nobody's money hangs on it: the accounts exist on the sandbox's chain only. */
export const SANDBOX_MNEMONIC = 'test test test test test test test test test test test junk'
const PROJECT_ID = 'sandbox'
const RELAYER_WEI = 10n ** 18n
const MOST_EXCHANGES = 20_000

/** Opens every process of the local world but the bot. Nothing in it needs the internet, an account or a key. */
export async function openWorld(deps: {
  onLine: (process: string, line: string) => void
  onExchange: (exchange: Exchange) => void
  onBotExit: (signal: string | null) => void
  withFailpoints: boolean
  /** An empty PostgreSQL database for the bot; without one it has a SQLite file that goes with the world. */
  databaseUrl?: string | null
}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'scrip-'))
  const pictures = join(folder, 'pictures')
  mkdirSync(pictures)
  const token = randomBytes(16).toString('hex')
  const children: Child[] = []
  const line = (name: string) => (text: string) => deps.onLine(name, text)
  const exited = (name: string) => (code: number | null) =>
    deps.onLine(name, `ended with ${code ?? 'a signal'}`)

  const exchanges: Exchange[] = []
  const telegram = createTelegram({
    onExchange: (exchange) => {
      exchanges.push(exchange)
      if (exchanges.length > MOST_EXCHANGES) exchanges.shift()
      deps.onExchange(exchange)
    },
  })
  const bot = telegram.createBot({ name: 'Scrip', username: BOT_NAME })
  const [api, relay] = await Promise.all([
    createBotApiServer({ telegram }),
    createRelay({ projectIds: [PROJECT_ID], persistTo: join(folder, 'relay.json') }),
  ])

  const chainChild = await startChild({
    name: 'chain',
    entry: new URL('../chain/main.ts', import.meta.url),
    env: { SCRIP_CHAIN_TOKEN: token },
    onLine: line('chain'),
    onExit: exited('chain'),
  })
  children.push(chainChild)
  const chainUrl = String(chainChild.ready['url'])
  const chain = createChainClient({ url: chainUrl, token })
  const stage = await chain.stage()
  await chain.fund({ account: relayer.address, native: RELAYER_WEI })

  const abis = join(folder, 'abis.json')
  writeFileSync(abis, JSON.stringify([{ name: 'Rights', address: stage.rights, abi: rightsAbi }]))
  const walletsChild = await startChild({
    name: 'wallets',
    entry: new URL('../wallets/main.ts', import.meta.url),
    env: {
      WALLETS_RELAY_URL: relay.url,
      WALLETS_PROJECT_ID: PROJECT_ID,
      WALLETS_RPC_URL: chainUrl,
      WALLETS_CHAIN_ID: String(stage.chainId),
      WALLETS_CHAIN_NAME: CHAIN_NAME,
      WALLETS_MNEMONIC: SANDBOX_MNEMONIC,
      WALLETS_ABIS: abis,
    },
    onLine: line('wallets'),
    onExit: exited('wallets'),
  })
  children.push(walletsChild)
  const walletsUrl = String(walletsChild.ready['url'])

  const httpPort = await freePort()
  const site = `http://127.0.0.1:${httpPort}`
  const botEnvironment: Record<string, string> = {}
  const own = {
    SCRIP_BOT_TOKEN: bot.token,
    SCRIP_BOT_API: api.url,
    SCRIP_SITE: site,
    SCRIP_HTTP_PORT: String(httpPort),
    SCRIP_DATABASE: deps.databaseUrl ?? join(folder, 'scrip.db'),
    SCRIP_KEY: randomBytes(32).toString('hex'),
    SCRIP_RPC: chainUrl,
    SCRIP_CHAIN_ID: String(stage.chainId),
    SCRIP_CHAIN_NAME: CHAIN_NAME,
    SCRIP_RIGHTS: stage.rights,
    SCRIP_COINS: stage.coin,
    SCRIP_START_BLOCK: String(stage.firstBlock),
    SCRIP_FINAL_DEPTH: '3',
    SCRIP_POLL_MS: '200',
    SCRIP_RELAYER_KEY: relayer.privateKey,
    SCRIP_RELAYER_DAILY: String(RELAYER_WEI),
    SCRIP_RELAYER_PER_PERSON: '1000',
    SCRIP_RELAY: relay.url,
    SCRIP_PROJECT_ID: PROJECT_ID,
    SCRIP_WALLET_ORIGINS: walletsUrl,
    SCRIP_PICTURES: pictures,
    SCRIP_LOG: 'warn',
    ...(deps.withFailpoints ? { SCRIP_FAILPOINTS: folder } : {}),
  }
  const botProcess = createBotProcess({
    environment: () => ({ ...own, ...botEnvironment }),
    onLine: line('bot'),
    onExit: deps.onBotExit,
  })

  return {
    telegram,
    bot,
    relay,
    chain,
    chainUrl,
    stage,
    wallets: createWalletsClient(walletsUrl),
    site,
    pictures,
    botProcess,
    botEnvironment,
    exchanges,
    failpoints: createFailpoints(folder),
    async close() {
      await botProcess.stop()
      await Promise.all(children.map((child) => child.stop()))
      await Promise.all([api.close(), relay.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function createFailpoints(folder: string): Failpoints {
  const [at, log] = [join(folder, 'at'), join(folder, 'log')]
  writeFileSync(at, '')
  writeFileSync(log, '')
  const placesIn = (file: string) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((each) => each !== '')
  return {
    passed() {
      const places = placesIn(log)
      writeFileSync(log, '')
      return places
    },
    left: () => placesIn(at),
    set: (places) => writeFileSync(at, places.join('\n')),
  }
}

function createBotProcess(deps: {
  environment: () => Record<string, string>
  onLine: (line: string) => void
  onExit: (signal: string | null) => void
}): BotProcess {
  let child: Child | null = null
  const end = async (how: 'stop' | 'kill') => {
    const ending = child
    child = null
    await ending?.[how]()
  }
  return {
    isRunning: () =>
      child !== null && child.process.exitCode === null && child.process.signalCode === null,
    async start() {
      child = await startChild({
        name: 'bot',
        entry: new URL('../../main.ts', import.meta.url),
        env: deps.environment(),
        onLine: deps.onLine,
        onExit: (_code, signal) => deps.onExit(signal),
      })
    },
    stop: () => end('stop'),
    kill: () => end('kill'),
  }
}
