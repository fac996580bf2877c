import type { InlineView, MessageView } from '../telegram/types.ts'
import type { WalletView } from '../wallets/person-wallet.ts'
import type { Policy } from '../wallets/policy.ts'
import type { DriverPerson, DriverPress, OpenResult } from './driver.ts'
import type { DriverEvent } from './driver-log.ts'
import type { Ledger } from './ledger.ts'

/** The state of the world at one moment. */
export type WorldView = {
  /** Another one after every start of the sandbox. */
  id: string
  people: DriverPerson[]
  bot: { id: number; username: string }
  ledger: Ledger
  cursor: number
  botRunning: boolean
  relayOn: boolean
}

/** The driver from another process: what page, demo and flow tests use, and nothing else. */
export type DriverClient = ReturnType<typeof createDriverClient>

/** Speaks to the driver at `url`. Errors carry the driver's words. */
export function createDriverClient(url: string) {
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/driver${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as T & { error?: string }
    if (!response.ok) throw new Error(answer.error ?? `driver: ${response.status}`)
    return answer
  }
  const of = (person: string) => `/people/${encodeURIComponent(person)}`
  return {
    world: () => ask<WorldView>('/world'),
    ledger: () => ask<Ledger>('/ledger'),
    events: async (after: number, waitMs: number) =>
      (await ask<{ events: DriverEvent[] }>(`/events?after=${after}&wait=${waitMs}`)).events,
    wire: () => ask<{ exchanges: Record<string, unknown>[] }>('/wire'),
    addPerson: (input: {
      person: string
      name: string
      role?: string
      locale?: string
      native?: string
      coin?: string
    }) => ask<DriverPerson>('/people', input),
    messages: (person: string, chat: number) =>
      ask<MessageView[]>(`${of(person)}/chats/${chat}/messages`),
    chats: (person: string) =>
      ask<{ chatId: number; title: string; kind: string; canStart: boolean }[]>(
        `${of(person)}/chats`,
      ),
    say: (person: string, chat: number, text: string) =>
      ask<MessageView>(`${of(person)}/say`, { chat, text }),
    press: (person: string, chat: number, message: number, label: string) =>
      ask<DriverPress>(`${of(person)}/press`, { chat, message, label }),
    open: (person: string, link: string) => ask<OpenResult>(`${of(person)}/open`, { url: link }),
    start: (person: string, chat: number) => ask<MessageView>(`${of(person)}/start`, { chat }),
    forward: (person: string, chat: number, message: number, to: number) =>
      ask<MessageView>(`${of(person)}/forward`, { chat, message, to }),
    inline: (person: string, chat: number, text: string) =>
      ask<InlineView>(`${of(person)}/inline`, { chat, text }),
    choose: (person: string, strip: string, index: number) =>
      ask<MessageView>(`${of(person)}/choose`, { strip, index }),
    scan: (person: string, screen: { person: string; chat: number; message: number }) =>
      ask<OpenResult>(`${of(person)}/scan`, screen),
    wallet: (person: string) => ask<WalletView>(`${of(person)}/wallet`),
    decide: (person: string, prompt: string, action: 'approve' | 'reject') =>
      ask<unknown>(`${of(person)}/wallet/decide`, { prompt, action }),
    policy: (person: string, change: Partial<Policy> & { reset?: boolean }) =>
      ask<Policy>(`${of(person)}/wallet/policy`, change),
    release: (person: string) => ask<unknown>(`${of(person)}/wallet/release`, {}),
    disconnect: (person: string, topic: string) =>
      ask<unknown>(`${of(person)}/wallet/disconnect`, { topic }),
    killBot: () => ask<unknown>('/bot/kill', {}),
    startBot: (environment: Record<string, string> = {}) => ask<unknown>('/bot/start', environment),
    /** Sets the place to die at, and tells the places passed since the last call. */
    failpoint: async (at: string | null) =>
      (await ask<{ passed: string[] }>('/bot/failpoint', { at })).passed,
    reorganise: (depth: number, keepTransactions: boolean) =>
      ask<unknown>('/chain/reorganise', { depth, keepTransactions }),
    mine: () => ask<unknown>('/chain/mine', {}),
    advance: (seconds: number) => ask<unknown>('/chain/advance', { seconds }),
    relay: (on: boolean) => ask<unknown>('/relay', { on }),
  }
}
