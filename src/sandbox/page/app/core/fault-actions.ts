import type { Policy } from '../../../wallets/policy.ts'
import { api } from './api.ts'
import type { Store } from './store.ts'

/** Acts that make things go wrong, or right again. */
export type FaultActions = {
  killBot(): Promise<void>
  startBot(): Promise<void>
  reorganise(): Promise<void>
  mine(): Promise<void>
  /** Moves the chain's clock on by a week. */
  aWeekLater(): Promise<void>
  /** The next calls of the bot are answered with 429. */
  flood(): Promise<void>
  setStrict(on: boolean): Promise<void>
  setUnruly(on: boolean): Promise<void>
  setBlocked(person: string, on: boolean): Promise<void>
  setRelay(on: boolean): Promise<void>
  setFaults(change: { depth?: number; keepTransactions?: boolean }): void
  setPolicy(person: string, change: Partial<Policy> & { reset?: boolean }): Promise<void>
  release(person: string): Promise<void>
}

const WEEK_SECONDS = 7 * 86_400
const FLOOD_SECONDS = 3
const FLOODED = 3

/** Binds them to a store. */
export function createFaultActions(store: Store): FaultActions {
  const { state, change } = store
  const tried = async (act: () => Promise<unknown>) => {
    const note = (text: string | null) =>
      change(() => {
        state.faults.note = text
      })
    note('…')
    try {
      await act()
      note('✓')
    } catch (error) {
      note(error instanceof Error ? error.message : String(error))
    }
  }
  return {
    killBot: () => tried(api.killBot),
    startBot: () => tried(api.startBot),
    reorganise: () =>
      tried(() => api.reorganise(state.faults.depth, state.faults.keepTransactions)),
    mine: () => tried(api.mine),
    aWeekLater: () => tried(() => api.advance(WEEK_SECONDS)),
    flood: () =>
      tried(() => api.telegramFault({ type: 'flood', retryAfter: FLOOD_SECONDS, times: FLOODED })),
    setStrict: (on) =>
      tried(async () => {
        await api.strictLimits(on)
        change(() => Object.assign(state.faults, { isStrict: on }))
      }),
    setUnruly: (on) =>
      tried(async () => {
        await api.unrulyTelegram(on)
        change(() => Object.assign(state.faults, { isUnruly: on }))
      }),
    setBlocked: (person, on) =>
      tried(async () => {
        await api.block(person, state.bot.id, on)
        const chats = await api.chats(person)
        change(() => {
          const phone = store.phone(person)
          if (phone !== undefined) phone.chats = chats
        })
      }),
    setRelay: (on) => tried(() => api.relay(on)),
    setFaults: (wanted) => change(() => Object.assign(state.faults, wanted)),
    setPolicy: (person, wanted) =>
      tried(async () => {
        await api.policy(person, wanted)
        const wallet = await api.wallet(person)
        change(() => {
          const phone = store.phone(person)
          if (phone !== undefined) phone.wallet = wallet
        })
      }),
    release: (person) => tried(() => api.release(person)),
  }
}
