import type { Account } from '../domain/ids.ts'
import { productKey } from '../domain/product-of.ts'
import type { ProductRef } from '../domain/sighting.ts'
import type { GalleryPicture } from '../ports/vision.ts'

/** How much a product looks like a photo: `score` is a cosine, softly the greatest over its pictures. */
export type Ranked = { product: ProductRef; category: number; score: number; pictures: number }

/** What is compared with what. */
export type RankAsked = {
  vector: Float32Array
  limit: number
  /** Only products of this issuer; null for all. */
  issuer: Account | null
  /** Ids of pictures that do not count. */
  without: readonly number[]
}

/** All pictures that products are recognised by, compared exactly. */
export type Gallery = {
  put(pictures: readonly GalleryPicture[]): void
  drop(ids: readonly number[]): void
  rank(asked: RankAsked): Ranked[]
  /** The greatest cosine between pictures of two products; −1 when one has none. */
  likeness(one: ProductRef, other: ProductRef): number
}

type Row = { id: number; vector: Float32Array }
type Product = { ref: ProductRef; category: number; rows: Map<number, Row> }

/**
 * How softly the greatest is taken: the logarithm of the mean of exponentials, at this scale. One bad picture of many costs
 * little, and many pictures are no advantage by themselves. Chosen on the developer set, see models/README.md.
 */
const SHARPNESS = 40
/** Pictures of a product that are compared with those of another one: each with each. */
const MOST_COMPARED = 64

/** An empty gallery. All vectors have the same length, which is 1 each as a vector too. */
export function createGallery(): Gallery {
  const products = new Map<string, Product>()
  const owners = new Map<number, Product>()

  const drop = (id: number) => {
    const owner = owners.get(id)
    owners.delete(id)
    owner?.rows.delete(id)
    if (owner?.rows.size === 0) products.delete(productKey(owner.ref))
  }

  const someOf = (ref: ProductRef): Row[] =>
    [...(products.get(productKey(ref))?.rows.values() ?? [])].slice(0, MOST_COMPARED)

  return {
    put(pictures) {
      for (const { id, product: ref, category, vectors } of pictures) {
        drop(id)
        const key = productKey(ref)
        const owner = products.get(key) ?? { ref, category, rows: new Map() }
        // What was put in last is how its seller files it now.
        owner.category = category
        owner.rows.set(id, { id, vector: toFloats(vectors) })
        products.set(key, owner)
        owners.set(id, owner)
      }
    },
    drop: (ids) => ids.forEach(drop),
    rank({ vector, limit, issuer, without }) {
      const left = new Set(without)
      const ranked: Ranked[] = []
      for (const { ref, category, rows } of products.values()) {
        if (issuer !== null && ref.issuer !== issuer) continue
        const cosines: number[] = []
        for (const row of rows.values())
          if (!left.has(row.id)) cosines.push(dot(row.vector, vector))
        if (cosines.length === 0) continue
        ranked.push({ product: ref, category, score: softMax(cosines), pictures: cosines.length })
      }
      return ranked.sort((one, other) => other.score - one.score).slice(0, limit)
    },
    likeness(one, other) {
      const theirs = someOf(other)
      return someOf(one)
        .flatMap((a) => theirs.map((b) => dot(a.vector, b.vector)))
        .reduce((most, cosine) => Math.max(most, cosine), -1)
    },
  }
}

/** Bytes as they are stored: 32-bit floats. */
function toFloats(bytes: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer)
}

function dot(one: Float32Array, other: Float32Array): number {
  // Two sums at once: half the time, and this is what a scan of tens of thousands is made of.
  let [even, odd] = [0, 0]
  for (let at = 0; at < one.length; at += 2) {
    even += (one[at] ?? 0) * (other[at] ?? 0)
    odd += (one[at + 1] ?? 0) * (other[at + 1] ?? 0)
  }
  return even + odd
}

function softMax(cosines: readonly number[]): number {
  const total = cosines.reduce((sum, cosine) => sum + Math.exp(SHARPNESS * cosine), 0)
  return Math.log(total / cosines.length) / SHARPNESS
}
