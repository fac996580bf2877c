import { randomInt } from 'node:crypto'
import { type Account, type Bot, userWire } from './accounts.ts'
import type { Chat, Membership } from './chat-state.ts'
import {
  chatIdFor,
  chatWire,
  emptyChat,
  isAdministrator,
  isMember,
  membersOf,
  screenOf,
} from './chats.ts'
import { unixSeconds } from './clock.ts'
import { completeText } from './formatted-text.ts'
import { memberWire } from './member-wire.ts'
import { type Actor, chatOf, requireField, showChat } from './person-base.ts'
import { PersonRefusal } from './person-refusal.ts'
import { post } from './posting.ts'
import type { ChatView, LinkResult, MessageView, ServiceView } from './types.ts'
import { parseUrl } from './urls.ts'
import { chatView, messageView, nameView, visibleMessages } from './views.ts'
import type { Wire } from './wire.ts'
import { botByUsername } from './world.ts'

type ServiceDraft = { fields: Wire; view: ServiceView }

function startPayload(query: URLSearchParams, name: string): string | null {
  const payload = query.get(name) ?? ''
  return /^[\w-]{1,64}$/.test(payload) ? payload : null
}

/** Reads a t.me or tg: link into the username it names and its query; null for any other link. */
function telegramLink(url: string): { name: string; query: URLSearchParams } | null {
  const resolve = /^tg:(?:\/\/)?resolve\/?\?(.*)$/is.exec(url)
  if (resolve) {
    const query = new URLSearchParams(resolve[1])
    return { name: query.get('domain') ?? '', query }
  }
  const parsed = parseUrl(url)
  if (parsed.type === 'wrong' || !['t.me', 'telegram.me', 'www.t.me'].includes(parsed.host)) {
    return null
  }
  const match = /^\/([\w/]+?)\/?(?:\?([^#]*))?(?:#.*)?$/.exec(parsed.rest)
  return match ? { name: match[1] ?? '', query: new URLSearchParams(match[2] ?? '') } : null
}

/** Chats, groups and links, of one person. */
export function createPersonChats(actor: Actor) {
  const { world, person } = actor

  function mine(): Chat[] {
    return [...world.chats.values()]
      .filter((chat) => chat.participants.has(person.id) && isMember(chat, person.id))
      .filter((chat) => screenOf(chat, person.id).isOpen || chat.messages.size > 0)
      .sort((a, b) => b.activeAt - a.activeAt)
  }

  function service(chat: Chat, from: Account, content: ServiceDraft) {
    return post(world, { chat, from, content: { type: 'service', ...content } })
  }

  function tellMembership(
    chat: Chat,
    bot: Bot,
    before: Membership['status'],
    after: Membership['status'],
  ) {
    bot.met.add(person.id)
    bot.queue.push(
      'my_chat_member',
      {
        chat: chatWire(chat, bot.id),
        from: userWire(person),
        date: unixSeconds(world.clock),
        old_chat_member: memberWire(bot, { status: before }),
        new_chat_member: memberWire(bot, { status: after }),
      },
      `member:${chat.id}`,
    )
  }

  function put(chat: Chat, account: Account, status: Membership['status']) {
    const before = chat.memberships.get(account.id)?.status ?? 'left'
    chat.participants.set(account.id, account)
    const isPrivate = account.kind === 'bot' && account.privacyMode
    chat.memberships.set(account.id, { status, isPrivate })
    if (account.kind === 'bot' && before !== status) tellMembership(chat, account, before, status)
  }

  function newGroup(title: string, kind: 'group' | 'supergroup'): Chat {
    const number = randomInt(1_000_000_000, 2_000_000_000)
    const id = kind === 'group' ? -number : -(1_000_000_000_000 + number)
    const chat = emptyChat(kind, id, title, [])
    chat.activeAt = world.clock.now()
    world.chats.set(chat.key, chat)
    return chat
  }

  function groupOf(chatId: number): Chat {
    const chat = chatOf(actor, chatId)
    if (chat.kind === 'private') throw new PersonRefusal('not-allowed', `${chatId}`)
    if (!isMember(chat, person.id)) throw new PersonRefusal('not-a-member', `${chatId}`)
    return chat
  }

  function join(chat: Chat, account: Account, status: Membership['status']) {
    put(chat, account, status)
    service(chat, person, {
      fields: {
        new_chat_members: [userWire(account)],
      },
      view: { type: 'members-added', who: [nameView(account)] },
    })
  }

  function adminGroups(): number[] {
    return mine()
      .filter((chat) => chat.kind !== 'private' && isAdministrator(chat, person.id))
      .map(({ id }) => id)
  }

  function openBot(bot: Bot, query: URLSearchParams): LinkResult {
    if (query.has('startgroup')) {
      const payload = startPayload(query, 'startgroup')
      const groups = adminGroups()
      return { type: 'choose-group', bot: bot.username ?? '', payload, groups }
    }
    return { type: 'chat', ...showChat(actor, chatOf(actor, bot.id), startPayload(query, 'start')) }
  }

  return {
    /** The list of chats, newest activity first. */
    chats: (): ChatView[] => mine().map((chat) => chatView(chat, person.id)),

    /** One chat, whether it is in the list or not. */
    chat: (chatId: number): ChatView => chatView(chatOf(actor, chatId), person.id),

    /** What a chat shows, oldest first. */
    messages: (chatId: number): MessageView[] =>
      visibleMessages(chatOf(actor, chatId), person.id).map((m) => messageView(m, person.id)),

    /** Opens a chat by id. With a bot never started it shows START. */
    openChat: (chatId: number) => showChat(actor, chatOf(actor, chatId), null),

    /** Taps a link. Links into Telegram open there; any other is for the browser. */
    openLink(url: string): LinkResult {
      const link = telegramLink(url)
      if (!link) return { type: 'web', url }
      if (link.name === 'share/url') {
        const text = [link.query.get('url'), link.query.get('text')].filter(Boolean).join('\n')
        return { type: 'share', text, chats: mine().map((chat) => chatIdFor(chat, person.id)) }
      }
      const bot = botByUsername(world, link.name)
      if (bot) return openBot(bot, link.query)
      for (const account of world.accounts.values()) {
        if (account.username && account.username.toLowerCase() === link.name.toLowerCase()) {
          return { type: 'chat', ...showChat(actor, chatOf(actor, account.id), null) }
        }
      }
      return { type: 'web', url }
    },

    /** Makes a group with this person as its owner. */
    createGroup(
      title: string,
      members: number[] = [],
      kind: 'group' | 'supergroup' = 'supergroup',
    ): ChatView {
      const chat = newGroup(title, kind)
      put(chat, person, 'creator')
      screenOf(chat, person.id).isOpen = true
      const field = kind === 'group' ? 'group_chat_created' : 'supergroup_chat_created'
      service(chat, person, { fields: { [field]: true }, view: { type: 'group-created', title } })
      for (const id of members) this.addToGroup(chat.id, id)
      return chatView(chat, person.id)
    },

    /** Adds somebody. A payload, from a `startgroup` link, makes the bot's `/start` follow. */
    addToGroup(
      chatId: number,
      userId: number,
      options: { payload?: string; asAdministrator?: boolean } = {},
    ): void {
      const chat = groupOf(chatId)
      const account = world.accounts.get(userId)
      if (!account || isMember(chat, userId)) throw new PersonRefusal('not-allowed', `${userId}`)
      if (account.kind === 'bot' && !account.canJoinGroups) {
        throw new PersonRefusal('not-allowed', account.username ?? '')
      }
      join(chat, account, options.asAdministrator ? 'administrator' : 'member')
      if (account.kind === 'bot' && options.payload) {
        const text = completeText({
          text: `/start@${account.username} ${options.payload}`,
          entities: [],
        })
        post(world, { chat, from: person, content: { type: 'text', text, linkPreview: null } })
      }
    },

    /** Makes somebody an administrator, or takes it from them. */
    setAdministrator(chatId: number, userId: number, isAdmin: boolean): void {
      const chat = groupOf(chatId)
      const account = chat.participants.get(userId)
      if (!account || !isAdministrator(chat, person.id) || !isMember(chat, userId)) {
        throw new PersonRefusal('not-allowed', `${userId}`)
      }
      put(chat, account, isAdmin ? 'administrator' : 'member')
    },

    /** Stops a member from writing, or lets them write again. In supergroups, by administrators only. */
    mute(chatId: number, userId: number, isMuted: boolean): void {
      const chat = groupOf(chatId)
      const account = chat.participants.get(userId)
      const isOpen = chat.kind === 'supergroup' && isAdministrator(chat, person.id)
      if (!account || !isOpen || !isMember(chat, userId) || isAdministrator(chat, userId)) {
        throw new PersonRefusal('not-allowed', `${userId}`)
      }
      put(chat, account, isMuted ? 'restricted' : 'member')
    },

    /** Removes somebody; oneself is leaving. */
    removeFromGroup(chatId: number, userId: number): void {
      const chat = groupOf(chatId)
      const account = chat.participants.get(userId)
      const isSelf = userId === person.id
      if (!account || !isMember(chat, userId) || (!isSelf && !isAdministrator(chat, person.id))) {
        throw new PersonRefusal('not-allowed', `${userId}`)
      }
      service(chat, person, {
        fields: { left_chat_member: userWire(account) },
        view: { type: 'member-left', who: nameView(account) },
      })
      put(chat, account, isSelf ? 'left' : 'kicked')
    },

    /** Deletes a group for all. */
    deleteGroup(chatId: number): void {
      const chat = groupOf(chatId)
      if (!isAdministrator(chat, person.id)) throw new PersonRefusal('not-allowed')
      const members = membersOf(chat)
      chat.isDeleted = true
      for (const member of members) {
        if (member.kind === 'person') {
          world.log.append({ type: 'chat-changed', personId: member.id, chatId })
        }
      }
    },

    /** Turns a small group into a supergroup with a new id. */
    upgradeGroup(chatId: number): ChatView {
      const chat = groupOf(chatId)
      if (chat.kind !== 'group') throw new PersonRefusal('not-allowed')
      const upgraded = newGroup(chat.title, 'supergroup')
      upgraded.participants = new Map(chat.participants)
      upgraded.memberships = new Map(chat.memberships)
      service(chat, person, {
        fields: { migrate_to_chat_id: upgraded.id },
        view: { type: 'group-upgraded' },
      })
      chat.upgradedTo = upgraded
      service(upgraded, person, {
        fields: { migrate_from_chat_id: chat.id },
        view: { type: 'group-upgraded' },
      })
      return chatView(upgraded, person.id)
    },

    /** Whether the text field is offered in a chat. */
    canWrite(chatId: number): boolean {
      try {
        requireField(actor, chatOf(actor, chatId))
        return true
      } catch {
        return false
      }
    },
  }
}
