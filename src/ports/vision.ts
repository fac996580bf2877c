import type { Account } from '../domain/ids.ts'
import type { ProductRef, Sighting } from '../domain/sighting.ts'

/** What is asked of one photo. */
export type Asked = {
  /** The space whose products come first; null for no space. */
  space: Account | null
  /** Is this text of a QR code a link of ours? Then it is the answer, and nothing else is looked for. */
  isOurs: (code: string) => boolean
}

/** Pictures of a thing as numbers to compare: opaque outside, and good for one model only. */
export type PictureVectors = { model: string; vectors: Uint8Array }

/** A picture as it is kept, with what it is compared by. */
export type KeptPicture = PictureVectors & { picture: Uint8Array }

/** One picture that a product is recognised by. */
export type GalleryPicture = {
  id: number
  product: ProductRef
  category: number
  vectors: Uint8Array
}

/** Looks into photos. They come from strangers: whatever they hold, looking ends, with a bounded use of memory. */
export type Vision = {
  /** The hash of what turns pictures into vectors. Vectors of another one cannot be compared. */
  model: string
  /** Is there no model, so that matches are rough? */
  isRough: boolean
  /**
   * What a photo shows. One photo after the other, whoever sends them.
   * @throws AppError PHOTO_UNREADABLE, PHOTO_TOO_LARGE, PHOTO_HEIC; PHOTO_TOO_SLOW; VISION_BUSY, which is retryable, when too many wait
   */
  look(bytes: Uint8Array, asked: Asked): Promise<Sighting>
  /**
   * A photo as it is kept: JPEG, upright, at most 1280 pixels wide and high, without anything the camera wrote beside the
   * picture; and its vectors. The same photo always gives the same picture.
   * @throws AppError as {@link Vision.look}
   */
  keep(bytes: Uint8Array): Promise<KeptPicture>
  /** @throws AppError as {@link Vision.look} */
  vectorsOf(bytes: Uint8Array): Promise<PictureVectors>
  /**
   * The products of the gallery whose pictures are likest to these vectors, the likest first, each with how sure it is
   * that it and no other is meant, between 0 and 1. Pictures of the gallery with these ids do not count, so that one of
   * them can be asked what it would be taken for without itself.
   */
  nearest(
    vectors: Uint8Array,
    limit: number,
    without?: readonly number[],
  ): Promise<{ product: ProductRef; sureness: number }[]>
  /** Puts pictures into the gallery, in place of those with the same ids. */
  put(pictures: readonly GalleryPicture[]): Promise<void>
  /** Takes pictures out of the gallery. */
  drop(ids: readonly number[]): Promise<void>
}
