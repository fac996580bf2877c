import { isPictureUsed } from '../../deals/is-picture-used.ts'
import { ownSeries } from '../../deals/own-series.ts'
import { AppError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import { productOf } from '../../domain/product-of.ts'
import type { PhotoSource } from '../../ports/photo-source.ts'
import type { PictureStore } from '../../ports/pictures.ts'
import type { OfferedPhoto, Store, Unit } from '../../ports/store.ts'
import type { Vision } from '../../ports/vision.ts'
import type { Gallery } from './gallery.ts'
import { roomFor } from './most-photos.ts'
import { offerKey } from './product-looked.ts'

/**
 * Makes a photo that its seller said yes to one that the product is recognised by: fetches it once more, keeps the picture,
 * and puts it into the gallery. May be repeated: the same photo is one picture and one row.
 * The returned function @throws AppError what fetching and looking throw, ISSUER_ONLY, SERIES_UNKNOWN, PHOTOS_FULL
 */
export function createKeepPhoto(deps: {
  store: Store
  source: PhotoSource
  vision: Vision
  gallery: Gallery
  pictures: PictureStore
}): (person: PersonId, photo: OfferedPhoto) => Promise<void> {
  const { store, source, vision, gallery, pictures } = deps
  return async function keepPhoto(person, photo) {
    const check = (unit: Unit) => ownSeries(unit, person, photo.series)
    // Whoever is no issuer any more, since they said yes, keeps nothing.
    await store.transaction(check)
    const bytes = await source.fetch(photo.fileId)
    const { picture, ...vectors } = await vision.keep(bytes)
    const pictureHash = await pictures.save(picture)
    const kept = await store.transaction(async (unit) => {
      const series = await check(unit)
      const product = productOf(series)
      const known = (await unit.exemplars.of(product)).some(
        (each) => each.pictureHash === pictureHash,
      )
      if (!known && (await roomFor(unit, series)) === 0) return null
      const { category } = series.goods
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
    })
    if (kept !== null) return gallery.put([kept])
    await removeUnused(pictureHash)
    throw new AppError('PHOTOS_FULL')
  }

  async function removeUnused(hash: string): Promise<void> {
    const isUsed = await store.transaction((unit) => isPictureUsed(unit, hash))
    if (!isUsed) await pictures.remove(hash)
  }
}
