import { toAppError } from '../../domain/errors.ts'
import { holdsOurLink } from '../../domain/find-links.ts'
import type { Account, ChatId, PersonId } from '../../domain/ids.ts'
import { parseCaption } from '../../domain/parse-caption.ts'
import type { SellingCoin } from '../../domain/parse-price.ts'
import type { PhotoSource } from '../../ports/photo-source.ts'
import type { PictureStore } from '../../ports/pictures.ts'
import type { InboxItem, SentPhoto } from '../../ports/store.ts'
import type { Vision } from '../../ports/vision.ts'

/** What looking at a photo led to. */
export type PhotoFound = Extract<InboxItem, { type: 'photo-read' }>

/**
 * Fetches a photo and looks into it. It is kept only when it can become a product's picture: there is no code of ours in it,
 * and its caption reads as a product. May be repeated: the same photo gives the same file.
 * The returned function @throws AppError TELEGRAM_UNREACHABLE, CHAIN_UNREACHABLE, VISION_BUSY: later it may succeed
 */
export function createReadPhoto(deps: {
  source: PhotoSource
  vision: Vision
  pictures: PictureStore
  coins: () => SellingCoin[]
  /** The space that a chat is in. */
  spaceOf: (chat: ChatId) => Promise<Account | null>
  botName: string
  site: string
}): (person: PersonId, photo: SentPhoto) => Promise<PhotoFound> {
  const { source, vision, pictures, coins } = deps
  const isOurs = (code: string) => holdsOurLink(code, deps)
  return async function readPhoto(person, photo) {
    try {
      // Without words a photo is looked at even while nobody can say what coins there are.
      const isProduct = photo.caption !== '' && parseCaption(photo.caption, coins()) !== null
      const space = await deps.spaceOf(photo.chat)
      const bytes = await source.fetch(photo.fileId)
      const sighting = await vision.look(bytes, { space, isOurs })
      const isKept = isProduct && !sighting.codes.some(isOurs)
      const hash = isKept ? await pictures.save((await vision.keep(bytes)).picture) : null
      return { type: 'photo-read', person, photo, sighting, hash, problem: null }
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
  return { type: 'photo-read', person, photo, sighting: null, hash: null, problem: code }
}
