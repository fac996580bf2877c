import { type EffectiveState, effectiveState } from '../../domain/effective-state.ts'
import type { HeldRight, Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import type { Link } from '../../domain/links.ts'
import { type SaleState, saleState } from '../../domain/sale-state.ts'
import type { Index } from '../../ports/store.ts'

/** How many goods a list shows; the rest is in the chat. */
const MOST_LISTED = 20

/** A series on a page. */
export type SeriesView = { series: Series; sale: SaleState }

/** A right on a page, with its state at the newest block. */
export type RightView = { right: HeldRight; series: Series; state: EffectiveState }

/** What a link turned out to name. */
export type Named =
  | ({ type: 'series'; contributor: Account | null } & SeriesView)
  | ({ type: 'right' } & RightView)
  | {
      type: 'list'
      /** Whose space, unless it is a category across spaces; and which category, unless it is a whole space. */
      account: Account | null
      category: number | null
      /** Who brought the reader here; goes on with every link of the list. */
      contributor: Account | null
      goods: SeriesView[]
      resales: RightView[]
      more: number
    }
  /** Holds a secret or is somebody's own affair: nothing is looked up. */
  | { type: 'private'; about: 'send' | 'handover' | 'staff' | 'purchase' }
  | { type: 'unknown' }

/** A link that holds a secret, or is one person's affair. */
type PrivateLink = Extract<Link, { type: 'send' | 'handover' | 'staff' | 'purchase' }>

/** Is this a link that nothing is looked up for? */
export function isPrivate(link: Link): link is PrivateLink {
  return ['send', 'handover', 'staff', 'purchase'].includes(link.type)
}

/** Looks up what a link names, in the index as it is now. Changes nothing. */
export async function lookUpLink(index: Index, link: Exclude<Link, PrivateLink>): Promise<Named> {
  switch (link.type) {
    case 'series':
      return toSeries(index, await index.series(link.series), link.contributor)
    case 'series-short':
      return toSeries(index, await index.seriesByPrefix(link.prefix), null)
    case 'right':
      return (await toRight(index, await index.right(link.right))) ?? { type: 'unknown' }
    case 'space':
      return toList(index, { ...link, category: null })
    case 'space-category':
      return toList(index, link)
    case 'category':
      return toList(index, { ...link, account: null, contributor: null })
  }
}

async function toSeries(
  index: Index,
  series: Series | null,
  contributor: Account | null,
): Promise<Named> {
  if (series === null) return { type: 'unknown' }
  const { time } = await index.head()
  return { type: 'series', contributor, series, sale: saleState(series, time) }
}

async function toRight(
  index: Index,
  right: HeldRight | null,
): Promise<({ type: 'right' } & RightView) | null> {
  const series = right === null ? null : await index.series(right.series)
  if (right === null || series === null) return null
  const state = effectiveState(right.word, (await index.head()).time)
  return state === null ? null : { type: 'right', right, series, state }
}

async function toList(
  index: Index,
  of: { account: Account | null; category: number | null; contributor: Account | null },
): Promise<Named> {
  const { account, category, contributor } = of
  const { found, total } = await index.onSale({
    ...(account === null ? {} : { issuer: account }),
    ...(category === null ? {} : { category }),
    offset: 0,
    limit: MOST_LISTED,
  })
  const { time } = await index.head()
  const views = found.map((series) => ({ series, sale: saleState(series, time) }))
  const goods = views.filter(({ sale }) => sale === 'open')
  const resales = account === null ? [] : await resalesOf(index, account, category)
  const isEmpty = goods.length + resales.length === 0
  if (account !== null && isEmpty && !(await isKnown(index, account))) return { type: 'unknown' }
  return {
    type: 'list',
    account,
    category,
    contributor,
    goods,
    resales,
    more: total - found.length,
  }
}

/** Did the account ever publish or hold anything? */
async function isKnown(index: Index, account: Account): Promise<boolean> {
  if ((await index.seriesOf(account, 1)).length > 0) return true
  return (await index.rightsOf([account], 0, 1)).total > 0
}

async function resalesOf(
  index: Index,
  account: Account,
  category: number | null,
): Promise<RightView[]> {
  const views: RightView[] = []
  const listed = await index.listedBy(account, category ?? undefined)
  for (const right of listed.slice(0, MOST_LISTED)) {
    const view = await toRight(index, right)
    if (view?.state.state === 'listed') views.push(view)
  }
  return views
}
