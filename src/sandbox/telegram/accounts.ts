import type { UpdateQueue } from './updates.ts'
import type { Webhook } from './webhook.ts'
import { type Wire, wire } from './wire.ts'

type Common = {
  id: number
  firstName: string
  lastName: string | null
  username: string | null
}

/** A person: acts through the people side, never through the Bot API. */
export type Person = Common & {
  kind: 'person'
  languageCode: string | null
  hidesForwards: boolean
  /** Bots this person has written to at least once. */
  started: Set<number>
  blocked: Set<number>
}

/** One line of a bot's menu. */
export type BotCommand = { command: string; description: string }

/** A bot, with what BotFather and its own calls have set. */
export type Bot = Common & {
  kind: 'bot'
  token: string
  privacyMode: boolean
  inlineMode: boolean
  inlineFeedback: boolean
  canJoinGroups: boolean
  /** Commands by scope key and language. */
  commands: Map<string, BotCommand[]>
  /** Names by language, besides the default one. */
  names: Map<string, string>
  /** What the menu button was set to, by person; 0 stands for everybody else. */
  menuButtons: Map<number, 'default' | 'commands'>
  /** Texts by language; the empty language is the default. */
  descriptions: Map<string, string>
  shortDescriptions: Map<string, string>
  /** People whose id this bot has met. Any other id is `chat not found`. */
  met: Set<number>
  queue: UpdateQueue
  webhook: Webhook
}

/** Anybody who can write. */
export type Account = Person | Bot

/** Full name as shown. */
export function nameOf(account: Account): string {
  return account.lastName ? `${account.firstName} ${account.lastName}` : account.firstName
}

/** The User object a bot gets. */
export function userWire(account: Account): Wire {
  return wire({
    id: account.id,
    is_bot: account.kind === 'bot',
    first_name: account.firstName,
    last_name: account.lastName,
    username: account.username,
    language_code: account.kind === 'person' ? account.languageCode : null,
  })
}
