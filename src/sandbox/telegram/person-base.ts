import { groupById, privateChat } from './access.ts'
import type { Bot, Person } from './accounts.ts'
import type { Chat, Message } from './chat-state.ts'
import { chatIdFor, isMember, peerOf, screenOf } from './chats.ts'
import { PersonRefusal } from './person-refusal.ts'
import { isVisible } from './views.ts'
import type { World } from './world.ts'

/** Who acts, and where. */
export type Actor = { world: World; person: Person }

/** The chat a person means. A private chat comes to be when it is first named. @throws PersonRefusal */
export function chatOf({ world, person }: Actor, chatId: number): Chat {
  if (chatId < 0) {
    const group = groupById(world, chatId)
    if (!group?.participants.has(person.id)) throw new PersonRefusal('chat-not-found', `${chatId}`)
    return group
  }
  const account = world.accounts.get(chatId)
  if (!account) throw new PersonRefusal('chat-not-found', `${chatId}`)
  return privateChat(world, person, account)
}

/** The message a person means, which must be on their screen. @throws PersonRefusal */
export function messageOf(actor: Actor, chatId: number, messageId: number): Message {
  const message = chatOf(actor, chatId).messages.get(messageId)
  if (!message || !isVisible(message, actor.person.id)) {
    throw new PersonRefusal('message-not-found', `${chatId}/${messageId}`)
  }
  return message
}

/** The bot on the other side, or null. */
export function botOf(chat: Chat, person: Person): Bot | null {
  if (chat.kind !== 'private') return null
  const peer = peerOf(chat, person.id)
  return peer.kind === 'bot' ? peer : null
}

/** Checks that the text field is there. @throws PersonRefusal */
export function requireField({ person }: Actor, chat: Chat): void {
  if (!isMember(chat, person.id)) throw new PersonRefusal('not-a-member', chat.key)
  if (chat.memberships.get(person.id)?.status === 'restricted') {
    throw new PersonRefusal('not-allowed', chat.key)
  }
  const bot = botOf(chat, person)
  if (bot && person.blocked.has(bot.id)) throw new PersonRefusal('blocked', bot.username ?? '')
  if (bot && !person.started.has(bot.id)) throw new PersonRefusal('start-first', bot.username ?? '')
  const peer = chat.kind === 'private' ? peerOf(chat, person.id) : null
  if (peer?.kind === 'person' && peer.blocked.has(person.id)) {
    throw new PersonRefusal('not-allowed', chat.key)
  }
}

/** Shows a chat on a person's screen, with START when there is a reason for it. */
export function showChat(
  { world, person }: Actor,
  chat: Chat,
  payload: string | null,
): { chatId: number; canStart: boolean } {
  const bot = botOf(chat, person)
  const screen = screenOf(chat, person.id)
  screen.isOpen = true
  if (chat.activeAt === 0) chat.activeAt = world.clock.now()
  if (bot) {
    const isFresh = !person.started.has(bot.id) || person.blocked.has(bot.id)
    screen.start = isFresh || payload !== null ? { payload } : null
  }
  const chatId = chatIdFor(chat, person.id)
  const canStart = screen.start !== null
  world.log.append({ type: 'chat-opened', personId: person.id, chatId, canStart })
  return { chatId, canStart }
}
