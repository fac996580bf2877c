import { errorText } from '../cards/error-text.ts'
import type { AppError } from '../domain/errors.ts'
import type { Account, PersonId } from '../domain/ids.ts'
import { privateChat } from '../domain/private-chat.ts'
import type { StepDeal } from '../ports/step-deal.ts'
import type { InboxItem, Unit } from '../ports/store.ts'
import type { Texts } from '../ports/texts.ts'

type Item<Type extends InboxItem['type']> = Extract<InboxItem, { type: Type }>

/** Sends each thing that arrived to the one place that knows what to do about it. */
export function createHandleItem<Update>(deps: {
  handleUpdate: (update: Update, unit: Unit) => Promise<void>
  stepDeal: StepDeal
  tellDeals: (unit: Unit, subjects: readonly string[]) => Promise<void>
  /** New messages about what happened, and posts that are no longer true. */
  tellPeople: (unit: Unit, subjects: readonly string[]) => Promise<void>
  sessionChanged: (unit: Unit, topic: string, accounts: readonly Account[]) => Promise<void>
  /** What became of a photo that somebody sent. */
  tellOfPhoto: (
    unit: Unit,
    item: Item<'photo-read' | 'product-looked' | 'photo-not-kept' | 'photos-not-compared'>,
  ) => Promise<void>
}): (item: InboxItem, unit: Unit) => Promise<void> {
  return async function handleItem(item, unit) {
    switch (item.type) {
      case 'update':
        return deps.handleUpdate(item.update as Update, unit)
      case 'deal':
        await deps.stepDeal(unit, item.deal, item.event)
        return
      case 'session-ended':
        return unit.bindings.sessionEnded(item.topic)
      case 'session-changed':
        return deps.sessionChanged(unit, item.topic, item.accounts)
      case 'touched':
        if (item.tell !== 'people') await deps.tellDeals(unit, item.subjects)
        if (item.tell !== 'deals') await deps.tellPeople(unit, item.subjects)
        return
      case 'photo-read':
      case 'product-looked':
      case 'photo-not-kept':
      case 'photos-not-compared':
        return deps.tellOfPhoto(unit, item)
    }
  }
}

/** Tells the person whose update could not be handled; other rows have nobody to tell, the log has them. */
export function createGiveUp(deps: {
  texts: (locale: string) => Texts
}): (item: InboxItem, error: AppError, unit: Unit) => Promise<void> {
  return async function giveUp(item, error, unit) {
    const id = item.type === 'update' ? senderOf(item.update) : null
    const person = id === null ? null : await unit.people.load(id)
    if (person === null) return
    const chat = privateChat(person.id)
    const html = errorText(deps.texts(person.locale), error.code, error.meta)
    await unit.drawings.card({
      chat,
      key: 'error',
      card: { html, buttons: [], picture: null },
      placement: 'new',
    })
  }
}

function senderOf(update: unknown): PersonId | null {
  const { message, callback_query } = update as Record<
    string,
    { from?: { id: number } } | undefined
  >
  return ((message ?? callback_query)?.from?.id as PersonId | undefined) ?? null
}
