import { type Account, nameOf } from './accounts.ts'
import type { Chat, Screen } from './chat-state.ts'
import { type Wire, wire } from './wire.ts'

/** An empty chat among the given accounts. */
export function emptyChat(kind: Chat['kind'], id: number, title: string, among: Account[]): Chat {
  const ids = among.map((account) => account.id).sort((a, b) => a - b)
  return {
    key: kind === 'private' ? `private:${ids.join(':')}` : `group:${id}`,
    kind,
    id,
    title,
    participants: new Map(among.map((account) => [account.id, account])),
    memberships: new Map(),
    screens: new Map(),
    messages: new Map(),
    lastMessageId: 0,
    lastEphemeralId: 0,
    pinned: [],
    activeAt: 0,
    lastBotToSpeak: null,
    isDeleted: false,
    upgradedTo: null,
  }
}

/** The screen of one participant, made when first asked for. */
export function screenOf(chat: Chat, accountId: number): Screen {
  const known = chat.screens.get(accountId)
  if (known) return known
  const screen: Screen = { start: null, keyboard: null, forceReply: null, isOpen: false }
  chat.screens.set(accountId, screen)
  return screen
}

/** The other side of a private chat; the account itself in a chat with oneself. */
export function peerOf(chat: Chat, viewerId: number): Account {
  const all = [...chat.participants.values()]
  const peer = all.find(({ id }) => id !== viewerId) ?? all[0]
  if (!peer) throw new Error(`chat ${chat.key} has no participants`)
  return peer
}

/** The chat's id as one viewer names it. */
export function chatIdFor(chat: Chat, viewerId: number): number {
  return chat.kind === 'private' ? peerOf(chat, viewerId).id : chat.id
}

/** Whether an account is in the chat now. */
export function isMember(chat: Chat, accountId: number): boolean {
  if (chat.isDeleted || chat.upgradedTo) return false
  if (chat.kind === 'private') return chat.participants.has(accountId)
  const status = chat.memberships.get(accountId)?.status
  return status !== undefined && status !== 'left' && status !== 'kicked'
}

/** Whether an account runs the group. */
export function isAdministrator(chat: Chat, accountId: number): boolean {
  const status = chat.memberships.get(accountId)?.status
  return status === 'creator' || status === 'administrator'
}

/** Everybody in the chat now. */
export function membersOf(chat: Chat): Account[] {
  return [...chat.participants.values()].filter(({ id }) => isMember(chat, id))
}

/** Title as one viewer sees it. */
export function titleFor(chat: Chat, viewerId: number): string {
  return chat.kind === 'private' ? nameOf(peerOf(chat, viewerId)) : chat.title
}

/** The Chat object a bot gets. */
export function chatWire(chat: Chat, viewerId: number): Wire {
  if (chat.kind !== 'private') return { id: chat.id, type: chat.kind, title: chat.title }
  const peer = peerOf(chat, viewerId)
  return wire({
    id: peer.id,
    type: 'private',
    first_name: peer.firstName,
    last_name: peer.lastName,
    username: peer.username,
  })
}
