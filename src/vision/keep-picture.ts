import sharp from 'sharp'
import type { Raster } from './raster.ts'

const QUALITY = 84

/** A picture as the JPEG that is kept of it. The same pixels always give the same file. */
export async function keepPicture({ data, width, height }: Raster): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: QUALITY })
    .toBuffer()
}
