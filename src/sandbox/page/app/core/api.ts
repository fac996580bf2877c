import type { TelegramFault, WorldView } from '../../../driver/client.ts'
import type { DriverPress, OpenResult } from '../../../driver/driver.ts'
import type { DriverEvent } from '../../../driver/driver-log.ts'
import type { Frame } from '../../../relay/frame-log.ts'
import type {
  ChatView,
  Exchange,
  InlineView,
  MessageView,
  NameView,
} from '../../../telegram/types.ts'
import type { WalletView } from '../../../wallets/person-wallet.ts'
import type { Policy } from '../../../wallets/policy.ts'

/** Asks the driver. @throws Error with the driver's own words when it refuses. */
async function ask<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`/driver${path}`, {
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    ...(signal === undefined ? {} : { signal }),
  })
  const answer = (await response.json()) as T & { error?: string }
  if (!response.ok) throw new Error(answer.error ?? String(response.status))
  return answer
}

const of = (person: string) => `/people/${encodeURIComponent(person)}`

/** The driver as the page uses it: everything the page shows or does goes through here. */
export const api = {
  world: () => ask<WorldView>('/world'),
  events: async (after: number, waitMs: number, signal: AbortSignal) =>
    (
      await ask<{ events: DriverEvent[] }>(
        `/events?after=${after}&wait=${waitMs}`,
        undefined,
        signal,
      )
    ).events,
  wire: (after: number, framesAfter: number) =>
    ask<{ exchanges: Exchange[]; frames: Frame[] }>(
      `/wire?after=${after}&framesAfter=${framesAfter}`,
    ),
  hasCode: async (picture: string) =>
    (await ask<{ code: boolean }>(`/pictures/${encodeURIComponent(picture)}/code`)).code,
  chats: (person: string) => ask<ChatView[]>(`${of(person)}/chats`),
  messages: (person: string, chat: number) =>
    ask<MessageView[]>(`${of(person)}/chats/${chat}/messages`),
  openChat: (person: string, chat: number) =>
    ask<{ chatId: number; canStart: boolean }>(`${of(person)}/chat`, { chat }),
  say: (person: string, chat: number, text: string, replyTo?: number) =>
    ask<MessageView>(`${of(person)}/say`, { chat, text, replyTo }),
  edit: (person: string, chat: number, message: number, text: string) =>
    ask<MessageView>(`${of(person)}/edit`, { chat, message, text }),
  photo: (person: string, chat: number, base64: string, caption: string) =>
    ask<MessageView>(`${of(person)}/photo`, { chat, base64, caption }),
  album: (person: string, chat: number, pictures: string[], caption: string) =>
    ask<MessageView[]>(`${of(person)}/album`, { chat, pictures, caption }),
  file: (
    person: string,
    chat: number,
    file: { base64: string; name: string; mimeType: string; caption: string },
  ) => ask<MessageView>(`${of(person)}/file`, { chat, ...file }),
  screenshot: (person: string, from: { chat: number; message: number }, to: number) =>
    ask<MessageView>(`${of(person)}/screenshot`, { ...from, to }),
  contacts: (person: string, chat: number, label: string) =>
    ask<NameView[]>(`${of(person)}/contacts`, { chat, label }),
  shareUsers: (person: string, chat: number, label: string, users: number[]) =>
    ask<MessageView>(`${of(person)}/share-users`, { chat, label, users }),
  key: (person: string, chat: number, label: string) =>
    ask<MessageView>(`${of(person)}/key`, { chat, label }),
  press: (person: string, chat: number, message: number, label: string) =>
    ask<DriverPress>(`${of(person)}/press`, { chat, message, label }),
  open: (person: string, url: string) => ask<OpenResult>(`${of(person)}/open`, { url }),
  start: (person: string, chat: number) => ask<MessageView>(`${of(person)}/start`, { chat }),
  forward: (person: string, chat: number, message: number, to: number) =>
    ask<MessageView>(`${of(person)}/forward`, { chat, message, to }),
  remove: (person: string, chat: number, message: number) =>
    ask<unknown>(`${of(person)}/delete`, { chat, message }),
  inline: (person: string, chat: number, text: string) =>
    ask<InlineView>(`${of(person)}/inline`, { chat, text }),
  choose: (person: string, strip: string, index: number) =>
    ask<MessageView>(`${of(person)}/choose`, { strip, index }),
  inlineButton: (person: string, strip: string) =>
    ask<unknown>(`${of(person)}/inline-button`, { strip }),
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
  startBot: () => ask<unknown>('/bot/start', {}),
  reorganise: (depth: number, keepTransactions: boolean) =>
    ask<unknown>('/chain/reorganise', { depth, keepTransactions }),
  mine: () => ask<unknown>('/chain/mine', {}),
  advance: (seconds: number) => ask<unknown>('/chain/advance', { seconds }),
  telegramFault: (fault: TelegramFault) => ask<unknown>('/telegram/fault', fault),
  strictLimits: (on: boolean) => ask<unknown>('/telegram/strict', { on }),
  unrulyTelegram: (on: boolean) => ask<unknown>('/telegram/unruly', { on }),
  block: (person: string, user: number, on: boolean) =>
    ask<unknown>(`${of(person)}/block`, { user, on }),
  createGroup: (person: string, title: string, members: number[]) =>
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
  relay: (on: boolean) => ask<unknown>('/relay', { on }),
}
