import { modelInput } from './model-input.ts'
import type { Raster } from './raster.ts'
import { roughVector } from './rough-vector.ts'
import type { SightThread } from './sight-thread.ts'

/** A picture as a vector of length 1 to compare, and how probable each class of things is; null when nothing knows classes. */
export type Described = { vector: Float32Array; classes: Float32Array | null }

/** What turns pictures into vectors. Vectors of two different ones cannot be compared. */
export type DescribePicture = (raster: Raster) => Promise<Described>

/** By the model. @throws Error when its thread could not answer */
export function byModel(thread: SightThread): DescribePicture {
  return async (raster) => thread.ask('see', await modelInput(raster))
}

/** By colours and outlines: for when there is no model. */
export const byOutlines: DescribePicture = async (raster) => ({
  vector: roughVector(await modelInput(raster)),
  classes: null,
})
