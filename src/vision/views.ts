import type { Raster } from './raster.ts'

/** Longer than this, a picture pressed into a square shows nothing as it is: screenshots of phones, panoramas, receipts. */
const LONG = 1.9
const MOST_SQUARES = 6

/** A part of a picture, in its pixels. */
export type View = { left: number; top: number; width: number; height: number }

/**
 * What is looked at of a picture: all of it; and of a long one squares along it as well, each half over the one before, so
 * that whatever is half as wide as the picture is whole in one of them.
 */
export function viewsOf({ width, height }: Pick<Raster, 'width' | 'height'>): View[] {
  const side = Math.min(width, height)
  const length = Math.max(width, height)
  const whole = wholeOf({ width, height })
  if (length < LONG * side) return [whole]
  const count = Math.min(MOST_SQUARES, Math.ceil((length - side) / (side / 2)) + 1)
  const squares = Array.from({ length: count }, (_, place) => {
    const from = Math.round(((length - side) * place) / (count - 1))
    return width < height
      ? { left: 0, top: from, width: side, height: side }
      : { left: from, top: 0, width: side, height: side }
  })
  return [whole, ...squares]
}

/** All of a picture as a view. */
export function wholeOf({ width, height }: Pick<Raster, 'width' | 'height'>): View {
  return { left: 0, top: 0, width, height }
}

/** A part of a picture by itself; the picture, when it is all of it. */
export function cut(raster: Raster, { left, top, width, height }: View): Raster {
  if (width === raster.width && height === raster.height) return raster
  const data = new Uint8Array(3 * width * height)
  for (let row = 0; row < height; row++) {
    const from = 3 * ((top + row) * raster.width + left)
    data.set(raster.data.subarray(from, from + 3 * width), 3 * row * width)
  }
  return { data, width, height }
}
