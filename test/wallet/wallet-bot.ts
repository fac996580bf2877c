import assert from 'node:assert/strict'
import type { KeyValue } from '../../src/ports/key-value.ts'
import type { WalletEvent, WalletSession } from '../../src/ports/wallet.ts'
import type { WalletLedger } from '../../src/ports/wallet-ledger.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createSeal } from '../../src/store/seal.ts'
import { createSqliteDialect } from '../../src/store/sqlite.ts'
import { createWalletKeyValue } from '../../src/store/wallet-key-value.ts'
import { createWalletLedger } from '../../src/store/wallet-ledger.ts'
import { createWallet, type Wallet } from '../../src/wallet/wallet.ts'

const PATIENCE_MS = 20_000

type OfType<Type extends WalletEvent['type']> = Extract<WalletEvent, { type: Type }>

/** The bot's side of a wallet, with a database of its own, that can be stopped, killed and started again. */
export type WalletBot = {
  readonly wallet: Wallet
  /** Everything that was told, in all runs. */
  readonly told: WalletEvent[]
  /** The next untaken event of this type. */
  next<Type extends WalletEvent['type']>(type: Type): Promise<OfType<Type>>
  /** Moves the bot's clock ahead. */
  pass(seconds: number): void
  /** While true, `onEvent` fails. */
  deaf: boolean
  restart(): Promise<void>
  /** Ends without a chance to write anything down. */
  kill(): void
  start(): Promise<void>
  close(): Promise<void>
}

/** Starts a bot. */
export async function startWalletBot({
  relayUrl,
  projectId = 'sandbox',
  chainId = 31337,
  relayTimeoutMs = 5_000,
  extraLinkOrigins = [],
}: {
  relayUrl: string
  projectId?: string
  chainId?: number
  relayTimeoutMs?: number
  extraLinkOrigins?: string[]
}): Promise<WalletBot> {
  const database = await openDatabase(createSqliteDialect(':memory:'))
  const seal = createSeal(Buffer.alloc(32, 7))
  const told: WalletEvent[] = []
  const untaken: WalletEvent[] = []
  const waiters = new Set<() => void>()
  let offset = 0
  let frozen = { value: false }
  let wallet: Wallet | null = null

  const start = async (): Promise<void> => {
    const mine = { value: false }
    frozen = mine
    const made = createWallet({
      relayUrl,
      projectId,
      metadata: {
        name: 'Scrip',
        description: 'A shop counter',
        url: 'https://shop.example.org',
        icons: [],
        redirect: { universal: 'https://t.me/scrip_bot' },
      },
      chainIds: [chainId],
      keyValue: freezable<KeyValue>(createWalletKeyValue({ database, seal }), mine),
      ledger: freezable<WalletLedger>(createWalletLedger({ database, seal }), mine),
      onEvent: async (event) => {
        if (mine.value) await new Promise(() => undefined)
        if (bot.deaf) throw new Error('not now')
        told.push(event)
        untaken.push(event)
        for (const wake of waiters) wake()
      },
      log: { info: () => undefined, warn: () => undefined, error: (facts) => console.error(facts) },
      now: () => Date.now() + offset,
      extraLinkOrigins,
      relayTimeoutMs,
      sweepMs: 25,
    })
    wallet = made
    await made.start()
  }

  const bot: WalletBot = {
    get wallet() {
      assert.ok(wallet !== null, 'the bot is running')
      return wallet
    },
    told,
    deaf: false,
    async next(type) {
      const deadline = Date.now() + PATIENCE_MS
      for (;;) {
        const index = untaken.findIndex((event) => event.type === type)
        const [found] = index < 0 ? [] : untaken.splice(index, 1)
        if (found !== undefined) return found as OfType<typeof type>
        const left = deadline - Date.now()
        assert.ok(left > 0, `no ${type}; told: ${told.map((event) => event.type).join(', ')}`)
        await new Promise<void>((resolve) => {
          const wake = () => {
            clearTimeout(timer)
            waiters.delete(wake)
            resolve()
          }
          const timer = setTimeout(wake, left)
          waiters.add(wake)
        })
      }
    },
    pass(seconds) {
      offset += seconds * 1000
    },
    async restart() {
      await wallet?.stop()
      await start()
    },
    kill() {
      frozen.value = true
      void wallet?.stop()
      wallet = null
    },
    start,
    async close() {
      await wallet?.stop()
      await database.destroy()
    },
  }
  await start()
  return bot
}

/** The same thing, but after the freeze nothing it is asked ever happens: as for a process that was killed. */
function freezable<T extends object>(real: T, frozen: { value: boolean }): T {
  return new Proxy(real, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver)
      if (typeof value !== 'function') return value
      return (...input: unknown[]) =>
        frozen.value ? new Promise(() => undefined) : value.apply(target, input)
    },
  })
}

/** The only account of a session. */
export function accountOf(session: WalletSession) {
  assert.equal(session.accounts.length, 1)
  return session.accounts[0]!.account
}
