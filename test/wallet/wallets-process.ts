import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { WalletsEvent } from '../../src/sandbox/wallets/event-log.ts'
import type { WalletView } from '../../src/sandbox/wallets/person-wallet.ts'
import type { Policy } from '../../src/sandbox/wallets/policy.ts'
import type { Prompt } from '../../src/sandbox/wallets/prompt.ts'

const MNEMONIC = 'test test test test test test test test test test test junk'

/** The wallets' process, driven over its HTTP interface and nothing else. */
export type WalletsProcess = {
  url: string
  create(person: string): Promise<string>
  view(person: string): Promise<WalletView>
  open(person: string, url: string): Promise<void>
  decide(person: string, prompt: Prompt, action: 'approve' | 'reject'): Promise<void>
  policy(person: string, change: Partial<Policy> & { reset?: boolean }): Promise<void>
  release(person: string): Promise<void>
  disconnect(person: string, topic: string): Promise<void>
  /** The next event like this after the ones already waited for. */
  wait(person: string, type: WalletsEvent['type']): Promise<WalletsEvent>
  /** Waits until the person sees a prompt of this kind. */
  prompt<Kind extends Prompt['kind']>(person: string, kind: Kind): Promise<Prompt & { kind: Kind }>
  outsideCalls(): Promise<string[]>
  close(): Promise<void>
}

/** Starts the wallets as a process of their own. */
export async function startWallets(env: Record<string, string>): Promise<WalletsProcess> {
  const child: ChildProcess = spawn(process.execPath, ['src/sandbox/wallets/main.ts'], {
    env: { ...process.env, WALLETS_MNEMONIC: MNEMONIC, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }

  const call = async <T>(path: string, body?: object): Promise<T> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${url}${path}`, init)
    const answer = await response.json()
    if (!response.ok) throw new Error((answer as { error: string }).error)
    return answer as T
  }
  const of = (person: string) => `/wallets/${encodeURIComponent(person)}`
  const seen = new Map<string, number>()
  const events: WalletsEvent[] = []

  const wait: WalletsProcess['wait'] = async (person, type) => {
    const key = `${person} ${type}`
    const deadline = Date.now() + 20_000
    while (Date.now() < deadline) {
      const after = seen.get(key) ?? 0
      const found = events.find(
        (event) => event.person === person && event.type === type && event.seq > after,
      )
      if (found !== undefined) {
        seen.set(key, found.seq)
        return found
      }
      const last = events.at(-1)?.seq ?? 0
      const more = await call<{ events: WalletsEvent[] }>(`/events?after=${last}&wait=5000`)
      events.push(...more.events.filter((event) => event.seq > (events.at(-1)?.seq ?? 0)))
    }
    throw new Error(`no ${type} for ${person}`)
  }

  return {
    url,
    create: async (person) => (await call<{ account: string }>('/wallets', { person })).account,
    view: (person) => call(of(person)),
    open: (person, link) => call(`${of(person)}/open`, { url: link }),
    decide: (person, prompt, action) => call(`${of(person)}/prompts/${prompt.id}`, { action }),
    policy: (person, change) => call(`${of(person)}/policy`, change),
    release: (person) => call(`${of(person)}/release`, {}),
    disconnect: (person, topic) => call(`${of(person)}/disconnect`, { topic }),
    wait,
    async prompt<Kind extends Prompt['kind']>(person: string, kind: Kind) {
      for (;;) {
        const { subject } = await wait(person, 'prompt')
        const { prompts } = await call<WalletView>(of(person))
        const found = prompts.find((each) => each.id === subject)
        if (found?.kind === kind) return found as Prompt & { kind: Kind }
      }
    },
    outsideCalls: async () => (await call<{ outsideCalls: string[] }>('/health')).outsideCalls,
    async close() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
