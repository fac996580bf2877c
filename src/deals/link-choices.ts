import { encodePayload, type Link } from '../domain/links.ts'
import { unpackRightId } from '../domain/right-id.ts'
import { shortAccount } from '../domain/short-account.ts'
import type { Index } from '../ports/chain-index.ts'
import type { Taxonomy } from '../ports/taxonomy.ts'

/** Links to choose from, each with what it leads to where that can be said. */
export async function linkChoices(
  parts: {
    index: Index
    taxonomy: Pick<Taxonomy, 'nameOf'>
    botLink: (payload: string) => string
    locale: string
  },
  links: readonly Link[],
): Promise<{ url: string; name: string | null }[]> {
  const choices: { url: string; name: string | null }[] = []
  for (const link of links) {
    const name = await nameOfLink(parts, link)
    choices.push({ url: parts.botLink(encodePayload(link)), name })
  }
  return choices
}

/**
 * What a link leads to, in as many words as a button has: the goods, the space, the kind. Null for what is not there, and for
 * what is for its holder alone.
 */
async function nameOfLink(
  { index, taxonomy, locale }: { index: Index; taxonomy: Pick<Taxonomy, 'nameOf'>; locale: string },
  link: Link,
): Promise<string | null> {
  switch (link.type) {
    case 'series':
      return (await index.series(link.series))?.goods.name ?? null
    case 'series-short':
      return (await index.seriesByPrefix(link.prefix))?.goods.name ?? null
    case 'right':
      return (await index.series(unpackRightId(link.right).series))?.goods.name ?? null
    case 'space':
      return shortAccount(link.account)
    case 'space-category': {
      const name = taxonomy.nameOf(link.category, locale)
      return [shortAccount(link.account), ...(name === null ? [] : [name])].join(' · ')
    }
    case 'category':
      return taxonomy.nameOf(link.category, locale)
    default:
      return null
  }
}
