import type { Raster } from './raster.ts'

/** A picture as brightness alone, one byte a pixel, row by row. */
export type Luma = { data: Uint8Array<ArrayBuffer>; width: number; height: number }

/** How bright each pixel looks (ITU-R BT.601). Many times quicker here than sharp's greyscale, which converts colours. */
export function lumaOf({ data, width, height }: Raster): Luma {
  const luma = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < luma.length; at++, from += 3) {
    const [red, green, blue] = [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0]
    luma[at] = (306 * red + 601 * green + 117 * blue + 512) >> 10
  }
  return { data: luma, width, height }
}
