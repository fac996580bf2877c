import type { InlineDraft } from '../../../telegram/types.ts'
import { api } from './api.ts'
import { fieldOf } from './field.ts'
import type { Store } from './store.ts'

/** Acts in the text field: the menu behind a slash, and a bot's name with words after it. */
export type InlineActions = {
  type(person: string, text: string): void
  toggleMenu(person: string): void
  closeStrip(person: string): void
  choose(person: string, index: number): Promise<void>
  /** Presses the button above the results, which leads to the bot. */
  pressStripButton(person: string): Promise<void>
  /** Puts a bot's name and words into the field of a chat. */
  putDraft(person: string, draft: InlineDraft, chat: number): void
}

const TYPING_MS = 350

/** Binds them to a store. `tried` reports failures on the person's phone. */
export function createInlineActions(
  store: Store,
  tried: (person: string, act: () => Promise<void>) => Promise<void>,
): InlineActions {
  const { change, phone: find } = store
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  const closeStrip = (person: string) =>
    change(() => {
      const phone = find(person)
      if (phone === undefined) return
      phone.strip = null
      phone.isMenuOpen = false
    })
  const look = async (person: string, chat: number, text: string) => {
    const strip = await api.inline(person, chat, text)
    change(() => {
      const phone = find(person)
      if (phone?.chatId === chat && phone.draft === text) phone.strip = strip
    })
  }
  const type = (person: string, text: string) => {
    clearTimeout(timers.get(person))
    change(() => {
      const phone = find(person)
      if (phone === undefined) return
      phone.draft = text
      phone.isMenuOpen = false
      if (!text.startsWith('@')) phone.strip = null
    })
    const chat = find(person)?.chatId
    const names = new RegExp(`^@${store.state.bot.username}\\s`, 'i')
    if (typeof chat !== 'number' || !names.test(text)) return
    const ask = () => void tried(person, () => look(person, chat, text))
    timers.set(person, setTimeout(ask, TYPING_MS))
  }

  return {
    type,
    closeStrip,
    toggleMenu: (person) =>
      change(() => {
        const phone = find(person)
        if (phone !== undefined) phone.isMenuOpen = !phone.isMenuOpen
      }),
    choose: (person, index) =>
      tried(person, async () => {
        const strip = find(person)?.strip
        if (!strip) return
        await api.choose(person, strip.id, index)
        const field = fieldOf(person)
        if (field !== null) field.value = ''
        type(person, '')
      }),
    pressStripButton: (person) =>
      tried(person, async () => {
        const strip = find(person)?.strip
        if (strip) await api.inlineButton(person, strip.id)
      }),
    putDraft(person, draft, chat) {
      change(() => {
        const phone = find(person)
        if (phone === undefined) return
        phone.chatId = chat
        phone.screen = 'chat'
        phone.sheet = null
      })
      const text = `@${draft.bot} ${draft.query}`
      // The field is there once the chat is drawn.
      setTimeout(() => {
        const field = fieldOf(person)
        if (field === null) return
        field.value = text
        field.focus()
        type(person, text)
      }, 50)
    },
  }
}
