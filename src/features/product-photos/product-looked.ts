import { errorText } from '../../cards/error-text.ts'
import { photoProblemCard } from '../../cards/photo-card.ts'
import { photoNotKeptCard, photosNotComparedCard } from '../../cards/photo-offer-card.ts'
import { privateChat } from '../../domain/private-chat.ts'
import type { PhotoOffer } from '../../ports/photo-offers.ts'
import type { Random } from '../../ports/random.ts'
import type { InboxItem, Person, SentPhoto, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import { drawOffer, offerKey } from './draw-offer.ts'
import type { ProductLooked } from './look-at-product.ts'
import { roomFor } from './most-photos.ts'

/**
 * Adds a photo that was looked at to those that its seller is asked about, in one card for all that wait for an answer. The
 * same photo, looked at again, is one. One that was on its way when the others were answered is asked about by itself.
 */
export function createProductLooked(deps: {
  texts: (locale: string) => Texts
  random: Random
  /** Answers a photo of codes as if it had been sent without a question; `card` is where that it is looked at may stand. */
  openCodes: (
    unit: Unit,
    photo: { person: Person; photo: SentPhoto; codes: string[] },
  ) => Promise<void>
}): (unit: Unit, item: ProductLooked) => Promise<void> {
  return async function productLooked(unit, item) {
    const { photo, likest, codes, problem } = item
    const person = await unit.people.load(item.person)
    const series = await unit.index.series(photo.series)
    if (person === null || series === null) return
    const texts = deps.texts(person.locale)
    const { chat, fileId } = photo
    const offer = await openOffer(unit, item)
    // The place of the question is free only while it asks nothing.
    const isFree = offer.photos.length === 0
    if (!isFree && (codes.length > 0 || problem !== null))
      await drawOffer(unit, { offer, series, texts })
    if (codes.length > 0) {
      const card = isFree ? offerKey(offer.id) : `photo-code:${deps.random.dealId()}`
      return deps.openCodes(unit, { person, photo: { chat, fileId, caption: '', card }, codes })
    }
    if (problem !== null) {
      const [key, placement] = isFree
        ? ([offerKey(offer.id), 'in-place'] as const)
        : (['error', 'new'] as const)
      return unit.drawings.card({ chat, key, card: photoProblemCard(texts, problem), placement })
    }
    const isNew = !offer.photos.some((each) => each.fileId === fileId)
    const room = await roomFor(unit, series)
    if (isNew && offer.photos.length < room) offer.photos.push({ fileId, likest })
    offer.album = photo.album
    await unit.photoOffers.save(offer)
    await drawOffer(unit, { offer, series, texts })
  }
}

/** The offer that a photo belongs to: the one that it was sent for, or whichever came after it. */
async function openOffer(unit: Unit, { person, photo }: ProductLooked): Promise<PhotoOffer> {
  const { chat, series, album } = photo
  for (let id = photo.offer; ; ) {
    const known = await unit.photoOffers.load(id)
    if (known === null) return { id, person, chat, series, album, photos: [], answer: null }
    if (known.answer === null) return known
    id = known.answer.next
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

/** Says that pictures could not be compared, in place of the card that said that they are being compared. */
export function createPhotosNotCompared(deps: {
  texts: (locale: string) => Texts
}): (unit: Unit, item: Extract<InboxItem, { type: 'photos-not-compared' }>) => Promise<void> {
  return async function photosNotCompared(unit, { person: id, series: seriesId, key, problem }) {
    const person = await unit.people.load(id)
    const series = await unit.index.series(seriesId)
    if (person === null || series === null) return
    const texts = deps.texts(person.locale)
    const card = photosNotComparedCard({ series, reason: errorText(texts, problem), texts })
    await unit.drawings.card({ chat: privateChat(id), key, card, placement: 'in-place' })
  }
}
