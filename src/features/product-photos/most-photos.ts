import type { Series } from '../../domain/facts.ts'
import { productOf } from '../../domain/product-of.ts'
import type { Unit } from '../../ports/store.ts'

/** Photos by which one product is recognised: more make nothing surer, and would crowd out those of others. */
export const MOST_PHOTOS = 12

/** How many more photos fit a series' product. */
export async function roomFor(unit: Unit, series: Series): Promise<number> {
  const all = await unit.exemplars.of(productOf(series))
  return Math.max(0, MOST_PHOTOS - all.filter(({ kind }) => kind === 'photo').length)
}
