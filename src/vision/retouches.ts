import sharp, { type Sharp } from 'sharp'
import type { ReaderOptions } from 'zxing-wasm/reader'
import type { Luma } from './luma.ts'

/** How a picture is retouched before codes are looked for in it; `plain` is the untouched picture. */
export type Retouch =
  | 'plain'
  | 'global'
  | 'denoised'
  | 'soft'
  | 'double'
  | 'sharp'
  | 'half-sharp'
  | 'double-sharp'

/** What is done to the picture, if anything, and what the reader is told. */
type Preparation = { picture?: (luma: Luma) => Promise<Luma>; options?: ReaderOptions }

/** Pixels around one that say what lies blurred under it, and how much of the difference is added. */
const UNSHARP = { sigma: 2, amount: 2 }

/** Every way to retouch a picture. */
export const retouches: Readonly<Record<Retouch, Preparation>> = {
  plain: {},
  global: { options: { binarizer: 'GlobalHistogram' } },
  denoised: { options: { tryDenoise: true } },
  soft: { picture: (luma) => redrawn(luma, (image) => image.blur(1)) },
  double: { picture: (luma) => scaled(luma, 2) },
  sharp: { picture: (luma) => sharpened(luma, UNSHARP.sigma) },
  'half-sharp': { picture: async (luma) => sharpened(await scaled(luma, 0.5), UNSHARP.sigma) },
  'double-sharp': {
    picture: async (luma) => sharpened(await scaled(luma, 2), 2 * UNSHARP.sigma),
  },
}

function scaled(luma: Luma, times: number): Promise<Luma> {
  const width = Math.max(1, Math.round(luma.width * times))
  return redrawn(luma, (image) => image.resize({ width, kernel: 'cubic' }))
}

/** Sharper by what a blurred copy lacks. Sharp's own way converts to other colours first and takes five times as long. */
async function sharpened(luma: Luma, sigma: number): Promise<Luma> {
  const blurred = await redrawn(luma, (image) => image.blur(sigma))
  const data = new Uint8ClampedArray(luma.data.length)
  for (let at = 0; at < data.length; at++) {
    const value = luma.data[at] ?? 0
    data[at] = value + UNSHARP.amount * (value - (blurred.data[at] ?? 0))
  }
  return { ...luma, data: new Uint8Array(data.buffer) }
}

async function redrawn(luma: Luma, draw: (image: Sharp) => Sharp): Promise<Luma> {
  const { width, height } = luma
  const image = sharp(luma.data, { raw: { width, height, channels: 1 } })
  const { data, info } = await draw(image)
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 1) throw new Error(`${info.channels} channels of brightness`)
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}
