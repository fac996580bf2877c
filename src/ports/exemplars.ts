import type { PersonId } from '../domain/ids.ts'
import type { ProductRef } from '../domain/sighting.ts'
import type { GalleryPicture, PictureVectors } from './vision.ts'

/** A picture that a product is recognised by: its own on chain, or a photo that was given for it. */
export type Exemplar = {
  id: number
  product: ProductRef
  kind: 'catalogue' | 'photo'
  /** Of the picture as it is stored with us. */
  pictureHash: string
  category: number
  /** Who gave a photo; null for the catalogue's. */
  givenBy: PersonId | null
  /** How often it could not be looked at since it was last. */
  tries: number
}

/**
 * Pictures that products are recognised by, with their vectors. Each picture of a series comes by itself, with the block that
 * publishes it, and waits for its vectors.
 */
export type Exemplars = {
  /** Those with vectors of this model, in the order of their ids, after one of them. */
  page(model: string, after: number, limit: number): Promise<GalleryPicture[]>
  /** All whose vectors another model made are wanted again. */
  renew(model: string): Promise<void>
  /** Pictures that wait for vectors, the longest waiting first. */
  wanted(limit: number): Promise<Exemplar[]>
  /** A picture could not be looked at: it is wanted again from then on (Unix ms), and has been tried once more. */
  postpone(id: number, until: number): Promise<void>
  /** Writes the vectors of one down; false when it is there no more. */
  learn(id: number, vectors: PictureVectors): Promise<boolean>
  /** Adds a photo with its vectors and tells its id. The same picture of the same product is one row, whatever the model. */
  add(
    photo: Pick<Exemplar, 'product' | 'pictureHash' | 'category'> & {
      givenBy: PersonId
      vectors: PictureVectors
    },
  ): Promise<number>
  /** One of them; null when there is none. */
  load(id: number): Promise<Exemplar | null>
  /** Those of a product, the catalogue's first, then in the order in which they were given. */
  of(product: ProductRef): Promise<Exemplar[]>
  /** Those of a product that have vectors of this model. */
  seen(product: ProductRef, model: string): Promise<GalleryPicture[]>
  /** Forgets one; one that is not there does no harm. */
  remove(id: number): Promise<void>
  /** Is this picture an exemplar of any product? */
  isUsed(pictureHash: string): Promise<boolean>
}
