import sharp, { type OutputInfo } from 'sharp'
import { AppError } from '../domain/errors.ts'
import type { PhotoReader, ReadPhoto } from '../ports/photo-reader.ts'
import { createFindCodes } from './find-codes.ts'
import { pictureFormat } from './picture-format.ts'

/** A good phone's camera; more than that is a file and no photo. Checked before a single pixel is decoded. */
const MOST_PIXELS = 64_000_000
const MOST_SECONDS = 15
/** Codes are looked for in more pixels than are kept: a printed one may be small. */
const LOOK_PX = 2048
const KEEP_PX = 1280
const QUALITY = 84

/**
 * Looks into photos, one at a time whoever sends them, so that memory stays flat. A photo is decoded once; of an animation
 * the first picture counts.
 */
export function createPhotoReader(): PhotoReader {
  const findCodes = createFindCodes()
  let last: Promise<unknown> = Promise.resolve()

  const readNow = async (bytes: Uint8Array): Promise<ReadPhoto> => {
    const { data, info } = await decode(bytes)
    const raw = { width: info.width, height: info.height, channels: 3 } as const
    const pixels = await sharp(data, { raw }).ensureAlpha().raw().toBuffer()
    const codes = await findCodes({
      data: new Uint8ClampedArray(pixels),
      width: info.width,
      height: info.height,
    })
    const picture = await sharp(data, { raw })
      .resize({ width: KEEP_PX, height: KEEP_PX, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: QUALITY })
      .toBuffer()
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

/** Upright pixels in plain red, green and blue. @throws AppError PHOTO_UNREADABLE, PHOTO_TOO_LARGE */
async function decode(bytes: Uint8Array): Promise<{ data: Buffer; info: OutputInfo }> {
  if (pictureFormat(bytes) === null) throw new AppError('PHOTO_UNREADABLE')
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) throw new AppError('PHOTO_TOO_LARGE')
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: MOST_SECONDS })
      .autoOrient()
      .resize({ width: LOOK_PX, height: LOOK_PX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('PHOTO_UNREADABLE', { cause: thrown })
  }
}
