import { type Account, nameOf } from './accounts.ts'
import type { Chat, Message } from './chat-state.ts'
import { chatIdFor, isMember, membersOf, peerOf, screenOf, titleFor } from './chats.ts'
import type { ButtonAction, InlineKeyboard } from './inline-keyboards.ts'
import { menuFor } from './menus.ts'
import type { MessageEntity } from './message-entity.ts'
import { textOf } from './messages.ts'
import type {
  ButtonKind,
  ButtonView,
  ChatView,
  EntityView,
  MessageView,
  NameView,
} from './types.ts'

/** Who somebody is, as shown beside a message. */
export function nameView(account: Account): NameView {
  return {
    id: account.id,
    name: nameOf(account),
    username: account.username,
    isBot: account.kind === 'bot',
  }
}

function kindOf(action: ButtonAction): ButtonKind {
  if (action.type === 'switch') return action.target === 'current' ? 'inline-here' : 'inline'
  return action.type
}

function buttonViews(keyboard: InlineKeyboard | null): ButtonView[][] {
  let index = 0
  return (keyboard ?? []).map((row) =>
    row.map((button) => ({
      index: index++,
      label: button.text,
      kind: kindOf(button.action),
      style: button.style,
    })),
  )
}

function targetOf(entity: MessageEntity, part: string): string | null {
  if (entity.type === 'url') return /^[a-z]+:\/\//i.test(part) ? part : `https://${part}`
  if (entity.type === 'mention') return `https://t.me/${part.slice(1)}`
  return entity.url ?? null
}

function entityView(entity: MessageEntity, text: string): EntityView {
  const part = text.slice(entity.offset, entity.offset + entity.length)
  const url = targetOf(entity, part)
  return { ...entity, part, ...(url !== null && { url }) }
}

/** Whether a message is on a person's screen. */
export function isVisible(message: Message, viewerId: number): boolean {
  const { chat, ephemeral, hiddenFor } = message
  if (ephemeral && ephemeral.receiver.id !== viewerId) return false
  return isMember(chat, viewerId) && !hiddenFor.has(viewerId)
}

/** A message as one person sees it. */
export function messageView(message: Message, viewerId: number): MessageView {
  const { content, replyTo, forwardOrigin } = message
  const { text, entities } = textOf(message)
  const largest = content.type === 'photo' ? content.photo.sizes.at(-1) : undefined
  return {
    chatId: chatIdFor(message.chat, viewerId),
    messageId: message.id,
    at: message.date * 1000,
    from: nameView(message.from),
    mine: message.from.id === viewerId,
    text,
    entities: entities.map((entity) => entityView(entity, text)),
    photo: largest ? { id: largest.uniqueId, width: largest.width, height: largest.height } : null,
    file:
      content.type === 'document'
        ? {
            id: content.document.uniqueId,
            name: content.document.name,
            size: content.document.bytes.length,
            mimeType: content.document.mimeType,
          }
        : null,
    service: content.type === 'service' ? content.view : null,
    buttons: buttonViews(message.keyboard),
    editedAt: message.showsEdit && message.editDate !== null ? message.editDate * 1000 : null,
    revision: message.revision,
    via: message.viaBot?.username ?? null,
    forwardedFrom: forwardOrigin
      ? forwardOrigin.type === 'user'
        ? nameOf(forwardOrigin.user)
        : forwardOrigin.name
      : null,
    replyTo:
      replyTo && message.chat.messages.has(replyTo.id)
        ? { messageId: replyTo.id, text: textOf(replyTo).text }
        : null,
    albumId: message.mediaGroupId,
    isProtected: message.isProtected,
    isEphemeral: message.ephemeral !== null,
  }
}

/** The messages of a chat that one person sees, oldest first. */
export function visibleMessages(chat: Chat, viewerId: number): Message[] {
  return [...chat.messages.values()].filter((message) => isVisible(message, viewerId))
}

/** A chat as one person sees it. */
export function chatView(chat: Chat, viewerId: number): ChatView {
  const screen = screenOf(chat, viewerId)
  const peer = chat.kind === 'private' ? peerOf(chat, viewerId) : null
  const viewer = chat.participants.get(viewerId)
  const last = visibleMessages(chat, viewerId).at(-1)
  const bot = peer?.kind === 'bot' ? peer : null
  const pinned = chat.messages.get(chat.pinned.at(-1) ?? 0)
  const language = viewer?.kind === 'person' ? (viewer.languageCode ?? '') : ''
  return {
    chatId: chatIdFor(chat, viewerId),
    kind: chat.kind === 'private' ? (bot ? 'bot' : 'person') : chat.kind,
    title: bot?.names.get(language.slice(0, 2)) ?? titleFor(chat, viewerId),
    username: peer?.username ?? null,
    lastMessage: last ? messageView(last, viewerId) : null,
    canStart: screen.start !== null,
    description:
      bot && !last
        ? (bot.descriptions.get(language.slice(0, 2)) ?? bot.descriptions.get('') ?? null)
        : null,
    keyboard: screen.keyboard && {
      rows: screen.keyboard.rows.map((row) =>
        row.map((key) => ({ label: key.text, kind: key.users ? 'share-users' : 'text' })),
      ),
      placeholder: screen.keyboard.placeholder,
    },
    forceReply: screen.forceReply,
    commands: menuFor(chat, viewerId, language),
    members: membersOf(chat).map(nameView),
    pinned: pinned && isVisible(pinned, viewerId) ? messageView(pinned, viewerId) : null,
    isBlocked: viewer?.kind === 'person' && bot !== null && viewer.blocked.has(bot.id),
  }
}
