import type { Account } from '../../../src/domain/ids.ts'
import type { GalleryPicture } from '../../../src/ports/vision.ts'
import { seededRandom } from '../../../src/sandbox/driver/seeded-random.ts'

/** A product has a catalogue picture and a few photos. */
const PICTURES_EACH = 5
/** Who sells all of them. */
export const SELLER = '0x0000000000000000000000000000000000000001' as Account

/** Pictures of products that look like nothing: unit vectors in every direction, always the same ones. */
export function someVectors(count: number, length: number): GalleryPicture[] {
  const random = seededRandom(count)
  return Array.from({ length: count }, (_, id) => {
    const values = Float32Array.from({ length }, () => random() - 0.5)
    const size = Math.hypot(...values)
    return {
      id,
      product: { issuer: SELLER, number: String(Math.floor(id / PICTURES_EACH)) },
      category: 1 + (id % 7),
      vectors: new Uint8Array(values.map((value) => value / size).buffer),
    }
  })
}
