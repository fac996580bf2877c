import { fromJson, toJson } from '../../domain/json.ts'
import type { PhotoOffer, PhotoOffers } from '../../ports/photo-offers.ts'
import type { Database } from '../database.ts'
import type { Seal } from '../seal.ts'

/** How long photos wait for an answer. */
export const OFFER_LIFE_MS = 24 * 3600 * 1000

/** Photo offers in SQL, sealed: a file's id leads to the picture. */
export function createPhotoOffers(db: Database, seal: Seal, now: () => number): PhotoOffers {
  const name = (id: string) => `photo-offer:${id}`
  return {
    async save(offer) {
      const body = seal.close(name(offer.id), toJson(offer))
      await db
        .insertInto('photo_offer')
        .values({ id: offer.id, body, offered_at: now() })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
        .execute()
    },
    async load(id) {
      const row = await db
        .selectFrom('photo_offer')
        .select('body')
        .where('id', '=', id)
        .where('offered_at', '>', now() - OFFER_LIFE_MS)
        .executeTakeFirst()
      return row === undefined ? null : fromJson<PhotoOffer>(seal.open(name(id), row.body))
    },
  }
}
