import type { Unit } from '../ports/store.ts'

/** Does a draft show this picture, or is a product recognised by it? Then it must not be forgotten. */
export async function isPictureUsed(
  { drafts, exemplars }: Pick<Unit, 'drafts' | 'exemplars'>,
  hash: string,
): Promise<boolean> {
  return (await drafts.isPictured(hash)) || exemplars.isUsed(hash)
}
