import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { WalletKit } from '@reown/walletkit'
import { Core } from '@walletconnect/core'
import { getAddress, type HDNodeWallet, keccak256 } from 'ethers'
import type { ChainAccess, RpcError } from './chain-access.ts'
import type { CallDecoder } from './decode-call.ts'
import { describeTask, readTask, type WalletTask } from './describe-request.ts'
import type { EventLog, WalletsEvent } from './event-log.ts'
import { grant } from './grant.ts'
import { createMemoryStorage } from './memory-storage.ts'
import { readOpenedUrl } from './open-url.ts'
import { performTask } from './perform-task.ts'
import { honestPolicy, type Policy } from './policy.ts'
import type { Dapp, Prompt, PromptBody } from './prompt.ts'
import { readTypedData } from './read-typed-data.ts'

/** What can be seen of a person's wallet. */
export type WalletView = {
  person: string
  account: string
  /** In wei. */
  balance: string
  sessions: { topic: string; dapp: Dapp; expiresAt: number }[]
  prompts: Prompt[]
  /** The prompt the wallet was opened at, if it is still there. */
  front: string | null
  policy: Policy
}

/** One person's wallet app. */
export type PersonWallet = {
  readonly account: string
  view(): Promise<WalletView>
  /** A link was pressed. @throws Error in the wallet's words when it leads nowhere. */
  open(url: string): Promise<void>
  /** The person decides. @throws Error for a prompt that is gone. */
  decide(promptId: string, action: 'approve' | 'reject'): Promise<void>
  disconnect(topic: string): Promise<void>
  setPolicy(change: Partial<Policy>): Promise<void>
  /** Lets held answers go. */
  release(): Promise<void>
  close(): Promise<void>
}

type Pending = { prompt: Prompt; approve(): Promise<void>; reject(): Promise<void> }

const RETRY_MS = 200

