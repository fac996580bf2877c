import type { Update } from 'grammy/types'
import type { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import type { SellingCoin } from '../domain/parse-price.ts'
import { createPhotoRead } from '../features/photo/photo-read.ts'
import { createReadPhoto, type PhotoFound, photoFailed } from '../features/photo/read-photo.ts'
import { createStartDraft } from '../features/sell/start-draft.ts'
import type { Performed } from '../jobs/outbox-worker.ts'
import type { PhotoSource } from '../ports/photo-source.ts'
import type { PictureStore } from '../ports/pictures.ts'
import type { OutboxItem, Person, Store, Unit } from '../ports/store.ts'
import type { Taxonomy } from '../ports/taxonomy.ts'
import type { Texts } from '../ports/texts.ts'
import type { Vision } from '../ports/vision.ts'
import { createGroupLinks } from './features.ts'

type ReadPhotoItem = Extract<OutboxItem, { type: 'read-photo' }>

/** What the rest of the program does with photos. */
export type Photos = {
  /** Looks at one outside any transaction. */
  perform(item: ReadPhotoItem): Promise<Performed>
  /** It could not be looked at. */
  giveUp(item: ReadPhotoItem, error: AppError): Performed
  /** Answers what was found, in a transaction. */
  photoRead(unit: Unit, item: PhotoFound): Promise<void>
}

/** Puts together what happens to photos: they are fetched, looked at, and opened or made a draft of. */
export function createPhotos(parts: {
  store: Store
  source: PhotoSource
  vision: Vision
  pictures: PictureStore
  taxonomy: Taxonomy
  coins: () => SellingCoin[]
  coinOf: (currency: Account | null) => Coin
  texts: (locale: string) => Texts
  botName: string
  site: string
  botLink: (payload: string) => string
  /** Unix milliseconds. */
  now: () => number
  handleUpdate: (update: Update, unit: Unit) => Promise<void>
}): Photos {
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
  return {
    perform: async ({ person, photo }) => found(await readPhoto(person, photo)),
    giveUp: ({ person, photo }, error) => found(photoFailed(person, photo, error)),
    photoRead: createPhotoRead({
      ...parts,
      showLinks: createGroupLinks(parts),
      startDraft: createStartDraft(parts),
      openLink: (unit, person, url) => parts.handleUpdate(sentBy(person, url), unit),
    }),
  }
}

/** A message as if the person had sent the link; under a caption, so that it answers no question they were asked. */
function sentBy({ id, name, locale }: Person, url: string): Update {
  const from = { id, is_bot: false, first_name: name, language_code: locale }
  const chat = { id, type: 'private', first_name: name } as const
  return { update_id: 0, message: { message_id: 0, date: 0, chat, from, caption: url } } as Update
}
