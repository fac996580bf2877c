import type { GalleryPicture, Vision } from '../../ports/vision.ts'

/** The gallery that photos are compared with, of which what was deleted stays out. */
export type Gallery = {
  put(pictures: readonly GalleryPicture[]): Promise<void>
  /** For good: whoever puts one of these in later was too slow. */
  drop(ids: readonly number[]): Promise<void>
}

/**
 * Guards the gallery of `vision`: a picture is read from the store, and put in some moments later. If it was deleted in
 * between, it must not come back; ids are never given twice, so remembering them is enough.
 */
export function createGallery(vision: Pick<Vision, 'put' | 'drop'>): Gallery {
  const dropped = new Set<number>()
  return {
    async put(pictures) {
      const left = pictures.filter(({ id }) => !dropped.has(id))
      if (left.length > 0) await vision.put(left)
    },
    async drop(ids) {
      for (const id of ids) dropped.add(id)
      await vision.drop(ids)
    },
  }
}
