import { categoryPostCard, postCard } from '../../cards/post-card.ts'
import type { Card } from '../../domain/card.ts'
import type { Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import type { Link } from '../../domain/links.ts'
import type { Unit } from '../../ports/store.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import { offerPosting, type PostParts, spacePosting } from './find-posts.ts'

const NAMES = 5

/**
 * What a trade link names as a post for everybody in a chat, with the contributor that the link has. Null for what is
 * private (sends, hand-overs, payments, staff), and for what is not there.
 */
export async function linkCard(
  unit: Unit,
  parts: PostParts & { taxonomy: Taxonomy },
  link: Link,
): Promise<Card | null> {
  switch (link.type) {
    case 'series':
      return seriesCard(parts, await unit.index.series(link.series), link.contributor)
    case 'series-short':
      return seriesCard(parts, await unit.index.seriesByPrefix(link.prefix), null)
    case 'right':
      return (await offerPosting(unit, parts, link.right))?.card ?? null
    case 'space':
      return (await spacePosting(unit, parts, { ...link, category: null })).card
    case 'space-category':
      return (await spacePosting(unit, parts, link)).card
    case 'category':
      return categoryCard(unit, parts, link.category)
    default:
      return null
  }
}

function seriesCard(parts: PostParts, series: Series | null, contributor: Account | null) {
  if (series === null) return null
  const { texts, botLink, coinOf } = parts
  return postCard({ series, contributor, texts, botLink, coin: coinOf(series.terms.currency) })
}

async function categoryCard(
  unit: Unit,
  { texts, botLink, taxonomy }: PostParts & { taxonomy: Taxonomy },
  category: number,
): Promise<Card | null> {
  const name = taxonomy.nameOf(category, texts.locale)
  if (name === null) return null
  const { found, total } = await unit.index.onSale({ category, offset: 0, limit: NAMES })
  const names = found.map(({ goods }) => goods.name)
  return categoryPostCard({ texts, botLink, category, name, names, count: total })
}
