import type { ChatView, InlineView, MessageView, NameView } from '../telegram/types.ts'
import type { WalletView } from '../wallets/person-wallet.ts'
import type { Policy } from '../wallets/policy.ts'
import type { DriverPerson, DriverPress, OpenResult, Press, Screen } from './driver.ts'
import type { DriverEvent } from './driver-log.ts'
import type { Ledger } from './ledger.ts'
import type { Product } from './publish-routes.ts'
import type { ShelfKind } from './shelf-pictures.ts'
import type { Tally } from './tally.ts'

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

/** Where the world stands, for those who look again and again: the ledger, which grows, is not in it. */
export type Pulse = Pick<WorldView, 'bot' | 'botRunning' | 'cursor'>

/** Something to go wrong with the Bot API, for the next `times` calls that match (1 when left out). */
export type TelegramFault = { method?: string; chatId?: number; times?: number } & (
  | { type: 'flood'; retryAfter: number }
  | { type: 'refuse'; code: number; description: string }
  | { type: 'drop-answer' }
  | { type: 'delay-answer'; ms: number }
)

/** A picture to send, and the words under it. */
export type Picture = { bytes: Uint8Array; caption?: string; replyTo?: number }

/** The driver from another process: what page, demo and flow tests use, and nothing else. */
export type DriverClient = ReturnType<typeof createDriverClient>

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Speaks to the driver at `url`. Errors carry the driver's words, and its reason as `code`. */
export function createDriverClient(url: string) {
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/driver${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as T & { error?: string; code?: string }
    if (response.ok) return answer
    const error = new Error(answer.error ?? `driver: ${response.status}`)
    throw Object.assign(error, { code: answer.code ?? 'refused' })
  }
  const of = (person: string) => `/people/${encodeURIComponent(person)}`
  return {
    world: () => ask<WorldView>('/world'),
    ledger: () => ask<Ledger>('/ledger'),
    /** At once, or when something has changed after that cursor, or when the wait is over. */
    pulse: (after = 0, waitMs = 0) => ask<Pulse>(`/pulse?after=${after}&wait=${waitMs}`),
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
    /** Those of a chat, oldest first; `after` leaves out what stood there before. */
    messages: (person: string, chat: number, after = 0) =>
      ask<MessageView[]>(`${of(person)}/chats/${chat}/messages?after=${after}`),
    chats: (person: string) => ask<ChatView[]>(`${of(person)}/chats`),
    /** The bytes of a file in a message. */
    file: async (id: string) =>
      Buffer.from(
        await (await fetch(`${url}/driver/files/${encodeURIComponent(id)}`)).arrayBuffer(),
      ),

    /** A picture of the shelf, as JPEG. @throws Error when it does not lie there */
    shelf: async (kind: ShelfKind) => {
      const response = await fetch(`${url}/driver/shelf/${kind}`)
      if (!response.ok) throw new Error(`no ${kind} on the shelf`)
      return Buffer.from(await response.arrayBuffer())
    },

    say: (person: string, chat: number, text: string, replyTo?: number) =>
      ask<MessageView>(`${of(person)}/say`, { chat, text, replyTo }),
    photo: (person: string, chat: number, { bytes, ...rest }: Picture) =>
      ask<MessageView>(`${of(person)}/photo`, { chat, base64: base64(bytes), ...rest }),
    album: (person: string, chat: number, pictures: Uint8Array[], caption = '') =>
      ask<MessageView[]>(`${of(person)}/album`, { chat, pictures: pictures.map(base64), caption }),
    sendFile: (
      person: string,
      chat: number,
      { bytes, ...rest }: Picture & { name: string; mimeType?: string },
    ) => ask<MessageView>(`${of(person)}/file`, { chat, base64: base64(bytes), ...rest }),
    screenshot: (person: string, from: { chat: number; message: number }, to: number) =>
      ask<MessageView>(`${of(person)}/screenshot`, { ...from, to }),
    edit: (person: string, chat: number, message: number, text: string) =>
      ask<MessageView>(`${of(person)}/edit`, { chat, message, text }),
    remove: (person: string, chat: number, message: number) =>
      ask<unknown>(`${of(person)}/delete`, { chat, message }),
    forward: (person: string, chat: number, message: number, to: number) =>
      ask<MessageView>(`${of(person)}/forward`, { chat, message, to }),
    contacts: (person: string, chat: number, label: string) =>
      ask<NameView[]>(`${of(person)}/contacts`, { chat, label }),
    shareUsers: (person: string, chat: number, label: string, users: number[]) =>
      ask<MessageView>(`${of(person)}/share-users`, { chat, label, users }),

    press: (person: string, chat: number, message: number, label: string) =>
      ask<DriverPress>(`${of(person)}/press`, { chat, message, label }),
    key: (person: string, chat: number, label: string) =>
      ask<MessageView>(`${of(person)}/key`, { chat, label }),
    open: (person: string, link: string) => ask<OpenResult>(`${of(person)}/open`, { url: link }),
    openChat: (person: string, chat: number) =>
      ask<{ chatId: number; canStart: boolean }>(`${of(person)}/chat`, { chat }),
    start: (person: string, chat: number) => ask<MessageView>(`${of(person)}/start`, { chat }),
    inline: (person: string, chat: number, text: string) =>
      ask<InlineView>(`${of(person)}/inline`, { chat, text }),
    share: (person: string, press: Press, to: number) =>
      ask<InlineView>(`${of(person)}/share`, { ...press, to }),
    choose: (person: string, strip: string, index: number) =>
      ask<MessageView>(`${of(person)}/choose`, { strip, index }),
    inlineButton: (person: string, strip: string) =>
      ask<{ chatId: number; canStart: boolean }>(`${of(person)}/inline-button`, { strip }),
    scan: (person: string, screen: Screen) => ask<OpenResult>(`${of(person)}/scan`, screen),
    camera: async (person: string, screen: Screen) =>
      (await ask<{ text: string }>(`${of(person)}/camera`, screen)).text,
    tally: (person: string) => ask<Tally>(`${of(person)}/tally`),
    resetTally: (person: string) => ask<Tally>(`${of(person)}/tally/reset`, {}),

    block: (person: string, user: number, on: boolean) =>
      ask<unknown>(`${of(person)}/block`, { user, on }),
    createGroup: (person: string, title: string, members: number[] = []) =>
      ask<ChatView>(`${of(person)}/groups`, { title, members }),
    addToGroup: (person: string, chat: number, user: number, payload?: string) =>
      ask<unknown>(`${of(person)}/groups/add`, { chat, user, payload }),
    administrator: (person: string, chat: number, user: number, on: boolean) =>
      ask<unknown>(`${of(person)}/groups/administrator`, { chat, user, on }),
    mute: (person: string, chat: number, user: number, on: boolean) =>
      ask<unknown>(`${of(person)}/groups/mute`, { chat, user, on }),
    removeFromGroup: (person: string, chat: number, user: number) =>
      ask<unknown>(`${of(person)}/groups/remove`, { chat, user }),
    deleteGroup: (person: string, chat: number) =>
      ask<unknown>(`${of(person)}/groups/delete`, { chat }),
    upgradeGroup: (person: string, chat: number) =>
      ask<ChatView>(`${of(person)}/groups/upgrade`, { chat }),

    /** Publishes goods straight on the chain, as a merchant's own system does. */
    publish: (person: string, products: Product[]) =>
      ask<{ published: number }>(`${of(person)}/publish`, { products }),
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
    /** Sets the places to die at, once at each; tells the places passed since the last call, and those not died at. */
    failpoint: (...places: string[]) =>
      ask<{ passed: string[]; left: string[] }>('/bot/failpoint', { places }),
    telegramFault: (fault: TelegramFault) => ask<unknown>('/telegram/fault', fault),
    clearTelegramFaults: () => ask<unknown>('/telegram/faults/clear', {}),
    strictLimits: (on: boolean) => ask<unknown>('/telegram/strict', { on }),
    /** Every update twice, independent queues out of order. */
    unrulyTelegram: (on: boolean) => ask<unknown>('/telegram/unruly', { on }),
    reorganise: (depth: number, keepTransactions: boolean) =>
      ask<unknown>('/chain/reorganise', { depth, keepTransactions }),
    mine: () => ask<unknown>('/chain/mine', {}),
    advance: (seconds: number) => ask<unknown>('/chain/advance', { seconds }),
    relay: (on: boolean) => ask<unknown>('/relay', { on }),
  }
}
