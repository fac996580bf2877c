import type { PhotoReader, ReadPhoto } from '../ports/photo-reader.ts'
import { createCodeReader } from './code-reader.ts'
import { decodePhoto } from './decode-photo.ts'
import { keepPicture } from './keep-picture.ts'

/** Looks into photos, one at a time whoever sends them, so that memory stays flat. */
export function createPhotoReader(): PhotoReader {
  const reader = createCodeReader()
  let last: Promise<unknown> = Promise.resolve()

  const readNow = async (bytes: Uint8Array): Promise<ReadPhoto> => {
    const raster = await decodePhoto(bytes)
    const [codes, picture] = await Promise.all([reader.codes(raster), keepPicture(raster)])
    return { codes, picture }
  }

  return {
    read(bytes) {
      const turn = last.then(() => readNow(bytes))
      last = turn.catch(() => {})
      return turn
    },
  }
}
