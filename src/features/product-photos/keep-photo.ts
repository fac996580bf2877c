import { isPictureUsed } from '../../deals/is-picture-used.ts'
import { ownSeries } from '../../deals/own-series.ts'
import { AppError, toAppError } from '../../domain/errors.ts'
import type { Series } from '../../domain/facts.ts'
import type { PersonId } from '../../domain/ids.ts'
import { productOf } from '../../domain/product-of.ts'
import type { OfferAnswer, PhotoOffer } from '../../ports/photo-offers.ts'
import type { PhotoSource } from '../../ports/photo-source.ts'
import type { PictureStore } from '../../ports/pictures.ts'
import type { OfferedPhoto, Store, Unit } from '../../ports/store.ts'
import type { GalleryPicture, PictureVectors, Vision } from '../../ports/vision.ts'
import { offerKey } from './draw-offer.ts'
import type { Gallery } from './gallery.ts'
import { roomFor } from './most-photos.ts'

/**
 * Makes a photo that its seller said yes to one that the product is recognised by: fetches it once more, keeps the picture,
 * and puts it into the gallery. May be repeated: a yes keeps a photo once, also when it was deleted meanwhile.
 * The returned function @throws AppError what fetching and looking throw, ISSUER_ONLY, SERIES_UNKNOWN, PHOTOS_FULL, PHOTOS_GONE
 */
export function createKeepPhoto(deps: {
  store: Store
  source: PhotoSource
  vision: Vision
  gallery: Gallery
  pictures: PictureStore
  /** Unix milliseconds. */
  now: () => number
  /** A picture that is kept could not be put into the gallery. */
  onTrouble: (error: AppError, exemplar: number) => void
}): (person: PersonId, photo: OfferedPhoto) => Promise<void> {
  const { store, source, vision, gallery, pictures } = deps
  return async function keepPhoto(person, photo) {
    const asked = await store.transaction((unit) => stillWanted(unit, person, photo))
    if (asked === null) return
    const bytes = await source.fetch(photo.fileId)
    const { picture, ...vectors } = await vision.keep(bytes)
    const pictureHash = await pictures.save(picture)
    let kept: GalleryPicture | null = null
    try {
      kept = await store.transaction((unit) => add(unit, person, photo, { pictureHash, vectors }))
    } finally {
      if (kept === null) await removeUnused(pictureHash)
    }
    if (kept !== null) await put(kept)
  }

  /** Null when it was kept already, and may have been deleted since. */
  async function add(
    unit: Unit,
    person: PersonId,
    photo: OfferedPhoto,
    { pictureHash, vectors }: { pictureHash: string; vectors: PictureVectors },
  ): Promise<GalleryPicture | null> {
    const wanted = await stillWanted(unit, person, photo)
    if (wanted === null) return null
    const { series, offer, answer } = wanted
    const product = productOf(series)
    const all = await unit.exemplars.of(product)
    const isKnown = all.some((each) => each.pictureHash === pictureHash)
    if (!isKnown && (await roomFor(unit, series)) === 0) throw new AppError('PHOTOS_FULL')
    const keeping = answer.keeping.filter((fileId) => fileId !== photo.fileId)
    await unit.photoOffers.save({ ...offer, answer: { ...answer, keeping } })
    // As its seller files it now, which the series that was photographed may not say.
    const category = all[0]?.category ?? series.goods.category
    const id = await unit.exemplars.add({
      product,
      pictureHash,
      category,
      givenBy: person,
      vectors,
    })
    const key = offerKey(photo.offer)
    await unit.drawings.productPhotos({ person, series: series.id, key })
    return { id, product, category, vectors: vectors.vectors }
  }

  /** It is kept, whatever becomes of this: what cannot be put in now is made anew by whoever keeps the gallery. */
  async function put(kept: GalleryPicture): Promise<void> {
    try {
      await gallery.put([kept])
    } catch (thrown) {
      deps.onTrouble(toAppError(thrown), kept.id)
      await store.transaction(({ exemplars }) => exemplars.postpone(kept.id, deps.now()))
    }
  }

  async function removeUnused(hash: string): Promise<void> {
    const isUsed = await store.transaction((unit) => isPictureUsed(unit, hash))
    if (!isUsed) await pictures.remove(hash)
  }
}

/**
 * What a photo was said yes to for; null when that yes was used up. @throws AppError PHOTOS_GONE after a day, ISSUER_ONLY when
 * whoever said yes is no issuer any more, SERIES_UNKNOWN
 */
async function stillWanted(
  unit: Unit,
  person: PersonId,
  photo: OfferedPhoto,
): Promise<{ series: Series; offer: PhotoOffer; answer: OfferAnswer } | null> {
  const offer = await unit.photoOffers.load(photo.offer)
  if (offer === null) throw new AppError('PHOTOS_GONE')
  const { answer } = offer
  if (answer === null || !answer.keeping.includes(photo.fileId)) return null
  return { series: await ownSeries(unit, person, photo.series), offer, answer }
}
