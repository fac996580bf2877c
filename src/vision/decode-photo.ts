import sharp, { type OutputInfo } from 'sharp'
import { AppError } from '../domain/errors.ts'
import { isPhoneFormat, pictureFormat } from './picture-format.ts'
import type { Raster } from './raster.ts'

/** What a bot may download; also a bound for everything that follows. */
const MOST_BYTES = 20 * 2 ** 20
/** A good phone's camera; more than that is a file and no photo. Checked before a single pixel is decoded. */
const MOST_PIXELS = 50_000_000
const MOST_SECONDS = 5
/** The longer side of what is looked at. It is what Telegram makes of photos. */
const LOOK_PX = 1280
const LARGER_PX = 2016
const CHANNELS = 3

// Photos never come twice: a cache would only hold memory.
sharp.cache(false)
sharp.concurrency(2)

/**
 * The pixels of a photo: upright, in plain red, green and blue, on white where it is transparent, at most `longestPx` wide
 * and high. Of an animation the first picture counts. It is decoded once; what the camera wrote beside the picture is
 * used for which side is up and for nothing else.
 * @throws AppError PHOTO_UNREADABLE, PHOTO_TOO_LARGE, PHOTO_HEIC
 */
export async function decodePhoto(bytes: Uint8Array, longestPx = LOOK_PX): Promise<Raster> {
  if (bytes.length > MOST_BYTES) throw new AppError('PHOTO_TOO_LARGE')
  if (isPhoneFormat(bytes)) throw new AppError('PHOTO_HEIC')
  if (pictureFormat(bytes) === null) throw new AppError('PHOTO_UNREADABLE')
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) throw new AppError('PHOTO_TOO_LARGE')
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: MOST_SECONDS })
      .autoOrient()
      .resize({ width: longestPx, height: longestPx, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return toRaster(data, info)
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('PHOTO_UNREADABLE', { cause: thrown })
  }
}

/**
 * The same photo with more of its pixels, for small codes in large files; about 100 ms more for those.
 * @throws AppError as {@link decodePhoto}
 */
export async function decodeLarger(bytes: Uint8Array): Promise<Raster> {
  return decodePhoto(bytes, LARGER_PX)
}

/** What follows reads pixels by counting bytes: a channel more or less would show it noise instead of a picture. */
function toRaster(data: Buffer, { width, height, channels }: OutputInfo): Raster {
  if (channels !== CHANNELS || data.length !== width * height * CHANNELS) {
    throw new Error(`${data.length} bytes for ${width} by ${height} pixels of ${channels} channels`)
  }
  return {
    data: new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.length),
    width,
    height,
  }
}
