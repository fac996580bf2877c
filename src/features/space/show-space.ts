import type { SpaceView } from '../../cards/space-view.ts'
import { coinsOf } from '../../deals/coins-of.ts'
import type { SpaceKey } from '../../domain/button-key.ts'
import type { Account } from '../../domain/ids.ts'
import type { Coin } from '../../domain/money.ts'
import type { PageMark } from '../../domain/page-version.ts'
import type { Person, Unit } from '../../ports/store.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import type { Texts } from '../../ports/texts.ts'
import { readSpace } from './read-space.ts'

/** A page of a space in the reader's words. @throws AppError CHAIN_UNREACHABLE while a coin's name is being read */
export async function spaceView(
  deps: { taxonomy: Taxonomy; texts: Texts; coinOf: (currency: Account | null) => Coin },
  unit: Unit,
  input: { person: Person; key: SpaceKey; mark: PageMark },
): Promise<SpaceView> {
  const { taxonomy, texts } = deps
  const page = await readSpace(unit, input)
  const nameOf = (category: number) =>
    taxonomy.nameOf(category, texts.locale) ??
    texts.plain('category-unknown', { category: String(category) })
  const all = [...page.products, ...page.resales]
  const coin = coinsOf(
    deps.coinOf,
    all.map(({ series }) => series.terms.currency),
  )
  return {
    ...page,
    texts,
    products: page.products.map((each) => ({ ...each, coin: coin(each.series.terms.currency) })),
    resales: page.resales.map((each) => ({ ...each, coin: coin(each.series.terms.currency) })),
    categories: page.categories.map((each) => ({ ...each, name: nameOf(each.category) })),
    categoryName: input.key.category === null ? null : nameOf(input.key.category),
  }
}
