import { photoOfferCard, type TakenFor } from '../../cards/photo-offer-card.ts'
import type { Series } from '../../domain/facts.ts'
import { isSameProduct, productOf } from '../../domain/product-of.ts'
import type { ProductRef } from '../../domain/sighting.ts'
import type { PhotoOffer } from '../../ports/photo-offers.ts'
import type { Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import { roomFor } from './most-photos.ts'

/** Where the card stands that asks about photos. What follows from a yes stands there too, and no other question does. */
export function offerKey(offer: string): string {
  return `photo-offer:${offer}`
}

/** Asks about all photos of an offer, in its place. */
export async function drawOffer(
  unit: Unit,
  { offer, series, texts }: { offer: PhotoOffer; series: Series; texts: Texts },
): Promise<void> {
  const { id, chat } = offer
  const photos = []
  for (const { fileId, likest } of offer.photos)
    photos.push({ fileId, seen: await takenFor(unit, series, likest) })
  const isFull = photos.length >= (await roomFor(unit, series))
  const card = photoOfferCard({ offer: id, series, photos, isFull, texts })
  await unit.drawings.card({ chat, key: offerKey(id), card, placement: 'in-place' })
}

async function takenFor(unit: Unit, series: Series, likest: ProductRef | null): Promise<TakenFor> {
  if (likest === null) return { type: 'nothing' }
  if (isSameProduct(likest, productOf(series))) return { type: 'own' }
  const [other] = await unit.index.seriesOfProduct(likest)
  return other === undefined ? { type: 'nothing' } : { type: 'other', name: other.goods.name }
}
