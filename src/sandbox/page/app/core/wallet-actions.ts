import { api } from './api.ts'
import type { PageActions } from './page-actions.ts'
import type { Reading } from './reading.ts'
import type { Store } from './store.ts'

/** Acts in a person's wallet. */
export type WalletActions = {
  /** Slides the phone over to the wallet. */
  showWallet(person: string): void
  /** Slides back to the chats. */
  leaveWallet(person: string): void
  /** Slides back unless a question is there, or comes, within a second. */
  leaveWalletSoon(person: string): void
  decide(person: string, prompt: string, action: 'approve' | 'reject'): Promise<void>
  disconnect(person: string, topic: string): Promise<void>
  pasteLink(person: string, link: string): Promise<void>
}

const LEAVE_MS = 1200

/** Binds them to a store. */
export function createWalletActions(
  store: Store,
  { reading, page }: { reading: Reading; page: PageActions },
): WalletActions {
  const leaving = new Map<string, ReturnType<typeof setTimeout>>()
  const stay = (person: string) => clearTimeout(leaving.get(person))
  const go = (person: string, where: 'wallet' | 'back') =>
    store.change(() => {
      const phone = store.phone(person)
      if (phone === undefined) return
      phone.screen = where === 'wallet' ? 'wallet' : phone.chatId === null ? 'list' : 'chat'
      phone.sheet = null
      if (phone.screen === 'chat' && phone.chatId !== null) phone.unread.delete(phone.chatId)
    })
  const leaveWallet = (person: string) => {
    stay(person)
    go(person, 'back')
  }
  const tried = async (person: string, act: () => Promise<unknown>) => {
    try {
      await act()
    } catch (error) {
      page.toast(person, error instanceof Error ? error.message : String(error))
    }
    await reading.readWallet(person).catch(() => undefined)
  }
  const leaveWalletSoon = (person: string) => {
    stay(person)
    const look = () => {
      const phone = store.phone(person)
      if (phone?.screen === 'wallet' && (phone.wallet?.prompts.length ?? 0) === 0)
        go(person, 'back')
    }
    leaving.set(person, setTimeout(look, LEAVE_MS))
  }
  return {
    showWallet(person) {
      stay(person)
      go(person, 'wallet')
      void reading.readWallet(person).catch(() => undefined)
    },
    leaveWallet,
    leaveWalletSoon,
    async decide(person, prompt, action) {
      const busy = store.phone(person)?.busy
      if (busy?.has(prompt)) return
      store.change(() => busy?.add(prompt))
      await tried(person, () => api.decide(person, prompt, action))
      store.change(() => busy?.delete(prompt))
      leaveWalletSoon(person)
    },
    disconnect: (person, topic) => tried(person, () => api.disconnect(person, topic)),
    pasteLink: (person, link) => tried(person, () => api.open(person, link.trim())),
  }
}
