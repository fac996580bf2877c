import type { MessageEntity } from './message-entity.ts'

/** A chat as one viewer names it: the other person's id in a private chat, the group's own id in a group. */
export type ChatId = number

/** What a button does when pressed; what it carries (callback data) is never shown. */
export type ButtonKind =
  | 'callback'
  | 'url'
  | 'copy'
  | 'inline'
  | 'inline-here'
  | 'web-app'
  | 'disabled'

/** A button under a message: what a person can see of it. `index` counts over the whole keyboard, from 0. */
export type ButtonView = {
  index: number
  label: string
  kind: ButtonKind
  style: 'primary' | 'success' | 'danger' | null
}

/** A stretch of formatted text, offsets in UTF-16 units. `url` is where a tap on it leads, if anywhere. */
export type EntityView = MessageEntity & { part: string }

/** A picture in a message. Its bytes come from `telegram.picture(id)`. */
export type PhotoView = { id: string; width: number; height: number }

/** Who is named on a message or a chat. */
export type NameView = { id: number; name: string; username: string | null; isBot: boolean }

/** A line about the chat itself. */
export type ServiceView =
  | { type: 'members-added'; who: NameView[] }
  | { type: 'member-left'; who: NameView }
  | { type: 'group-created'; title: string }
  | { type: 'group-upgraded' }
  | { type: 'users-shared'; names: string[] }
  | { type: 'message-pinned'; messageId: number; text: string }

/** A message as one person sees it. */
export type MessageView = {
  chatId: ChatId
  messageId: number
  /** Unix milliseconds. */
  at: number
  from: NameView
  /** Whether the viewer wrote it. */
  mine: boolean
  /** Text, or the caption of a photo or file; empty when there is none. */
  text: string
  entities: EntityView[]
  photo: PhotoView | null
  /** Its bytes come from `telegram.file(id)`. */
  file: { id: string; name: string; size: number; mimeType: string } | null
  service: ServiceView | null
  buttons: ButtonView[][]
  /** Unix milliseconds of the last edit that phones mark as one, else null. Edits by bots are not marked. */
  editedAt: number | null
  /** How often it was changed since it was sent, marked or not. */
  revision: number
  /** Username of the bot it was sent through. */
  via: string | null
  forwardedFrom: string | null
  replyTo: { messageId: number; text: string } | null
  albumId: string | null
  /** Forwarding and saving are off. */
  isProtected: boolean
  /** Shown to the viewer alone. Its `messageId` is negative, and of this chat's messages to one person only. */
  isEphemeral: boolean
}

/** A key of the keyboard that takes the place of the phone's own. */
export type KeyView = { label: string; kind: 'text' | 'share-users' }

/** A chat in a person's list, newest activity first. */
export type ChatView = {
  chatId: ChatId
  kind: 'person' | 'bot' | 'group' | 'supergroup'
  title: string
  username: string | null
  lastMessage: MessageView | null
  /** Whether START is offered instead of the text field. */
  canStart: boolean
  /** What an empty chat with a bot says. */
  description: string | null
  keyboard: { rows: KeyView[][]; placeholder: string | null } | null
  /** The bot asks for a reply to this message. */
  forceReply: { messageId: number; placeholder: string | null } | null
  /** The menu behind `/`. In groups each carries its bot's name. */
  commands: { command: string; description: string; bot: string }[]
  members: NameView[]
  /** The newest pinned message. */
  pinned: MessageView | null
  isBlocked: boolean
}

/** What came of a press. */
export type PressResult =
  | { type: 'answered'; text: string | null; alert: boolean; url: string | null }
  | { type: 'unanswered' }
  | { type: 'url'; url: string }
  | { type: 'copied'; text: string }
  | { type: 'inline'; draft: InlineDraft }
  | { type: 'disabled' }

/** Text that an inline button put into the field, and where it may be sent. */
export type InlineDraft = {
  bot: string
  query: string
  /** The chat it must be typed in, or null when the person chooses among `chats`. */
  chatId: ChatId | null
  chats: ChatId[]
}

/** What a tap on a link did. */
export type LinkResult =
  | { type: 'chat'; chatId: ChatId; canStart: boolean }
  | { type: 'choose-group'; bot: string; payload: string | null; groups: ChatId[] }
  | { type: 'share'; text: string; chats: ChatId[] }
  | { type: 'web'; url: string }

/** A result in the strip above the text field. */
export type InlineResultView = {
  index: number
  kind: 'article' | 'photo'
  title: string | null
  description: string | null
  thumbnailUrl: string | null
  photo: PhotoView | null
}

/** The strip of results of one inline query. */
export type InlineView = {
  id: string
  chatId: ChatId
  bot: string
  query: string
  results: InlineResultView[]
  /** A button above the results, that leads into the bot's private chat. */
  button: string | null
  nextOffset: string
}

/** Something visible changed, for one person. Cursors increase by one and are never reused. */
export type TelegramEvent = {
  cursor: number
  /** Unix milliseconds. */
  at: number
  personId: number
} & (
  | { type: 'message-new'; chatId: ChatId; message: MessageView }
  | { type: 'message-edited'; chatId: ChatId; message: MessageView }
  | { type: 'message-deleted'; chatId: ChatId; messageId: number }
  | { type: 'toast'; chatId: ChatId | null; text: string; alert: boolean }
  | { type: 'chat-opened'; chatId: ChatId; canStart: boolean }
  | { type: 'chat-changed'; chatId: ChatId }
  | { type: 'typing'; chatId: ChatId; who: NameView; action: string }
)

/** An event before the log gives it a place and a time. */
export type TelegramEventDraft = TelegramEvent extends infer E
  ? E extends TelegramEvent
    ? Omit<E, 'cursor' | 'at'>
    : never
  : never

/** One line of the wire between bot and Bot API. The token is never in it. */
export type Exchange = {
  /** Unix milliseconds. */
  at: number
  bot: string
  direction: 'call' | 'update'
  method: string
  request: unknown
  /** The envelope answered, or null when the answer was dropped on purpose. */
  response: unknown
  status: number
  /** Remarks: parameters the specification does not know, results that do not match it. */
  notes: string[]
}

/** A person of the local world. */
export type PersonOptions = {
  id?: number
  firstName: string
  lastName?: string
  username?: string
  /** IETF tag such as `en` or `zh-hans`. */
  languageCode?: string
  /** Forwarded messages carry the name only, no id. */
  hidesForwards?: boolean
}

/** A bot of the local world, with the settings that BotFather keeps. */
export type BotOptions = {
  id?: number
  token?: string
  name: string
  username: string
  /** On by default: in groups it sees only what concerns it. */
  privacyMode?: boolean
  inlineMode?: boolean
  /** Whether `chosen_inline_result` is sent. */
  inlineFeedback?: boolean
  canJoinGroups?: boolean
}
