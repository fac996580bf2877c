import type { WalletSession } from '../../src/ports/wallet.ts'
import type { Relay } from '../../src/sandbox/relay/relay.ts'
import type { WalletBot } from './wallet-bot.ts'

// The wallet SDK calls home unless this stands before its import.
process.env['IS_VITEST'] = 'true'
const { WalletKit } = await import('@reown/walletkit')
const { Core } = await import('@walletconnect/core')
const { createMemoryStorage } = await import('../../src/sandbox/wallets/memory-storage.ts')

type Kit = Awaited<ReturnType<typeof WalletKit.init>>

/** Two accounts that wallets in tests speak for. */
export const mine = '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045'
export const other = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

/** What such a wallet approves. */
export function namespaces(account: string) {
  return {
    eip155: {
      accounts: [`eip155:31337:${account}`],
      methods: ['personal_sign'],
      events: ['accountsChanged'],
    },
  }
}

/** Wallets in the hands of somebody who knows their insides. */
export function createInsiders(relay: () => Relay, bot: () => WalletBot) {
  const kits: Kit[] = []
  return {
    async connect(attempt: string): Promise<{ kit: Kit; session: WalletSession }> {
      const core = new Core({
        relayUrl: relay().url,
        projectId: 'sandbox',
        customStoragePrefix: attempt,
        telemetryEnabled: false,
        logger: 'silent',
        storage: createMemoryStorage(),
      })
      const metadata = { name: attempt, description: '', url: 'https://example.org', icons: [] }
      const kit = await WalletKit.init({
        core: core as never,
        metadata,
        signConfig: { disableRequestQueue: true },
      })
      kits.push(kit)
      kit.on(
        'session_proposal',
        ({ id }) => void kit.approveSession({ id, namespaces: namespaces(mine) }),
      )
      const { uri } = await bot().wallet.connect(attempt)
      await kit.pair({ uri })
      return { kit, session: (await bot().next('session-settled')).session }
    },
    async close() {
      for (const { core } of kits) {
        core.heartbeat.stop()
        await core.relayer.transportClose()
      }
    },
  }
}

/** Sends a message of the protocol as it is, whatever the SDK thinks of it. */
export async function sendRaw(kit: Kit, topic: string, payload: object, tag: number) {
  const { core } = kit
  const message = await core.crypto.encode(topic, { jsonrpc: '2.0', ...payload } as never)
  await core.relayer.publish(topic, message, { tag })
}
