import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { z } from 'zod'
import { allowLoopbackOnly } from './loopback-only.ts'

// The wallet SDK calls its vendor's servers unless it believes in a test run; it looks when it is imported.
process.env['IS_VITEST'] = 'true'
allowLoopbackOnly()
// The SDK does not wait for its checks of what the other side sends. On a phone that ends no wallet, and here neither.
process.on('unhandledRejection', (error) => console.error(error))
const { createWallets } = await import('./wallets.ts')

const settings = z
  .object({
    WALLETS_PORT: z.coerce.number().int().min(0).default(0),
    WALLETS_RELAY_URL: z.string(),
    WALLETS_PROJECT_ID: z.string().default('sandbox'),
    WALLETS_RPC_URL: z.string(),
    WALLETS_CHAIN_ID: z.coerce.number().int().positive().default(31337),
    WALLETS_CHAIN_NAME: z.string().optional(),
    WALLETS_CHAIN_SYMBOL: z.string().optional(),
    WALLETS_MNEMONIC: z.string(),
    WALLETS_ABIS: z.string().optional(),
    WALLETS_QUEUE: z.stringbool().default(false),
  })
  .parse(process.env)

const abiFile = z.array(
  z.object({ name: z.string(), address: z.string().optional(), abi: z.array(z.any()) }),
)
const wallets = await createWallets({
  port: settings.WALLETS_PORT,
  relayUrl: settings.WALLETS_RELAY_URL,
  projectId: settings.WALLETS_PROJECT_ID,
  chain: {
    rpcUrl: settings.WALLETS_RPC_URL,
    chainId: settings.WALLETS_CHAIN_ID,
    name: settings.WALLETS_CHAIN_NAME,
    symbol: settings.WALLETS_CHAIN_SYMBOL,
  },
  mnemonic: settings.WALLETS_MNEMONIC,
  abis:
    settings.WALLETS_ABIS === undefined
      ? []
      : abiFile.parse(JSON.parse(readFileSync(settings.WALLETS_ABIS, 'utf8'))),
  queueRequests: settings.WALLETS_QUEUE,
})
console.log(JSON.stringify({ ready: true, url: wallets.url }))
flushCompileCache()

const stop = () => void wallets.close().finally(() => process.exit(0))
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// Started by another process with a channel: end with it.
process.on('disconnect', stop)