/** Opens a wallet with its own WalletConnect client. Its sessions live in memory. */
export async function createPersonWallet({
  person,
  key,
  relayUrl,
  projectId,
  chain,
  decoder,
  baseUrl,
  log,
  queueRequests = false,
}: {
  person: string
  key: HDNodeWallet
  relayUrl: string
  projectId: string
  chain: ChainAccess
  decoder: CallDecoder
  baseUrl: string
  log: EventLog
  queueRequests?: boolean
}): Promise<PersonWallet> {
  const instance = `wallet-${randomUUID()}`
  const core = new Core({
    relayUrl,
    projectId,
    customStoragePrefix: instance,
    telemetryEnabled: false,
    logger: 'silent',
    storage: createMemoryStorage(),
  })
  Reflect.deleteProperty(globalThis, `_walletConnectCore_${instance}`)
  Reflect.deleteProperty(globalThis, `_walletConnectCore_${instance}_count`)
  const kit = await WalletKit.init({
    // Core's class and its own interface disagree about optional fields.
    core: core as unknown as Parameters<typeof WalletKit.init>[0]['core'],
    metadata: {
      name: `${person}'s wallet`,
      description: 'A wallet of the sandbox',
      url: baseUrl,
      icons: [],
      redirect: { universal: `${baseUrl}/open/${encodeURIComponent(person)}` },
    },
    signConfig: { disableRequestQueue: !queueRequests },
  })

  const honest: Calls = {
    name: `${person}'s wallet`,
    redirect: `${baseUrl}/open/${encodeURIComponent(person)}`,
  }
  const pending = new Map<string, Pending>()
  const seen = new Set<number>()
  const held: (() => Promise<void>)[] = []
  let policy = honestPolicy
  let front: string | null = null
  const tell = (type: WalletsEvent['type'], subject: string | null = null) =>
    log.add(person, type, subject)
  const nowSeconds = () => Math.floor(Date.now() / 1000)

  /** The SDK holds what is published while it reconnects for up to twenty seconds; so wait for the line first. */
  const reachRelay = async (): Promise<void> => {
    while (!core.relayer.connected && policy.online) {
      await core.relayer.transportOpen().catch(() => setTimeout(RETRY_MS))
    }
  }
  /** Sends an answer now, or keeps it while the policy or the network says so. */
  const answer = async (promptId: string, send: () => Promise<unknown>): Promise<void> => {
    const go = async () => {
      await reachRelay()
      await send()
      tell('answered', promptId)
    }
    if (!policy.hold && policy.online) return go()
    held.push(go)
    tell('held', promptId)
  }
  const drop = (id: string): void => {
    if (pending.delete(id)) tell('prompt-gone', id)
    if (front === id) front = null
  }
  const show = async (
    id: string,
    dapp: Dapp,
    expiresAt: number | null,
    body: PromptBody,
    acts: Omit<Pending, 'prompt'>,
  ): Promise<void> => {
    if (policy.ignore) return tell('ignored', id)
    pending.set(id, { prompt: { id, dapp, askedAt: nowSeconds(), expiresAt, ...body }, ...acts })
    tell('prompt', id)
    if (policy.answer !== 'ask') await decide(id, policy.answer)
  }
  const decide = async (id: string, action: 'approve' | 'reject'): Promise<void> => {
    const found = pending.get(id)
    if (found === undefined) throw new Error('This prompt is gone.')
    drop(id)
    await found[action]()
  }

  const release = async (): Promise<void> => {
    for (const go of held.splice(0)) await go()
  }

  kit.on('session_proposal', ({ id, params }) => {
    const promptId = `session-${id}`
    const wanted = { ...params.requiredNamespaces, ...params.optionalNamespaces }
    const chains = Object.values(wanted).flatMap((each) => each.chains ?? [])
    const chainIds = chains.map((each) => Number(each.split(':')[1]))
    const isKnown = chainIds.includes(chain.chainId)
    const body: PromptBody = {
      kind: 'session',
      chains: chainIds,
      methods: Object.values(wanted).flatMap((each) => each.methods),
      warning: isKnown ? null : 'This wallet is not on that chain.',
    }
    const { name, url } = params.proposer.metadata
    void show(promptId, { name, url }, params.expiryTimestamp, body, {
      approve: () =>
        answer(promptId, async () => {
          const caip = `eip155:${policy.wrongChain ?? chain.chainId}`
          const namespaces = grant(wanted, { chain: caip, address: key.address })
          const session = await kit.approveSession({ id, namespaces })
          tell('session', session.topic)
        }),
      reject: () =>
        answer(promptId, () => kit.rejectSession({ id, reason: rejection(policy.rejectWith) })),
    })
  })

  kit.on('session_request', ({ id, topic, params }) => {
    if (seen.has(id)) return
    seen.add(id)
    const promptId = `request-${id}`
    const respond = (response: { result: string } | { error: RpcError }) =>
      answer(promptId, () =>
        kit.respondSessionRequest({ topic, response: { id, jsonrpc: '2.0', ...response } }),
      )
    const { method, params: args, expiryTimestamp = null } = params.request
    const task = readTask(method, args)
    if (task === null || policy.unsupported) {
      void respond({ error: { code: 5101, message: 'Unsupported methods.' } })
      return
    }
    if (params.chainId !== `eip155:${chain.chainId}` && policy.wrongChain === null) {
      void respond({ error: { code: 5100, message: 'Unsupported chains.' } })
      return
    }
    const typed = task.type === 'sign-typed' ? readTypedData(task.json, chain.chainId) : null
    if (typed?.type === 'refused') {
      void respond({ error: { code: -32602, message: typed.why } })
      return
    }
    const { name, url } = kit.engine.signClient.session.get(topic).peer.metadata
    const approve = async (approved: WalletTask): Promise<void> => {
      const done = await performTask(approved, { key, chain, policy })
      if ('error' in done) return respond({ error: done.error })
      if (done.sent !== null) tell('sent', done.sent)
      if (!policy.dropResponse) await respond({ result: done.result })
    }
    void describeTask(task, { chain, decoder, account: key.address }).then((body) =>
      show(promptId, { name, url }, expiryTimestamp, body, {
        approve: () => approve(task),
        reject: () => respond({ error: rejection(policy.rejectWith) }),
      }),
    )
  })
  kit.on('proposal_expire', ({ id }) => drop(`session-${id}`))
  kit.on('session_request_expire', ({ id }) => drop(`request-${id}`))
  kit.on('session_delete', ({ topic }) => tell('session-ended', topic))
  tell('created')

  return {
    account: key.address,
    async view() {
      const sessions = Object.values(kit.getActiveSessions()).map(({ topic, peer, expiry }) => ({
        topic,
        dapp: { name: peer.metadata.name, url: peer.metadata.url },
        expiresAt: expiry,
      }))
      const prompts = [...pending.values()].map((each) => each.prompt)
      const balance = String(await chain.balance(key.address))
      return { person, account: key.address, balance, sessions, prompts, front, policy }
    },
    async open(url) {
      const opened = readOpenedUrl(url)
      if (opened.type === 'unknown') throw new Error('This link leads to no wallet.')
      if (opened.type === 'pair') {
        await core.pairing.pair({ uri: opened.uri })
        return tell('paired')
      }
      front = `request-${opened.requestId}`
      tell('front', front)
    },
    decide,
    async disconnect(topic) {
      await kit.disconnectSession({ topic, reason: { code: 6000, message: 'User disconnected.' } })
      tell('session-ended', topic)
    },
    async setPolicy(change) {
      const before = policy
      policy = { ...policy, ...change }
      callItself(kit, policy.calls ?? honest)
      if (before.otherAccount !== policy.otherAccount) {
        const shown = policy.otherAccount ? otherThan(key.address) : key.address
        for (const topic of Object.keys(kit.getActiveSessions())) {
          const event = { name: 'accountsChanged', data: [shown] }
          await kit.emitSessionEvent({ topic, event, chainId: `eip155:${chain.chainId}` })
        }
      }
      if (before.online && !policy.online) await core.relayer.transportClose()
      if (!before.online && policy.online) await core.relayer.transportOpen()
      if (!before.online && policy.online && !policy.hold) await release()
    },
    release,
    async close() {
      core.heartbeat.stop()
      await core.relayer.transportClose().catch(() => undefined)
    },
  }
}

type Calls = NonNullable<Policy['calls']>
type Kit = Awaited<ReturnType<typeof WalletKit.init>>

/** Changes what the wallet says of itself to whoever it connects to next. */
function callItself(kit: Kit, { name, redirect }: Calls): void {
  const { metadata } = kit.engine.signClient
  metadata.name = name
  metadata.redirect = { universal: redirect }
}

/** Some account that is not this one. */
function otherThan(account: string): string {
  return getAddress(keccak256(account).slice(0, 42))
}

function rejection(code: number): RpcError {
  return { code, message: code === 4001 ? 'User denied the request.' : 'User rejected.' }
}
