import sharp, { type Sharp } from 'sharp'
import type { ReaderOptions } from 'zxing-wasm/reader'
import type { Luma } from './luma.ts'

/** How a picture is prepared before codes are looked for in it. `plain` is the untouched picture. */
export type Way = 'plain' | 'global' | 'denoised' | 'soft' | 'sharp' | 'double' | 'double-sharp'

/** What a way does to the picture, if anything, and what it tells the reader. */
export type Preparation = { picture?: (luma: Luma) => Promise<Luma>; options?: ReaderOptions }

/** Every way. What each rescued, and what it costs, is in docs/performance.md. */
export const ways: Readonly<Record<Way, Preparation>> = {
  plain: {},
  global: { options: { binarizer: 'GlobalHistogram' } },
  denoised: { options: { tryDenoise: true } },
  soft: { picture: (luma) => redrawn(luma, (image) => image.blur(1)) },
  sharp: { picture: (luma) => redrawn(luma, (image) => image.sharpen({ sigma: 1.5 })) },
  double: { picture: doubled },
  'double-sharp': {
    picture: async (luma) =>
      redrawn(await doubled(luma), (image) => image.sharpen({ sigma: 3, m1: 2, m2: 10 })),
  },
}

function doubled(luma: Luma): Promise<Luma> {
  const size = { width: 2 * luma.width, height: 2 * luma.height }
  return redrawn(luma, (image) => image.resize({ ...size, kernel: 'cubic' }))
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
