import type { Effect } from '../domain/deal/effect.ts'
import type { DealEvent } from '../domain/deal/event.ts'
import type { AppError } from '../domain/errors.ts'
import type { ChatId, DealId } from '../domain/ids.ts'
import type { OutboxItem } from '../ports/store.ts'
import type { Performed } from './outbox-worker.ts'

type Item<Type extends OutboxItem['type']> = Extract<OutboxItem, { type: Type }>
type Perform<Type extends OutboxItem['type']> = (item: Item<Type>) => Promise<Performed>

/** Sends each thing that a step asked for to the one place that can do it. */
export function createPerformItem(deps: {
  showCard: Perform<'card'>
  perform: (deal: DealId, effect: Effect) => Promise<Performed>
  endSession: (topic: string) => Promise<void>
  remove: (chat: ChatId, messageId: number) => Promise<void>
  drawPost: (inlineMessageId: string) => Promise<Performed>
  sendCode: Perform<'print-code'>
  sendHistory: Perform<'export'>
  /** Looks at photos, keeps them, compares them, forgets them. */
  see: Perform<
    'read-photo' | 'look-at-product' | 'keep-photo' | 'product-photos' | 'forget-picture'
  >
}): (item: OutboxItem) => Promise<Performed> {
  return async function performItem(item) {
    switch (item.type) {
      case 'card':
        return deps.showCard(item)
      case 'effect':
        return deps.perform(item.deal, item.effect)
      case 'end-session':
        await deps.endSession(item.topic)
        return { type: 'nothing' }
      case 'delete-message':
        await deps.remove(item.chat, item.messageId)
        return { type: 'nothing' }
      case 'post':
        return deps.drawPost(item.inlineMessageId)
      case 'print-code':
        return deps.sendCode(item)
      case 'export':
        return deps.sendHistory(item)
      case 'read-photo':
      case 'look-at-product':
      case 'keep-photo':
      case 'product-photos':
      case 'forget-picture':
        return deps.see(item)
    }
  }
}

/** What tells whoever waits for an item that it cannot be had; nobody waits for most of them. */
export function createGiveUpItem(deps: {
  effectFailed: (effect: Effect, error: AppError) => DealEvent | null
  photoFailed: (
    item: Item<'read-photo' | 'look-at-product' | 'keep-photo' | 'product-photos'>,
    error: AppError,
  ) => Performed
}): (item: OutboxItem, error: AppError) => Performed {
  return function giveUpItem(item, error) {
    switch (item.type) {
      case 'read-photo':
      case 'look-at-product':
      case 'keep-photo':
      case 'product-photos':
        return deps.photoFailed(item, error)
    }
    const event = item.type === 'effect' ? deps.effectFailed(item.effect, error) : null
    return event === null ? { type: 'nothing' } : { type: 'event', event }
  }
}
