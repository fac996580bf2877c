import type { Taxonomy } from '../ports/taxonomy.ts'

/** Leads from a category up the tree. */
export type LineOf = Taxonomy['lineOf']

/**
 * A category as a text, the widest first, each with an end of its own: `412/413/2073/`. The paths of all that stands under a
 * category begin with its own, so they lie side by side in an index, however many there are.
 */
export function categoryPath(lineOf: LineOf, category: number): string {
  return lineOf(category)
    .toReversed()
    .map((id) => `${id}/`)
    .join('')
}
