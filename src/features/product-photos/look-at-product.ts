import { type AppError, toAppError } from '../../domain/errors.ts'
import { holdsOurLink } from '../../domain/find-links.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { PhotoSource } from '../../ports/photo-source.ts'
import type { InboxItem, OfferedPhoto } from '../../ports/store.ts'
import type { Vision } from '../../ports/vision.ts'

/** What looking at a photo of a product led to. */
export type ProductLooked = Extract<InboxItem, { type: 'product-looked' }>

/** Surer than not: below this a photo is like nothing in particular. */
const LIKE = 0.5

/**
 * Fetches a photo that was sent for a product and says what it would be taken for now. Nothing of it is kept. With a code of
 * ours on it it is no photo of the product: buyers who send one have the code opened, and so has its seller.
 * The returned function @throws AppError TELEGRAM_UNREACHABLE, VISION_BUSY: later it may succeed
 */
export function createLookAtProduct(deps: {
  source: PhotoSource
  vision: Vision
  botName: string
  site: string
}): (person: PersonId, photo: OfferedPhoto) => Promise<ProductLooked> {
  const { source, vision } = deps
  return async function lookAtProduct(person, photo) {
    try {
      const bytes = await source.fetch(photo.fileId)
      const isOurs = (code: string) => holdsOurLink(code, deps)
      const { codes } = await vision.look(bytes, { space: null, isOurs })
      const found = { type: 'product-looked', person, photo, problem: null } as const
      if (codes.some(isOurs)) return { ...found, likest: null, codes }
      const { vectors } = await vision.vectorsOf(bytes)
      const [first] = await vision.nearest(vectors, 1)
      const likest = first !== undefined && first.sureness >= LIKE ? first.product : null
      return { ...found, likest, codes: [] }
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.retryable) throw error
      return productFailed(person, photo, error)
    }
  }
}

/** What tells the seller that a photo cannot be offered. */
export function productFailed(
  person: PersonId,
  photo: OfferedPhoto,
  { code }: Pick<AppError, 'code'>,
): ProductLooked {
  return { type: 'product-looked', person, photo, likest: null, codes: [], problem: code }
}
