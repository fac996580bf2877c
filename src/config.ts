import { z } from 'zod'
import type { Account } from './domain/ids.ts'

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'an address: 0x and 40 hex digits')
const url = z.url()
/** Too long for a number, so it stays text until it is used. */
const wei = z.string().regex(/^\d+$/, 'a whole number of wei')

const otherChain = z.object({
  name: z.string().min(1).max(40),
  chainId: z.number().int().positive(),
  rpcUrl: url,
  nativeSymbol: z.string().min(1).max(16),
  coins: z.array(address.transform((each) => each as Account)).max(20),
})

/** One setting: how it is read, and what it is for. */
type Setting = { schema: z.ZodType; help: string }

/** Every setting, by the name of its environment variable. The reference in `docs/` is generated from this table. */
export const settings = {
  SCRIP_BOT_TOKEN: {
    schema: z.string().regex(/^\d+:[\w-]+$/, 'a bot token'),
    help: 'Token of the bot, from BotFather. Without it `npm start` opens the sandbox.',
  },
  SCRIP_BOT_API: {
    schema: url.default('https://api.telegram.org'),
    help: 'Root of the Bot API.',
  },
  SCRIP_SITE: {
    schema: url,
    help: 'Our public address; wallets and pages show it. https in production.',
  },
  SCRIP_HTTP_PORT: {
    schema: z.coerce.number().int().min(0).max(65535).default(8080),
    help: 'Port of our pages.',
  },
  SCRIP_HTTP_HOST: {
    schema: z.string().default('127.0.0.1'),
    help: 'Address our pages listen on.',
  },
  SCRIP_DATABASE: {
    schema: z.string().default('data/scrip.db'),
    help: 'The database: a file for SQLite, or a `postgres://` URL.',
  },
  SCRIP_KEY: {
    schema: z.string().regex(/^[0-9a-f]{64}$/, '32 bytes in hex'),
    help: 'Key that seals secrets in the database: 32 random bytes in hex. Losing it loses wallet sessions and open codes.',
  },
  SCRIP_RPC: { schema: url, help: 'JSON-RPC address of a node.' },
  SCRIP_CHAIN_ID: { schema: z.coerce.number().int().positive(), help: 'Number of the chain.' },
  SCRIP_CHAIN_NAME: { schema: z.string(), help: 'Name of the chain as people read it.' },
  SCRIP_NATIVE_SYMBOL: {
    schema: z.string().default('ETH'),
    help: "Symbol of the chain's own coin.",
  },
  SCRIP_COINS: {
    schema: z
      .string()
      .default('')
      .transform((text) => text.split(',').flatMap((each) => each.trim() || []))
      .pipe(z.array(address)),
    help: "Coins that sellers may ask a price in besides the chain's own: addresses, comma-separated. A price without a coin counts in the first.",
  },
  SCRIP_RIGHTS: { schema: address, help: 'Address of the `Rights` contract.' },
  SCRIP_START_BLOCK: {
    schema: z.coerce.number().int().min(0).default(0),
    help: 'Block in which `Rights` was deployed.',
  },
  SCRIP_FINAL_DEPTH: {
    schema: z.coerce.number().int().min(1).default(12),
    help: 'Blocks above a block that make it final.',
  },
  SCRIP_POLL_MS: {
    schema: z.coerce.number().int().min(100).default(1000),
    help: 'How often the chain is asked for a new block, in milliseconds.',
  },
  SCRIP_RELAYER_KEY: {
    schema: z
      .string()
      .regex(/^0x[0-9a-fA-F]{64}$/, 'a private key: 0x and 64 hex digits')
      .nullable()
      .default(null),
    help: "Private key of the account that pays the network for people's claims and hand-overs. Without it nobody does. It needs no more money than a few days' budget.",
  },
  SCRIP_RELAYER_DAILY: {
    schema: wei.default('10000000000000000'),
    help: 'What that account may spend a day (UTC), in wei.',
  },
  SCRIP_RELAYER_PER_PERSON: {
    schema: z.coerce.number().int().min(0).default(10),
    help: 'How many calls of one person it pays for a day.',
  },
  SCRIP_RELAYER_MAX_FEE: {
    schema: wei.default('50000000000'),
    help: 'The most it pays for one gas, in wei.',
  },
  SCRIP_RELAY: {
    schema: z.url().default('wss://relay.walletconnect.com'),
    help: 'WalletConnect relay.',
  },
  SCRIP_PROJECT_ID: { schema: z.string(), help: 'Project id at the relay.' },
  SCRIP_SESSION_IDLE_DAYS: {
    schema: z.coerce.number().int().min(1).default(30),
    help: 'Days after which a wallet session that nobody used is ended. Accounts stay bound.',
  },
  SCRIP_WALLET_ORIGINS: {
    schema: z
      .string()
      .default('')
      .transform((text) => text.split(',').filter((each) => each !== '')),
    help: 'Further origins, comma-separated, whose links may open a wallet. For the sandbox.',
  },
  SCRIP_OTHER_CHAINS: {
    schema: z
      .string()
      .default('[]')
      .transform((text, context) => {
        try {
          return z.array(otherChain).parse(JSON.parse(text))
        } catch {
          context.addIssue('a JSON list of { name, chainId, rpcUrl, nativeSymbol, coins }')
          return z.NEVER
        }
      }),
    help: 'Other chains to look on when somebody lacks coins here: a JSON list of { name, chainId, rpcUrl, nativeSymbol, coins }. Nothing is ever paid there.',
  },
  SCRIP_PICTURES: {
    schema: z.string().default('data/pictures'),
    help: 'Folder of the sellers’ pictures.',
  },
  SCRIP_MODELS: {
    schema: z.string().nullable().default(null),
    help: 'Folder of the model that knows products by their looks, with its manifest. By default the one that comes with Scrip.',
  },
  SCRIP_LOG: { schema: z.string().default('info'), help: 'Log level.' },
  SCRIP_CLOCK_AHEAD: {
    schema: z.coerce.number().int().default(0),
    help: 'For tests: seconds by which our clock is ahead.',
  },
  SCRIP_FAILPOINTS: {
    schema: z.string().nullable().default(null),
    help: 'For tests: a folder whose file `at` names the place to die at, and whose file `log` gets every place passed.',
  },
} as const satisfies Record<string, Setting>

/** The settings as read. */
export type Config = {
  [Name in keyof typeof settings]: z.output<(typeof settings)[Name]['schema']>
}

/**
 * Reads the settings from an environment. @throws Error that names every setting that is missing or wrong, never a value.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems: string[] = []
  const read = Object.entries(settings).map(([name, { schema, help }]) => {
    const value = environment[name] === '' ? undefined : environment[name]
    const result = schema.safeParse(value)
    if (!result.success)
      problems.push(`${name}: ${result.error.issues[0]?.message ?? 'wrong'}. ${help}`)
    return [name, result.data]
  })
  if (problems.length > 0) throw new Error(`Settings to mend:\n  ${problems.join('\n  ')}`)
  return Object.fromEntries(read) as Config
}
