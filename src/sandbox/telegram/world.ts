import { randomBytes, randomInt } from 'node:crypto'
import type { Account, Bot, Person } from './accounts.ts'
import type { Chat, Message } from './chat-state.ts'
import type { Clock } from './clock.ts'
import type { EventLog } from './events.ts'
import type { Faults } from './faults.ts'
import type { FileStore } from './files.ts'
import type { InlineResult } from './inline-result.ts'
import type { RateLimits } from './rate-limits.ts'
import type { Exchange } from './types.ts'

/** A press that waits for its answer. */
export type PendingCallback = {
  id: string
  bot: Bot
  person: Person
  message: Message
  /** Unix milliseconds. */
  pressedAt: number
  expiresAt: number
  answer(answer: CallbackAnswer | null): void
}

/** What a bot answered to a press. */
export type CallbackAnswer = {
  text: string | null
  alert: boolean
  url: string | null
  cacheSeconds: number
}

/** An inline query that waits for its results. */
export type PendingInlineQuery = {
  id: string
  bot: Bot
  person: Person
  query: string
  expiresAt: number
  answer(answer: InlineAnswer | null): void
}

/** What a bot answered to an inline query. */
export type InlineAnswer = {
  results: InlineResult[]
  button: { text: string; startParameter: string } | null
  nextOffset: string
  cacheSeconds: number
  isPersonal: boolean
}

/** The strip of results on one person's screen. */
export type OpenStrip = {
  person: Person
  chat: Chat
  bot: Bot
  query: string
  answer: InlineAnswer
}

/** All state of the local Telegram, in memory. */
export type World = {
  clock: Clock
  log: EventLog
  files: FileStore
  faults: Faults
  limits: RateLimits
  accounts: Map<number, Account>
  chats: Map<string, Chat>
  inlineMessages: Map<string, Message>
  callbacks: Map<string, PendingCallback>
  callbackCache: Map<string, { answer: CallbackAnswer; until: number }>
  inlineQueries: Map<string, PendingInlineQuery>
  inlineCache: Map<string, { answer: InlineAnswer; until: number }>
  strips: Map<string, OpenStrip>
  /** Whether a bot in privacy mode also gets messages that name it. Off: documents do not promise it. */
  showsMentions: boolean
  report(exchange: Exchange): void
}

/** A fresh decimal id, as queries and albums have. */
export function newNumericId(): string {
  return `${randomInt(1_000_000, 9_999_999)}${String(randomInt(0, 2 ** 40)).padStart(13, '0')}`
}

/** A fresh opaque id. */
export function newOpaqueId(): string {
  return randomBytes(20).toString('base64url')
}

/** The bot with a username, in any letter case, or null. */
export function botByUsername(world: World, username: string): Bot | null {
  const wanted = username.replace(/^@/, '').toLowerCase()
  for (const account of world.accounts.values()) {
    if (account.kind === 'bot' && account.username?.toLowerCase() === wanted) return account
  }
  return null
}
