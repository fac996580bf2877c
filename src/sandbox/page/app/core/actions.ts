import { createPlayActions, type PlayActions } from '../play/play-actions.ts'
import { type ChatActions, createChatActions } from './chat-actions.ts'
import { createFaultActions, type FaultActions } from './fault-actions.ts'
import { createPageActions, type PageActions } from './page-actions.ts'
import { createReading, type Reading } from './reading.ts'
import type { Store } from './store.ts'
import { createWalletActions, type WalletActions } from './wallet-actions.ts'

/** Everything a view may cause. Each act reports its own failure on the phone it happened on. */
export type Actions = ChatActions &
  WalletActions &
  FaultActions &
  PageActions &
  PlayActions &
  Reading

/** Binds all acts to a store. */
export function createActions(store: Store): Actions {
  const reading = createReading(store)
  const page = createPageActions(store)
  const wallet = createWalletActions(store, { reading, page })
  const chat = createChatActions(store, { reading, page, wallet })
  const hands = { ...page, ...wallet, ...chat }
  return {
    ...reading,
    ...hands,
    ...createPlayActions(store, hands),
    ...createFaultActions(store),
  }
}
