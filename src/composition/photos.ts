import type { Update } from 'grammy/types'
import type { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import type { SellingCoin } from '../domain/parse-price.ts'
import { createPhotoRead } from '../features/photo/photo-read.ts'
import { createReadPhoto, type PhotoFound, photoFailed } from '../features/photo/read-photo.ts'
import { createStartDraft } from '../features/sell/start-draft.ts'
import type { Performed } from '../jobs/outbox-worker.ts'
import type { InboxItem, OutboxItem, Person, Unit } from '../ports/store.ts'
import type { Taxonomy } from '../ports/taxonomy.ts'
import { createLinkCard } from './features.ts'
import { createProductPhotos } from './product-photos.ts'

type Performable<Type extends OutboxItem['type']> = Extract<OutboxItem, { type: Type }>
type Arrived = Extract<
  InboxItem,
  { type: 'photo-read' | 'product-looked' | 'photo-not-kept' | 'photos-not-compared' }
>

/** What the rest of the program does with photos. */
export type Photos = {
  /** Looks at one, keeps it, forgets it, or compares some, outside any transaction. */
  perform(
    item: Performable<
      'read-photo' | 'look-at-product' | 'keep-photo' | 'product-photos' | 'forget-picture'
    >,
  ): Promise<Performed>
  /** It could not be looked at, kept or compared. */
  giveUp(
    item: Performable<'read-photo' | 'look-at-product' | 'keep-photo' | 'product-photos'>,
    error: AppError,
  ): Performed
  /** Answers what came of it, in a transaction. */
  tell(unit: Unit, item: Arrived): Promise<void>
  /** Keeps the gallery true to the chain; to be called again and again. */
  keepExemplars(signal: AbortSignal): Promise<void>
}

/** Puts together what happens to photos: they are fetched, looked at, and opened, answered, made a draft of, or learnt from. */
export function createPhotos(
  parts: Omit<Parameters<typeof createProductPhotos>[0], 'openCodes'> & {
    taxonomy: Taxonomy
    coins: () => SellingCoin[]
    coinOf: (currency: Account | null) => Coin
    botLink: (payload: string) => string
    handleUpdate: (update: Update, unit: Unit) => Promise<void>
  },
): Photos {
  const readPhoto = createReadPhoto({
    ...parts,
    spaceOf: (chat) => parts.store.transaction((unit) => unit.chatSpaces.of(chat)),
  })
  // In the person's lane: what they send next is worked off after the answer, or before it, never in between.
  const found = (item: PhotoFound): Performed => ({
    type: 'found',
    lane: `person:${item.person}`,
    item,
  })
  const photoRead = createPhotoRead({
    ...parts,
    linkCard: createLinkCard(parts),
    startDraft: createStartDraft(parts),
    openLink: (unit, person, url) => parts.handleUpdate(sentBy(person, url), unit),
  })
  const products = createProductPhotos({
    ...parts,
    openCodes: (unit, { person, photo, codes }) => {
      const sighting = { codes, numbers: [], probableNumbers: [], match: null }
      const read = { type: 'photo-read', person: person.id, photo, sighting } as const
      return photoRead(unit, { ...read, hash: null, problem: null })
    },
  })
  return {
    async perform(item) {
      if (item.type !== 'read-photo') return products.perform(item)
      return found(await readPhoto(item.person, item.photo))
    },
    giveUp: (item, error) =>
      item.type === 'read-photo'
        ? found(photoFailed(item.person, item.photo, error))
        : products.giveUp(item, error),
    tell: (unit, item) =>
      item.type === 'photo-read' ? photoRead(unit, item) : products.tell(unit, item),
    keepExemplars: products.keepExemplars,
  }
}

/** A message as if the person had sent the link; under a caption, so that it answers no question they were asked. */
function sentBy({ id, name, locale }: Person, url: string): Update {
  const from = { id, is_bot: false, first_name: name, language_code: locale }
  const chat = { id, type: 'private', first_name: name } as const
  return { update_id: 0, message: { message_id: 0, date: 0, chat, from, caption: url } } as Update
}
