import { join } from 'node:path'
import { createVision, type VisionParts } from '../../src/vision/create-vision.ts'

/** The folder of the shipped model. */
export const MODELS = join(import.meta.dirname, '..', '..', 'models')

/** A photo terminal with the shipped model, in a shop that has everything for sale; `parts` may say otherwise. */
export function someVision(parts: Partial<VisionParts> = {}): ReturnType<typeof createVision> {
  return createVision({
    models: MODELS,
    lineOf: (category) => [category],
    sellable: async (products) => [...products],
    hasNumber: async () => false,
    onNoModel: (reason) => {
      throw new Error(reason)
    },
    ...parts,
  })
}
