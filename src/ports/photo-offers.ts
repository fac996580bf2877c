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
  /** Telegram's number of the album that the last of them came in; null when it came alone. */
  album: string | null
  /** Null while it waits for an answer. */
  answer: OfferAnswer | null
}

/** What was said to an offer. Of a no nothing is left but where later photos go. */
export type OfferAnswer = {
  /** The offer that photos belong to which were on their way when this one was answered. */
  next: string
  /** Photos that were said yes to and are not kept yet. Each goes with the transaction that keeps it, so that none comes back. */
  keeping: string[]
}

/** Photos that wait for a yes, at most a day. */
export type PhotoOffers = {
  save(offer: PhotoOffer): Promise<void>
  /** Null when it is older than a day. */
  load(id: string): Promise<PhotoOffer | null>
}
