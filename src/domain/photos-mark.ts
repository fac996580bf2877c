import { createHash } from 'node:crypto'

/** A short mark of some photos, to be carried as a version beside the offer they belong to: whatever else is offered has another. */
export function photosMark(photos: readonly { fileId: string }[]): number {
  const ids = photos.map(({ fileId }) => fileId).join('\n')
  return createHash('sha256').update(ids).digest().readUInt32BE()
}
