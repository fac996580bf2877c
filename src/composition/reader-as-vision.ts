import type { PhotoReader } from '../ports/photo-reader.ts'
import type { Vision } from '../ports/vision.ts'

/** What reads codes alone, as something that sees: it recognises nothing. Goes once there is something that does. */
export function readerAsVision(reader: PhotoReader): Vision {
  return {
    model: 'none',
    isRough: false,
    async look(bytes, { isOurs }) {
      const { codes } = await reader.read(bytes)
      const nothing = {
        verdict: 'none',
        products: [],
        soldOut: null,
        category: null,
        isRough: false,
      } as const
      const match = codes.some(isOurs) ? null : { ...nothing, products: [] }
      return { codes, numbers: [], probableNumbers: [], match }
    },
    async keep(bytes) {
      const { picture } = await reader.read(bytes)
      return { picture, model: 'none', vectors: new Uint8Array() }
    },
    vectorsOf: async () => ({ model: 'none', vectors: new Uint8Array() }),
    nearest: async () => [],
    put: async () => {},
    drop: async () => {},
  }
}
