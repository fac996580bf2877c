import sharp from 'sharp'
import { colourHistogram } from './colour-histogram.ts'
import { INPUT_SIDE } from './input-side.ts'
import type { Raster } from './raster.ts'

/** What the model is given of a picture: {@link INPUT_SIDE} squared RGB pixels, and how its colours are spread. */
export type ModelInput = { pixels: Uint8Array; colours: Float32Array }

/** A picture as the model sees it: pressed into a square, so that nothing of it is cut away. */
export async function modelInput({ data, width, height }: Raster): Promise<ModelInput> {
  const { data: square, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: INPUT_SIDE, height: INPUT_SIDE, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`${info.channels} channels instead of 3`)
  const pixels = new Uint8Array(square)
  return { pixels, colours: colourHistogram(pixels, INPUT_SIDE) }
}
