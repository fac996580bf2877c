import type { WalletsEvent } from '../wallets/event-log.ts'
import type { WalletView } from '../wallets/person-wallet.ts'
import type { Policy } from '../wallets/policy.ts'

/** The wallet process as the driver uses it. Errors carry the wallet's own words. */
export type WalletsClient = {
  create(person: string): Promise<{ account: string }>
  view(person: string): Promise<WalletView>
  open(person: string, url: string): Promise<void>
  decide(person: string, prompt: string, action: 'approve' | 'reject'): Promise<void>
  policy(person: string, change: Partial<Policy> & { reset?: boolean }): Promise<Policy>
  release(person: string): Promise<void>
  disconnect(person: string, topic: string): Promise<void>
  events(after: number, waitMs: number): Promise<WalletsEvent[]>
}

/** Speaks to the wallet process at `url`. */
export function createWalletsClient(url: string): WalletsClient {
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as T & { error?: string }
    if (!response.ok) throw new Error(answer.error ?? `wallet: ${response.status}`)
    return answer
  }
  const of = (person: string) => `/wallets/${encodeURIComponent(person)}`
  return {
    create: (person) => ask('/wallets', { person }),
    view: (person) => ask(of(person)),
    open: (person, link) => ask(`${of(person)}/open`, { url: link }),
    decide: (person, prompt, action) => ask(`${of(person)}/prompts/${prompt}`, { action }),
    policy: (person, change) => ask(`${of(person)}/policy`, change),
    release: (person) => ask(`${of(person)}/release`, {}),
    disconnect: (person, topic) => ask(`${of(person)}/disconnect`, { topic }),
    events: async (after, waitMs) =>
      (await ask<{ events: WalletsEvent[] }>(`/events?after=${after}&wait=${waitMs}`)).events,
  }
}
