import type { Account, Bot, Person } from './accounts.ts'
import type { Document, Photo } from './files.ts'
import type { InlineKeyboard } from './inline-keyboards.ts'
import type { FormattedText } from './message-entity.ts'
import type { ReplyKeyboard } from './reply-keyboards.ts'
import type { ServiceView } from './types.ts'
import type { Wire } from './wire.ts'

/** How somebody belongs to a group. */
export type Membership = {
  status: 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'
  /** For bots: whether privacy mode was on when it joined. A change of the setting counts after re-adding. */
  isPrivate: boolean
}

/** What one participant has on the screen of a chat, apart from messages. */
export type Screen = {
  /** START is shown; with this payload, if the link had one. */
  start: { payload: string | null } | null
  keyboard: ReplyKeyboard | null
  forceReply: { messageId: number; placeholder: string | null } | null
  isOpen: boolean
}

/** A private chat of two, or a group. */
export type Chat = {
  key: string
  kind: 'private' | 'group' | 'supergroup'
  /** The id everyone uses, for groups; 0 for private chats, where each side uses the other's id. */
  id: number
  title: string
  participants: Map<number, Account>
  memberships: Map<number, Membership>
  screens: Map<number, Screen>
  messages: Map<number, Message>
  lastMessageId: number
  lastEphemeralId: number
  /** Ids of pinned messages, newest last. */
  pinned: number[]
  /** Unix milliseconds of the last thing that happened, for the order of chat lists. */
  activeAt: number
  lastBotToSpeak: number | null
  isDeleted: boolean
  upgradedTo: Chat | null
}

/** What a message holds. */
export type Content =
  | { type: 'text'; text: FormattedText; linkPreview: Wire | null }
  | {
      type: 'photo'
      photo: Photo
      caption: FormattedText
      isCaptionAbove: boolean
      hasSpoiler: boolean
    }
  | { type: 'document'; document: Document; caption: FormattedText }
  | { type: 'service'; fields: Wire; view: ServiceView }

/** Where a forwarded message came from. Hidden people leave only a name. */
export type ForwardOrigin =
  | { type: 'user'; date: number; user: Account }
  | { type: 'hidden'; date: number; name: string }

/** A message in a chat. Times in Unix seconds. */
export type Message = {
  chat: Chat
  id: number
  from: Account
  date: number
  editDate: number | null
  /** How often it was changed. */
  revision: number
  /** Whether the last edit shows as one; a change of buttons does not. */
  showsEdit: boolean
  content: Content
  keyboard: InlineKeyboard | null
  /** Sent with a reply keyboard, which makes it uneditable. */
  hadReplyMarkup: boolean
  replyTo: Message | null
  viaBot: Bot | null
  inlineMessageId: string | null
  /** For one member's eyes only. Its `id` is minus `id`, so that people can point at it and bots cannot. */
  ephemeral: { id: number; receiver: Person; replaces: Message | null } | null
  forwardOrigin: ForwardOrigin | null
  mediaGroupId: string | null
  isProtected: boolean
  /** People who deleted it for themselves only. */
  hiddenFor: Set<number>
  /** Bots it was delivered to or that wrote it: others do not know that it exists. */
  knownToBots: Set<number>
}
