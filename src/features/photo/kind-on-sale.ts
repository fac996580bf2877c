import type { Index } from '../../ports/chain-index.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'

/** A category, and how many offers there are in it and under it. */
export type Kind = { id: number; count: number }

/**
 * The category to offer for one that a photo named, which may be narrower than what sellers chose: itself if anything is for
 * sale in it, else the nearest wider one in which something is. The widest of all are never offered for another: that a cup is
 * something for the house helps nobody. With nothing to offer it is itself, with none.
 */
export async function kindOnSale(
  index: Index,
  { lineOf }: Pick<Taxonomy, 'lineOf'>,
  category: number,
): Promise<Kind> {
  const [, ...wider] = lineOf(category)
  for (const id of [category, ...wider.slice(0, -1)]) {
    const { total } = await index.onSale({ category: id, offset: 0, limit: 1 })
    if (total > 0) return { id, count: total }
  }
  return { id: category, count: 0 }
}
