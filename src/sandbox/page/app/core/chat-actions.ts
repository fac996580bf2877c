import type { OpenResult } from '../../../driver/driver.ts'
import type { InlineDraft, MessageView } from '../../../telegram/types.ts'
import { api } from './api.ts'
import { createGroupActions, type GroupActions } from './group-actions.ts'
import { createInlineActions, type InlineActions } from './inline-actions.ts'
import type { PageActions } from './page-actions.ts'
import type { Reading } from './reading.ts'
import { createSendingActions, type SendingActions } from './sending-actions.ts'
import type { PhoneState } from './state.ts'
import type { Store } from './store.ts'
import type { WalletActions } from './wallet-actions.ts'

/** Acts in a person's messenger. */
export type ChatActions = InlineActions &
  SendingActions &
  GroupActions & {
    openChat(person: string, chat: number): Promise<void>
    showList(person: string): void
    send(person: string, text: string): Promise<void>
    start(person: string): Promise<void>
    press(person: string, message: MessageView, label: string): Promise<void>
    pressKey(person: string, label: string): Promise<void>
    tapLink(person: string, url: string): Promise<void>
    forward(person: string, messages: readonly MessageView[], to: number): Promise<void>
    share(person: string, text: string, to: number): Promise<void>
    /** Takes messages away: one, or all of an album. */
    remove(person: string, messages: readonly MessageView[]): Promise<void>
    /** Answers or changes a message with what is written next; null lets go of it. */
    setAnswering(person: string, answering: PhoneState['answering']): void
    copy(person: string, text: string, said: string): void
    /** Points a person's camera at a message on another phone. */
    scan(person: string, screen: { person: string; message: MessageView }): Promise<void>
  }

type Parts = { reading: Reading; page: PageActions; wallet: WalletActions }

/** Binds them to a store. */
export function createChatActions(store: Store, { reading, page, wallet }: Parts): ChatActions {
  const { change, phone: find } = store
  const tried = async (person: string, act: () => Promise<void>) => {
    try {
      await act()
    } catch (error) {
      page.toast(person, error instanceof Error ? error.message : String(error))
    }
  }
  const inline = createInlineActions(store, tried)

  /** Opening a chat anew would forget the payload of the link that opened it. */
  const openChat = (person: string, chat: number, isOpened = false) =>
    tried(person, async () => {
      const isKnown = find(person)?.chats.some(({ chatId }) => chatId === chat)
      if (!isKnown && !isOpened) await api.openChat(person, chat)
      if (!isKnown) await reading.readChats(person)
      if (!find(person)?.messages.has(chat)) await reading.readMessages(person, chat)
      change(() => {
        const phone = find(person)
        if (phone === undefined) return
        if (phone.chatId !== chat) {
          phone.draft = ''
          phone.answering = null
        }
        phone.screen = 'chat'
        phone.chatId = chat
        phone.strip = null
        phone.sheet = null
        phone.unread.delete(chat)
      })
    })
  const follow = async (person: string, opened: OpenResult) => {
    if (opened.type === 'wallet') wallet.showWallet(person)
    if (opened.type === 'chat') await openChat(person, opened.chatId, true)
    if (opened.type === 'web') page.openSheet(person, { type: 'web', url: opened.url })
    if (opened.type === 'share') {
      page.openSheet(person, { type: 'share', text: opened.text, chats: opened.chats })
    }
    if (opened.type === 'choose-group') {
      const { payload, groups } = opened
      page.openSheet(person, { type: 'add-bot', payload, groups })
    }
  }
  const copy = (person: string, text: string, said: string) => {
    change(() => {
      const phone = find(person)
      if (phone !== undefined) phone.copied = text
    })
    void navigator.clipboard?.writeText(text).catch(() => undefined)
    page.toast(person, said)
  }
  const draft = (person: string, wanted: InlineDraft) => {
    if (wanted.chatId === null) page.openSheet(person, { type: 'draft', draft: wanted })
    else inline.putDraft(person, wanted, wanted.chatId)
  }
  const here = async (person: string, act: (chat: number) => Promise<unknown>) => {
    const chat = find(person)?.chatId
    if (typeof chat !== 'number') return
    await tried(person, async () => void (await act(chat)))
  }

  const setAnswering = (person: string, answering: PhoneState['answering']) =>
    change(() => {
      const phone = find(person)
      if (phone !== undefined) phone.answering = answering
    })
  const parts = { page, here, tried, openChat, type: inline.type }

  return {
    ...inline,
    ...createSendingActions(parts),
    ...createGroupActions(store, parts),
    openChat: (person, chat) => openChat(person, chat),
    setAnswering,
    copy,
    showList: (person) =>
      change(() => {
        const phone = find(person)
        if (phone === undefined) return
        phone.screen = 'list'
        phone.chatId = null
      }),
    send: (person, text) =>
      here(person, (chat) => {
        const answering = find(person)?.answering
        setAnswering(person, null)
        if (!answering) return api.say(person, chat, text)
        const { messageId } = answering.message
        return answering.how === 'edit'
          ? api.edit(person, chat, messageId, text)
          : api.say(person, chat, text, messageId)
      }),
    start: (person) => here(person, (chat) => api.start(person, chat)),
    pressKey: (person, label) => here(person, (chat) => api.key(person, chat, label)),
    async press(person, message, label) {
      const key = `${message.chatId}/${message.messageId}/${label}`
      const busy = find(person)?.busy
      if (busy?.has(key)) return
      change(() => busy?.add(key))
      await tried(person, async () => {
        const result = await api.press(person, message.chatId, message.messageId, label)
        if (result.type === 'copied') copy(person, result.text, label)
        if (result.type === 'inline') draft(person, result.draft)
        if (result.type === 'url' && result.opened) await follow(person, result.opened)
      })
      change(() => busy?.delete(key))
    },
    tapLink: (person, url) =>
      tried(person, async () => follow(person, await api.open(person, url))),
    forward: (person, messages, to) =>
      tried(person, async () => {
        for (const { chatId, messageId } of messages)
          await api.forward(person, chatId, messageId, to)
        await openChat(person, to)
      }),
    share: (person, text, to) =>
      tried(person, async () => {
        await openChat(person, to)
        await api.say(person, to, text)
      }),
    remove: (person, messages) =>
      tried(person, async () => {
        for (const { chatId, messageId } of messages) await api.remove(person, chatId, messageId)
        page.closeSheet(person)
      }),
    scan: (person, screen) =>
      tried(person, async () => {
        page.closeSheet(person)
        page.closeSheet(screen.person)
        page.show(person)
        const { chatId: chat, messageId: message } = screen.message
        await follow(person, await api.scan(person, { person: screen.person, chat, message }))
      }),
  }
}
