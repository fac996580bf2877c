import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'
import { keyOf } from './account-of.ts'
import { createChainAccess } from './chain-access.ts'
import { createCallDecoder, type KnownAbi } from './decode-call.ts'
import { createEventLog } from './event-log.ts'
import { outsideCalls } from './loopback-only.ts'
import { createPersonWallet, type PersonWallet } from './person-wallet.ts'
import { honestPolicy, policySchema } from './policy.ts'

/** How the wallets' world is set up. */
export type WalletsOptions = {
  port?: number
  relayUrl: string
  projectId: string
  chain: { rpcUrl: string; chainId: number; name?: string | undefined; symbol?: string | undefined }
  mnemonic: string
  /** What the wallets can read besides ERC-20. */
  abis?: readonly KnownAbi[]
  /** Show one question a second, as wallets with the SDK's default queue do. */
  queueRequests?: boolean
}

/** The wallets of several people behind one HTTP port. */
export type Wallets = { readonly url: string; readonly port: number; close(): Promise<void> }

const LONGEST_WAIT_MS = 30_000
const decision = z.object({ action: z.enum(['approve', 'reject']) })

/**
 * Opens the wallets on 127.0.0.1. They know people and a chain, and nothing of any bot. `IS_VITEST=true` must be in the
 * environment before this module is imported, or the SDK calls home.
 */
export async function createWallets({
  port = 0,
  relayUrl,
  projectId,
  chain,
  mnemonic,
  abis = [],
  queueRequests = false,
}: WalletsOptions): Promise<Wallets> {
  const log = createEventLog()
  const access = createChainAccess(chain)
  const decoder = createCallDecoder(abis)
  const wallets = new Map<string, Promise<PersonWallet>>()
  let baseUrl = ''

  const create = (person: string): Promise<PersonWallet> => {
    const known = wallets.get(person)
    if (known !== undefined) return known
    const made = createPersonWallet({
      person,
      key: keyOf(person, mnemonic),
      relayUrl,
      projectId,
      chain: access,
      decoder,
      baseUrl,
      log,
      queueRequests,
    })
    wallets.set(person, made)
    return made
  }
  const find = (person: string): Promise<PersonWallet> => {
    const found = wallets.get(person)
    if (found === undefined) throw new Error(`${person} has no wallet yet.`)
    return found
  }

  const app = new Hono()
  app.onError((error, c) => c.json({ error: error.message }, 409))
  app.get('/health', (c) => c.json({ ok: true, outsideCalls: outsideCalls() }))
  app.post('/wallets', async (c) => {
    const { person } = z.object({ person: z.string().min(1).max(64) }).parse(await c.req.json())
    const { account } = await create(person)
    return c.json({ person, account }, 201)
  })
  app.get('/wallets', (c) => c.json({ people: [...wallets.keys()] }))
  app.get('/wallets/:person', async (c) => c.json(await (await find(c.req.param('person'))).view()))
  app.post('/wallets/:person/open', async (c) => {
    const { url } = z.object({ url: z.string().max(4096) }).parse(await c.req.json())
    await (await find(c.req.param('person'))).open(url)
    return c.json({ ok: true })
  })
  app.post('/wallets/:person/prompts/:id', async (c) => {
    const { action } = decision.parse(await c.req.json())
    await (await find(c.req.param('person'))).decide(c.req.param('id'), action)
    return c.json({ ok: true })
  })
  app.post('/wallets/:person/policy', async (c) => {
    const { reset, ...change } = policySchema
      .partial()
      .extend({ reset: z.boolean().optional() })
      .parse(await c.req.json())
    const wallet = await find(c.req.param('person'))
    const given = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    )
    await wallet.setPolicy(reset === true ? { ...honestPolicy, ...given } : given)
    return c.json((await wallet.view()).policy)
  })
  app.post('/wallets/:person/release', async (c) => {
    await (await find(c.req.param('person'))).release()
    return c.json({ ok: true })
  })
  app.post('/wallets/:person/disconnect', async (c) => {
    const { topic } = z.object({ topic: z.string() }).parse(await c.req.json())
    await (await find(c.req.param('person'))).disconnect(topic)
    return c.json({ ok: true })
  })
  app.get('/open/:person/wc', async (c) => {
    const person = c.req.param('person')
    await (await find(person)).open(c.req.url)
    return c.text(`This is ${person}'s wallet. Look at its prompt in the sandbox.`)
  })
  app.get('/events', async (c) => {
    const after = Number(c.req.query('after') ?? 0)
    const wait = Math.min(Number(c.req.query('wait') ?? 0), LONGEST_WAIT_MS)
    return c.json({ events: await log.read(after, wait) })
  })

  const server = await new Promise<ServerType>((resolve) => {
    // A caller who reuses a connection never finds it closed under its hands.
    const serverOptions = { keepAliveTimeout: 0 }
    const options = { fetch: app.fetch, port, hostname: '127.0.0.1', serverOptions }
    const made = serve(options, () => resolve(made))
  })
  const actual = (server.address() as AddressInfo).port
  baseUrl = `http://127.0.0.1:${actual}`
  return {
    url: baseUrl,
    port: actual,
    async close() {
      await Promise.all([...wallets.values()].map(async (wallet) => (await wallet).close()))
      access.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
