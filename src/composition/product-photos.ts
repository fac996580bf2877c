import type { AppError } from '../domain/errors.ts'
import { toAppError } from '../domain/errors.ts'
import { createComparePictures } from '../features/product-photos/compare-pictures.ts'
import { createForgetPicture } from '../features/product-photos/forget-picture.ts'
import type { Gallery } from '../features/product-photos/gallery.ts'
import { createKeepExemplars } from '../features/product-photos/keep-exemplars.ts'
import { createKeepPhoto } from '../features/product-photos/keep-photo.ts'
import { createLookAtProduct, productFailed } from '../features/product-photos/look-at-product.ts'
import {
  createPhotoNotKept,
  createPhotosNotCompared,
  createProductLooked,
} from '../features/product-photos/product-looked.ts'
import type { Performed } from '../jobs/outbox-worker.ts'
import type { PhotoSource } from '../ports/photo-source.ts'
import type { PictureStore } from '../ports/pictures.ts'
import type { Random } from '../ports/random.ts'
import type { InboxItem, OutboxItem, Store, Unit } from '../ports/store.ts'
import type { Texts } from '../ports/texts.ts'
import type { Vision } from '../ports/vision.ts'

type Item<Type extends OutboxItem['type']> = Extract<OutboxItem, { type: Type }>

type Arrived = Extract<
  InboxItem,
  { type: 'product-looked' | 'photo-not-kept' | 'photos-not-compared' }
>

/** What the rest of the program does with the pictures that products are recognised by. */
export type ProductPhotos = {
  perform(
    item: Item<'look-at-product' | 'keep-photo' | 'product-photos' | 'forget-picture'>,
  ): Promise<Performed>
  giveUp(
    item: Item<'look-at-product' | 'keep-photo' | 'product-photos'>,
    error: AppError,
  ): Performed
  tell(unit: Unit, item: Arrived): Promise<void>
  keepExemplars(signal: AbortSignal): Promise<void>
}

/** Puts together what happens to the pictures that products are recognised by. */
export function createProductPhotos(parts: {
  store: Store
  source: PhotoSource
  vision: Vision
  gallery: Gallery
  pictures: PictureStore
  texts: (locale: string) => Texts
  botName: string
  site: string
  /** Unix milliseconds. */
  now: () => number
  onTrouble: (error: AppError, picture: string) => void
  random: Random
  /** Answers a photo of codes of ours as if it had been sent without a question. */
  openCodes: Parameters<typeof createProductLooked>[0]['openCodes']
}): ProductPhotos {
  const lookAtProduct = createLookAtProduct(parts)
  const onTrouble = (error: AppError, exemplar: number) => parts.onTrouble(error, String(exemplar))
  const keepPhoto = createKeepPhoto({ ...parts, onTrouble })
  const comparePictures = createComparePictures(parts)
  const productLooked = createProductLooked(parts)
  const photoNotKept = createPhotoNotKept(parts)
  const notCompared = createPhotosNotCompared(parts)
  const forgetPicture = createForgetPicture(parts)
  const found = (item: Arrived): Performed => ({
    type: 'found',
    lane: `person:${item.person}`,
    item,
  })
  const notKept = ({ person, photo }: Item<'keep-photo'>, { code }: AppError) =>
    found({ type: 'photo-not-kept', person, photo, problem: code })

  async function keep(item: Item<'keep-photo'>): Promise<Performed> {
    try {
      await keepPhoto(item.person, item.photo)
      return { type: 'nothing' }
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.retryable) throw error
      return notKept(item, error)
    }
  }

  return {
    async perform(item) {
      if (item.type === 'keep-photo') return keep(item)
      if (item.type === 'look-at-product')
        return found(await lookAtProduct(item.person, item.photo))
      if (item.type === 'product-photos') await comparePictures(item)
      else await forgetPicture(item)
      return { type: 'nothing' }
    },
    giveUp(item, error) {
      if (item.type === 'keep-photo') return notKept(item, error)
      if (item.type === 'look-at-product')
        return found(productFailed(item.person, item.photo, error))
      return found({ ...item, type: 'photos-not-compared', problem: error.code })
    },
    tell(unit, item) {
      if (item.type === 'product-looked') return productLooked(unit, item)
      return item.type === 'photo-not-kept' ? photoNotKept(unit, item) : notCompared(unit, item)
    },
    keepExemplars: createKeepExemplars(parts),
  }
}
