import { api } from './api.ts'
import type { Store } from './store.ts'

/** Fetching what changed. Calls that come while one is under way are answered by one more after it. */
export type Reading = {
  readChats(person: string): Promise<void>
  readMessages(person: string, chat: number): Promise<void>
  readWallet(person: string): Promise<void>
  readCode(picture: string): Promise<void>
  readWire(): Promise<void>
}

const WIRE_KEPT = 80

/** Reads the driver into the store. */
export function createReading(store: Store): Reading {
  const { state, change } = store
  const asked = new Set<string>()
  const chats = once(async (person: string) => {
    const found = await api.chats(person)
    change(() => {
      const phone = store.phone(person)
      if (phone === undefined) return
      phone.chats = found
      if (found.some(({ chatId }) => chatId === phone.chatId)) return
      // Deleted, or the person is no longer in it.
      phone.chatId = null
      if (phone.screen === 'chat') phone.screen = 'list'
    })
  })
  const wallets = once(async (person: string) => {
    const found = await api.wallet(person)
    change(() => {
      const phone = store.phone(person)
      if (phone !== undefined) phone.wallet = found
    })
  })
  const wire = once(async () => {
    const { exchanges, frames } = state.wire
    const more = await api.wire(exchanges.at(-1)?.at ?? 0, frames.at(-1)?.seq ?? 0)
    change(() => {
      state.wire = {
        exchanges: [...exchanges, ...more.exchanges].slice(-WIRE_KEPT),
        frames: [...frames, ...more.frames].slice(-WIRE_KEPT),
      }
    })
  })
  return {
    readChats: chats,
    readWallet: wallets,
    async readMessages(person, chat) {
      const found = await api.messages(person, chat)
      change(() => store.phone(person)?.messages.set(chat, found))
    },
    async readCode(picture) {
      if (asked.has(picture)) return
      asked.add(picture)
      const has = await api.hasCode(picture).catch(() => false)
      change(() => state.codes.set(picture, has))
    },
    readWire: () => (state.drawer === 'wire' ? wire('') : Promise.resolve()),
  }
}

/** Runs at most one at a time for each subject, and once more if it was asked for meanwhile. */
function once(read: (subject: string) => Promise<void>): (subject: string) => Promise<void> {
  const running = new Map<string, Promise<void>>()
  const again = new Map<string, Promise<void>>()
  const run = (subject: string): Promise<void> => {
    const current = running.get(subject)
    if (current === undefined) {
      const promise = read(subject).finally(() => running.delete(subject))
      running.set(subject, promise)
      return promise
    }
    const planned = again.get(subject)
    if (planned !== undefined) return planned
    const next = current
      .catch(() => undefined)
      .then(() => {
        again.delete(subject)
        return run(subject)
      })
    again.set(subject, next)
    return next
  }
  return run
}
