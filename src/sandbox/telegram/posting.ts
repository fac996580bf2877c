import type { Account, Bot, Person } from './accounts.ts'
import type { Chat, Content, ForwardOrigin, Message } from './chat-state.ts'
import { chatIdFor, isAdministrator, membersOf, peerOf, screenOf } from './chats.ts'
import { unixSeconds } from './clock.ts'
import type { InlineKeyboard } from './inline-keyboards.ts'
import { messageWire, textOf } from './messages.ts'
import type { Markup } from './reply-keyboards.ts'
import { isVisible, messageView } from './views.ts'
import type { World } from './world.ts'

/** A message before it has a number and a time. */
export type Draft = {
  chat: Chat
  from: Account
  content: Content
  keyboard?: InlineKeyboard | null
  markup?: Markup | null
  replyTo?: Message | null
  viaBot?: Bot | null
  inlineMessageId?: string | null
  /** The only one who sees it, and the message it stands in the place of. */
  ephemeral?: { receiver: Person; replaces: Message | null } | null
  forwardOrigin?: ForwardOrigin | null
  mediaGroupId?: string | null
  isProtected?: boolean
}

function isMeantFor(message: Message, bot: Bot): boolean {
  const { text, entities } = textOf(message)
  const first = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!first) return false
  const name = text.slice(0, first.length).split('@')[1]
  if (name === undefined) return message.chat.lastBotToSpeak === bot.id
  return name.toLowerCase() === bot.username?.toLowerCase()
}

function mentions(message: Message, bot: Bot): boolean {
  const { text, entities } = textOf(message)
  return entities.some(
    ({ type, offset, length }) =>
      type === 'mention' &&
      text.slice(offset + 1, offset + length).toLowerCase() === bot.username?.toLowerCase(),
  )
}

/** Whether privacy mode lets a bot see a message of a chat it is in. */
function reaches(world: World, message: Message, bot: Bot): boolean {
  const { chat, from, content, viaBot, replyTo } = message
  if (chat.kind === 'private') return !(from.kind === 'person' && from.blocked.has(bot.id))
  if (from.kind === 'bot') return content.type === 'service'
  if (content.type === 'service' || viaBot === bot) return true
  if (!chat.memberships.get(bot.id)?.isPrivate || isAdministrator(chat, bot.id)) return true
  if (replyTo && (replyTo.from === bot || replyTo.viaBot === bot)) return true
  return isMeantFor(message, bot) || (world.showsMentions && mentions(message, bot))
}

function tellBots(world: World, message: Message, kind: 'message' | 'edited_message'): void {
  for (const bot of membersOf(message.chat)) {
    if (bot.kind !== 'bot' || bot === message.from) continue
    if (kind === 'message' ? !reaches(world, message, bot) : !message.knownToBots.has(bot.id)) {
      continue
    }
    message.knownToBots.add(bot.id)
    bot.met.add(message.from.id)
    bot.queue.push(kind, messageWire(message, bot), `chat:${chatIdFor(message.chat, bot.id)}`)
  }
}

/** Tells everyone who sees a message that it is new or changed. */
export function announce(world: World, message: Message, type: 'message-new' | 'message-edited') {
  message.chat.activeAt = world.clock.now()
  for (const person of membersOf(message.chat)) {
    if (person.kind !== 'person' || !isVisible(message, person.id)) continue
    const view = messageView(message, person.id)
    world.log.append({ type, personId: person.id, chatId: view.chatId, message: view })
  }
}

/** People on whose screen a reply keyboard of a message shows. */
function addressees(message: Message, isSelective: boolean): Account[] {
  const { chat, from, replyTo } = message
  if (chat.kind === 'private') return [peerOf(chat, from.id)]
  if (!isSelective) return membersOf(chat)
  const { text, entities } = textOf(message)
  const names = entities
    .filter(({ type }) => type === 'mention')
    .map(({ offset, length }) => text.slice(offset + 1, offset + length).toLowerCase())
  const ids = entities.flatMap(({ userId }) => (userId === undefined ? [] : [userId]))
  return membersOf(chat).filter(
    (member) =>
      member === replyTo?.from ||
      ids.includes(member.id) ||
      names.includes(member.username?.toLowerCase() ?? ''),
  )
}

