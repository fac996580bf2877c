import { toAppError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import { parseCaption } from '../../domain/parse-caption.ts'
import type { SellingCoin } from '../../domain/parse-price.ts'
import type { PhotoReader } from '../../ports/photo-reader.ts'
import type { PhotoSource } from '../../ports/photo-source.ts'
import type { PictureStore } from '../../ports/pictures.ts'
import type { InboxItem, SentPhoto } from '../../ports/store.ts'

/** What looking at a photo led to. */
export type PhotoFound = Extract<InboxItem, { type: 'photo-read' }>

/**
 * Fetches a photo and looks into it. It is kept only when it can become a product's picture: there is no code in it, and
 * its caption reads as a product. May be repeated: the same photo gives the same file.
 * The returned function @throws AppError TELEGRAM_UNREACHABLE, CHAIN_UNREACHABLE: later it may succeed
 */
export function createReadPhoto(deps: {
  source: PhotoSource
  reader: PhotoReader
  pictures: PictureStore
  coins: () => SellingCoin[]
}): (person: PersonId, photo: SentPhoto) => Promise<PhotoFound> {
  const { source, reader, pictures, coins } = deps
  return async function readPhoto(person, photo) {
    try {
      // Without words a code is read even while nobody can say what coins there are.
      const isProduct = photo.caption !== '' && parseCaption(photo.caption, coins()) !== null
      const { codes, picture } = await reader.read(await source.fetch(photo.fileId))
      const hash = isProduct && codes.length === 0 ? await pictures.save(picture) : null
      return { type: 'photo-read', person, photo, codes, hash, problem: null }
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.retryable) throw error
      return photoFailed(person, photo, error)
    }
  }
}

/** What tells the person that a photo could not be looked at. */
export function photoFailed(
  person: PersonId,
  photo: SentPhoto,
  { code }: Pick<ReturnType<typeof toAppError>, 'code'>,
): PhotoFound {
  return { type: 'photo-read', person, photo, codes: [], hash: null, problem: code }
}
