import type { SpaceProduct, SpaceResale, SpaceView } from '../../cards/space-view.ts'
import type { SpaceKey } from '../../domain/button-key.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { HeldRight, Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import type { PageMark } from '../../domain/page-version.ts'
import { DAY_SECONDS } from '../../domain/terms.ts'
import type { Person, Unit } from '../../ports/store.ts'
import { hasMet } from './has-met.ts'

const A_PAGE = 6

/** A page of a space without what only the reader's language decides. */
export type SpacePage = Omit<
  SpaceView,
  'texts' | 'categories' | 'categoryName' | 'products' | 'resales'
> & {
  products: Omit<SpaceProduct, 'coin'>[]
  resales: Omit<SpaceResale, 'coin'>[]
  categories: { category: number; count: number }[]
}

/** One page of what can be bought: goods first, then rights that the account sells on. A page past the end is the last one. */
export async function readSpace(
  unit: Unit,
  { person, key, mark }: { person: Person; key: SpaceKey; mark: PageMark },
): Promise<SpacePage> {
  const { account, category } = key
  const mine = (await unit.bindings.of(person.id)).map((each) => each.account)
  const { time } = await unit.index.head()
  const filter = {
    ...(account === null ? {} : { issuer: account }),
    ...(category === null ? {} : { category }),
  }
  const { total: goods } = await unit.index.onSale({ ...filter, offset: 0, limit: 1 })
  const offers = account === null ? [] : await resalesOf(unit, { account, category, mine, time })
  const total = goods + offers.length
  const pages = Math.max(1, Math.ceil(total / A_PAGE))
  const page = Math.min(mark.page, pages - 1)
  const offset = page * A_PAGE
  const { found } = await unit.index.onSale({ ...filter, offset, limit: A_PAGE })
  const skipped = Math.max(0, offset - goods)
  const resales = offers.slice(skipped, skipped + A_PAGE - found.length)

  const products: SpacePage['products'] = []
  for (const series of found) products.push(await productOf(unit, { person, mine, series, time }))
  const categories =
    account === null || category !== null ? [] : await unit.index.categories(account)
  return {
    key,
    products,
    resales,
    total,
    page,
    pages,
    categories: categories.length > 1 ? categories : [],
    contributor: await contributorOf(unit, mark.contributor),
    isOwn: account !== null && mine.includes(account),
  }
}

async function productOf(
  unit: Unit,
  input: { person: Person; mine: readonly Account[]; series: Series; time: number },
): Promise<SpacePage['products'][number]> {
  const { person, mine, series, time } = input
  const { saleEndDay } = series.terms
  const isOver = saleEndDay !== null && time >= saleEndDay * DAY_SECONDS
  const first = await unit.index.copiedFrom(series)
  const isKnown =
    first === null || mine.includes(series.issuer) || (await hasMet(unit, person, series.issuer))
  return { series, isOver, copyOf: isKnown ? null : first }
}

/** What an account offers for resale to this reader now, of one category or of all. */
async function resalesOf(
  unit: Unit,
  input: { account: Account; category: number | null; mine: readonly Account[]; time: number },
): Promise<SpacePage['resales']> {
  const { account, category, mine, time } = input
  const found: SpacePage['resales'] = []
  for (const right of await unit.index.listedBy(account, category ?? undefined)) {
    const price = priceOf(right, mine, time)
    const series = price === null ? null : await unit.index.series(right.series)
    if (series !== null && price !== null) found.push({ right, series, price })
  }
  return found
}

function priceOf(right: HeldRight, mine: readonly Account[], time: number): bigint | null {
  const state = effectiveState(right.word, time)
  if (state?.state !== 'listed') return null
  return right.key === null || mine.includes(right.key) ? state.price : null
}

async function contributorOf(unit: Unit, number: number): Promise<SpaceView['contributor']> {
  const account = number === 0 ? null : await unit.contributors.accountOf(number)
  return account === null ? null : { account, number }
}
