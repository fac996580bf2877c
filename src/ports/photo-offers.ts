import type { ChatId, PersonId, SeriesId } from '../domain/ids.ts'
import type { ProductRef } from '../domain/sighting.ts'

/**
 * Photos that a seller sent for a product and was asked about. Nothing of them is with us before the yes: Telegram has them,
 * under these ids.
 */
export type PhotoOffer = {
  id: string
  person: PersonId
  chat: ChatId
  /** One of the product's series. */
  series: SeriesId
  /** Each with what it would be taken for now; null for nothing. */
  photos: { fileId: string; likest: ProductRef | null }[]
}

/** Photos that wait for a yes, at most a day. */
export type PhotoOffers = {
  save(offer: PhotoOffer): Promise<void>
  /** Null when it was answered, or is older than a day. */
  load(id: string): Promise<PhotoOffer | null>
  remove(id: string): Promise<void>
}
