import { errorText } from '../../cards/error-text.ts'
import { photoProblemCard } from '../../cards/photo-card.ts'
import { photoNotKeptCard, photoOfferCard, type TakenFor } from '../../cards/photo-offer-card.ts'
import type { Series } from '../../domain/facts.ts'
import { isSameProduct, productOf } from '../../domain/product-of.ts'
import type { ProductRef } from '../../domain/sighting.ts'
import type { PhotoOffer } from '../../ports/photo-offers.ts'
import type { InboxItem, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import type { ProductLooked } from './look-at-product.ts'
import { roomFor } from './most-photos.ts'

/** Where the card stands that asks about photos. */
export function offerKey(offer: string): string {
  return `photo-offer:${offer}`
}

/**
 * Adds a photo that was looked at to those that its seller is asked about, in one card for all that were sent to one
 * question. The same photo, looked at again, is one.
 */
export function createProductLooked(deps: {
  texts: (locale: string) => Texts
}): (unit: Unit, item: ProductLooked) => Promise<void> {
  return async function productLooked(unit, { person: id, photo, likest, problem }) {
    const person = await unit.people.load(id)
    const series = await unit.index.series(photo.series)
    if (person === null || series === null) return
    const texts = deps.texts(person.locale)
    const { chat, offer, fileId } = photo
    const known = await unit.photoOffers.load(offer)
    if (problem !== null) {
      // The place of the question is free only while it asks nothing.
      const [key, placement] =
        known === null ? ([offerKey(offer), 'in-place'] as const) : (['error', 'new'] as const)
      return unit.drawings.card({ chat, key, card: photoProblemCard(texts, problem), placement })
    }
    const room = await roomFor(unit, series)
    const waiting: PhotoOffer = known ?? {
      id: offer,
      person: id,
      chat,
      series: series.id,
      photos: [],
    }
    const isNew = !waiting.photos.some((each) => each.fileId === fileId)
    if (isNew && waiting.photos.length < room) waiting.photos.push({ fileId, likest })
    await unit.photoOffers.save(waiting)
    const photos: TakenFor[] = []
    for (const each of waiting.photos) photos.push(await takenFor(unit, series, each.likest))
    const isFull = photos.length >= room
    const card = photoOfferCard({ offer, series, photos, isFull, texts })
    await unit.drawings.card({ chat, key: offerKey(offer), card, placement: 'in-place' })
  }
}

/** Says that a photo could not be kept although its seller said yes. */
export function createPhotoNotKept(deps: {
  texts: (locale: string) => Texts
}): (unit: Unit, item: Extract<InboxItem, { type: 'photo-not-kept' }>) => Promise<void> {
  return async function photoNotKept(unit, { person: id, photo, problem }) {
    const person = await unit.people.load(id)
    const series = await unit.index.series(photo.series)
    if (person === null || series === null) return
    const texts = deps.texts(person.locale)
    const card = photoNotKeptCard({ series, reason: errorText(texts, problem), texts })
    await unit.drawings.card({ chat: photo.chat, key: 'photo-not-kept', card, placement: 'new' })
    const key = offerKey(photo.offer)
    await unit.drawings.productPhotos({ person: id, series: series.id, key })
  }
}

async function takenFor(unit: Unit, series: Series, likest: ProductRef | null): Promise<TakenFor> {
  if (likest === null) return { type: 'nothing' }
  if (isSameProduct(likest, productOf(series))) return { type: 'own' }
  const [other] = await unit.index.seriesOfProduct(likest)
  return other === undefined ? { type: 'nothing' } : { type: 'other', name: other.goods.name }
}
