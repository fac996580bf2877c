import { id } from 'ethers'

/** A short mark of some photos, to be carried as a version beside the offer they belong to: whatever else is offered has another. */
export function photosMark(photos: readonly { fileId: string }[]): number {
  const hash = id(photos.map(({ fileId }) => fileId).join('\n'))
  return Number.parseInt(hash.slice(2, 10), 16)
}
