import type { ProductRef, Sighting } from '../../src/domain/sighting.ts'
import type { Asked, GalleryPicture, Vision } from '../../src/ports/vision.ts'

/** A photo that shows nothing. */
export const nothingSeen: Sighting = {
  codes: [],
  numbers: [],
  probableNumbers: [],
  match: { verdict: 'none', products: [], soldOut: null, category: null, isRough: false },
}

/** A {@link Vision} that sees what it is told to. */
export type ScriptedVision = Vision & {
  /** What it was asked last. */
  asked: Asked | null
  /** Photos that it made pictures to keep of. */
  kept: Uint8Array[]
  gallery: Map<number, GalleryPicture>
  /** What photos show from now on; an error is thrown instead. */
  shows(sighting: Partial<Sighting> | Error): void
}

/**
 * Something that sees what it is told to. The vectors of a picture are its bytes, and pictures are the liker the more of their
 * first bytes are equal: what is likest is as sure as that share.
 */
export function createScriptedVision(model = 'm1'): ScriptedVision {
  let next: Partial<Sighting> | Error = {}
  const vision: ScriptedVision = {
    model,
    isRough: false,
    asked: null,
    kept: [],
    gallery: new Map(),
    shows(sighting) {
      next = sighting
    },
    async look(_bytes, asked) {
      vision.asked = asked
      if (next instanceof Error) throw next
      return { ...nothingSeen, ...next }
    },
    async keep(bytes) {
      const vectors = await vision.vectorsOf(bytes)
      vision.kept.push(bytes)
      return { ...vectors, picture: bytes }
    },
    async vectorsOf(bytes) {
      if (next instanceof Error) throw next
      return { model: vision.model, vectors: Uint8Array.from(bytes) }
    },
    async nearest(vectors, limit, without = []) {
      const best = new Map<string, { product: ProductRef; sureness: number }>()
      for (const { id, product, vectors: other } of vision.gallery.values()) {
        if (without.includes(id)) continue
        const key = `${product.issuer} ${product.number}`
        const sureness = likeness(vectors, other)
        if (sureness > (best.get(key)?.sureness ?? -1)) best.set(key, { product, sureness })
      }
      return [...best.values()].toSorted((a, b) => b.sureness - a.sureness).slice(0, limit)
    },
    async put(pictures) {
      for (const each of pictures) vision.gallery.set(each.id, each)
    },
    async drop(ids) {
      for (const id of ids) vision.gallery.delete(id)
    },
  }
  return vision
}

function likeness(one: Uint8Array, other: Uint8Array): number {
  const first = one.findIndex((byte, at) => byte !== other[at])
  return (first === -1 ? one.length : first) / Math.max(1, one.length)
}
