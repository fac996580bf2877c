import type { Bot, Person } from './accounts.ts'
import type { Chat, Content, Message } from './chat-state.ts'
import { emptyChat, peerOf } from './chats.ts'
import { knows } from './messages.ts'
import { badRequest, forbidden, prohibitions, type Reason, Refusal, refuse } from './refusals.ts'
import type { World } from './world.ts'

/** The private chat of two accounts, made when first needed. */
export function privateChat(world: World, one: Bot | Person, other: Bot | Person): Chat {
  const made = emptyChat('private', 0, '', one === other ? [one] : [one, other])
  const known = world.chats.get(made.key)
  if (known) return known
  world.chats.set(made.key, made)
  return made
}

/** The group with an id, or null. */
export function groupById(world: World, id: number): Chat | null {
  return world.chats.get(`group:${id}`) ?? null
}

function checkGroup(chat: Chat, bot: Bot): void {
  const status = chat.memberships.get(bot.id)?.status
  if (status === undefined) throw refuse('chatNotFound')
  if (chat.upgradedTo) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.upgradedTo.id,
    })
  }
  if (status === 'kicked') throw forbidden(prohibitions.kicked(chat.kind))
  if (chat.isDeleted) throw forbidden(prohibitions.groupDeleted)
  if (status === 'left') throw forbidden(prohibitions.notMember(chat.kind))
}

/**
 * The chat a bot means by a `chat_id`.
 * @throws Refusal when the bot never met it, or is not in it (any more).
 */
export function requireChat(world: World, bot: Bot, chatId: string): Chat {
  if (chatId === '') throw refuse('chatIdEmpty')
  const id = /^-?\d+/.test(chatId) ? Number.parseInt(chatId, 10) : 0
  if (id < 0) {
    const group = groupById(world, id)
    if (!group) throw refuse('chatNotFound')
    checkGroup(group, bot)
    return group
  }
  const account = world.accounts.get(id)
  if (!account || (account.kind === 'person' && !bot.met.has(id))) throw refuse('chatNotFound')
  return privateChat(world, bot, account)
}

const kindsOfContent: Partial<Record<Content['type'], string>> = {
  photo: 'photos',
  document: 'documents',
}

/** Refuses to send where the other side would not let it arrive. @throws Refusal 400, 403 or 429. */
export function requireDelivery(world: World, bot: Bot, chat: Chat, content?: Content): void {
  if (chat.kind === 'private') {
    const peer = peerOf(chat, bot.id)
    if (peer.kind === 'bot') throw forbidden(prohibitions.toBot)
    if (peer.blocked.has(bot.id)) throw forbidden(prohibitions.blocked)
    if (!peer.started.has(bot.id)) throw forbidden(prohibitions.neverStarted)
  }
  if (chat.memberships.get(bot.id)?.status === 'restricted') {
    const what = (content && kindsOfContent[content.type]) ?? 'text messages'
    throw badRequest(`Not enough rights to send ${what} to the chat`)
  }
  world.limits.spend(bot.id, chat)
}

/** The message a bot means, or a refusal with the given reason when it does not know of one. */
export function requireMessage(chat: Chat, bot: Bot, id: number, otherwise: Reason): Message {
  const message = chat.messages.get(id)
  if (!message || !knows(message, bot)) throw refuse(otherwise)
  return message
}

/** The person or bot with an id that a bot has met. @throws Refusal */
export function requireUser(world: World, bot: Bot, id: number): Bot | Person {
  if (id <= 0) throw badRequest('Invalid user_id specified')
  const account = world.accounts.get(id)
  if (!account || (account.kind === 'person' && !bot.met.has(id))) throw refuse('userNotFound')
  return account
}
