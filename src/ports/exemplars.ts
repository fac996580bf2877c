import type { PersonId } from '../domain/ids.ts'
import type { ProductRef } from '../domain/sighting.ts'
import type { GalleryPicture } from './vision.ts'

/** A picture that a product is recognised by: its own on chain, or a photo that was given for it. */
export type Exemplar = {
  id: number
  product: ProductRef
  kind: 'catalogue' | 'photo'
  /** Of the picture as it is stored with us. */
  pictureHash: string
}

/** A picture that has no vectors of the present model yet. `id` is null while it is not known at all. */
export type WantedExemplar = Omit<Exemplar, 'id'> & { id: number | null; category: number }

/** Pictures that products are recognised by, with their vectors. */
export type Exemplars = {
  /** Those with vectors of this model, in the order of their ids, after one of them. */
  page(model: string, after: number, limit: number): Promise<GalleryPicture[]>
  /** Pictures of products on the chain, and given photos, that have no vectors of this model; but none of `without` (hashes). */
  wanted(model: string, limit: number, without: readonly string[]): Promise<WantedExemplar[]>
  /** Writes vectors down. The same picture of the same product is one row, whatever the model. */
  save(
    picture: Omit<Exemplar, 'id'> & {
      category: number
      givenBy: PersonId | null
      model: string
      vectors: Uint8Array
    },
  ): Promise<number>
  /** Those of a product, the catalogue's first, then in the order in which they were given. */
  of(product: ProductRef): Promise<Exemplar[]>
  /** Forgets one; one that is not there does no harm. */
  remove(id: number): Promise<void>
  /** Is this picture an exemplar of any product? */
  isUsed(pictureHash: string): Promise<boolean>
}
