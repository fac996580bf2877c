import { api } from './api.ts'
import type { PageActions } from './page-actions.ts'
import { markOf } from './state.ts'
import type { Store } from './store.ts'

/** Acts on groups, in the group that is open. */
export type GroupActions = {
  createGroup(person: string, title: string, members: readonly number[]): Promise<void>
  addMember(person: string, user: number): Promise<void>
  /** Adds the bot as a link asks, with what the link carries. */
  addBot(person: string, group: number, payload: string | null): Promise<void>
  setAdministrator(person: string, user: number, on: boolean): Promise<void>
  setMuted(person: string, user: number, on: boolean): Promise<void>
  /** Removes somebody; oneself is leaving. */
  removeMember(person: string, user: number): Promise<void>
  deleteGroup(person: string): Promise<void>
}

type Parts = {
  page: PageActions
  here(person: string, act: (chat: number) => Promise<unknown>): Promise<void>
  tried(person: string, act: () => Promise<void>): Promise<void>
  openChat(person: string, chat: number): Promise<void>
}

/** Binds them to a store. */
export function createGroupActions(store: Store, parts: Parts): GroupActions {
  const { page, here, tried, openChat } = parts
  const mark = (key: string, on: boolean) =>
    store.change(({ marks }) => {
      if (on) marks.add(key)
      else marks.delete(key)
    })
  const toInfo = (person: string) => page.openSheet(person, { type: 'chat-info' })
  return {
    createGroup: (person, title, members) =>
      tried(person, async () => {
        const { chatId } = await api.createGroup(person, title, [...members])
        await openChat(person, chatId)
      }),
    addMember: (person, user) =>
      here(person, async (chat) => {
        await api.addToGroup(person, chat, user)
        toInfo(person)
      }),
    addBot: (person, group, payload) =>
      tried(person, async () => {
        await api.addToGroup(person, group, store.state.bot.id, payload ?? undefined)
        await openChat(person, group)
      }),
    setAdministrator: (person, user, on) =>
      here(person, async (chat) => {
        await api.administrator(person, chat, user, on)
        mark(markOf('administrator', chat, user), on)
        // Whoever is given a rank, or loses it, may write.
        mark(markOf('mute', chat, user), false)
        toInfo(person)
      }),
    setMuted: (person, user, on) =>
      here(person, async (chat) => {
        await api.mute(person, chat, user, on)
        mark(markOf('mute', chat, user), on)
        toInfo(person)
      }),
    removeMember: (person, user) =>
      here(person, async (chat) => {
        await api.removeFromGroup(person, chat, user)
        mark(markOf('administrator', chat, user), false)
        mark(markOf('mute', chat, user), false)
        if (store.phone(person)?.person.telegramId === user) page.closeSheet(person)
        else toInfo(person)
      }),
    deleteGroup: (person) =>
      here(person, async (chat) => {
        await api.deleteGroup(person, chat)
        page.closeSheet(person)
      }),
  }
}