function showMarkup(world: World, message: Message, markup: Markup): void {
  if (markup.type === 'inline') return
  for (const person of addressees(message, markup.isSelective)) {
    if (person.kind !== 'person') continue
    const screen = screenOf(message.chat, person.id)
    if (markup.type === 'keyboard') screen.keyboard = markup.keyboard
    if (markup.type === 'remove') screen.keyboard = null
    screen.forceReply =
      markup.type === 'force-reply'
        ? { messageId: message.id, placeholder: markup.placeholder }
        : null
    const chatId = chatIdFor(message.chat, person.id)
    world.log.append({ type: 'chat-changed', personId: person.id, chatId })
  }
}

function nextMessageId(chat: Chat): number {
  chat.lastMessageId += 1
  return chat.lastMessageId
}

function nextEphemeralId(chat: Chat): number {
  chat.lastEphemeralId += 1
  return chat.lastEphemeralId
}

/** Puts a message into its chat, shows it to everyone there and tells the bots that may know. */
export function post(world: World, draft: Draft): Message {
  const { chat, from, markup = null } = draft
  const ephemeral = draft.ephemeral ? { ...draft.ephemeral, id: nextEphemeralId(chat) } : null
  const message: Message = {
    chat,
    id: ephemeral ? -ephemeral.id : nextMessageId(chat),
    from,
    date: unixSeconds(world.clock),
    editDate: null,
    revision: 0,
    showsEdit: false,
    content: draft.content,
    keyboard: draft.keyboard ?? (markup?.type === 'inline' ? markup.keyboard : null),
    hadReplyMarkup: markup !== null && markup.type !== 'inline',
    replyTo: draft.replyTo ?? null,
    viaBot: draft.viaBot ?? null,
    inlineMessageId: draft.inlineMessageId ?? null,
    ephemeral,
    forwardOrigin: draft.forwardOrigin ?? null,
    mediaGroupId: draft.mediaGroupId ?? null,
    isProtected: draft.isProtected ?? false,
    hiddenFor: new Set(),
    knownToBots: new Set(from.kind === 'bot' ? [from.id] : []),
  }
  chat.messages.set(message.id, message)
  if (from.kind === 'bot' && !ephemeral) chat.lastBotToSpeak = from.id
  announce(world, message, 'message-new')
  if (markup) showMarkup(world, message, markup)
  tellBots(world, message, 'message')
  return message
}

/** Marks a message as changed just now and tells everyone. Bots hear of changes that people make. */
export function changed(world: World, message: Message, options: { showsEdit: boolean }): void {
  message.editDate = unixSeconds(world.clock)
  message.revision += 1
  message.showsEdit ||= options.showsEdit
  announce(world, message, 'message-edited')
  if (message.from.kind === 'person' && options.showsEdit) {
    tellBots(world, message, 'edited_message')
  }
}

/** Takes a message away for everyone. */
export function erase(world: World, message: Message): void {
  const seenBy = membersOf(message.chat).filter(({ id }) => isVisible(message, id))
  message.chat.messages.delete(message.id)
  message.chat.pinned = message.chat.pinned.filter((id) => id !== message.id)
  if (message.inlineMessageId) world.inlineMessages.delete(message.inlineMessageId)
  for (const person of seenBy) {
    if (person.kind !== 'person') continue
    const chatId = chatIdFor(message.chat, person.id)
    world.log.append({
      type: 'message-deleted',
      personId: person.id,
      chatId,
      messageId: message.id,
    })
  }
}

/** The origin a forward of a message carries: the first author, by name only when they hide. */
export function originOf(message: Message): ForwardOrigin {
  if (message.forwardOrigin) return message.forwardOrigin
  const { from, date } = message
  if (from.kind === 'person' && from.hidesForwards) {
    const name = from.lastName ? `${from.firstName} ${from.lastName}` : from.firstName
    return { type: 'hidden', date, name }
  }
  return { type: 'user', date, user: from }
}
