import type { Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import type { PhotoAnswer, PhotoOutcome, ToldBy } from '../../domain/photo-answer.ts'
import { productNumberForms } from '../../domain/product-number-forms.ts'
import { isOnSale } from '../../domain/sale-state.ts'
import type { Match, ProductRef, Sighting } from '../../domain/sighting.ts'
import type { Index } from '../../ports/chain-index.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import { kindOnSale } from './kind-on-sale.ts'

const MOST_CHOICES = 3

/**
 * What a photo without a code of ours leads to, by what can be bought at this moment: a number on it counts before its looks,
 * and one that was read well before one that was not. In a space's chat what that space sells under a number is all there is;
 * elsewhere those who published under it first come first. The category is one to be opened.
 */
export async function weighSighting(
  { index, taxonomy }: { index: Index; taxonomy: Pick<Taxonomy, 'lineOf'> },
  sighting: Sighting,
  space: Account | null,
): Promise<PhotoAnswer> {
  const { match, codes } = sighting
  const { time } = await index.head()
  const read = await byNumber(index, sighting.numbers, space)
  const guessed = await byNumber(index, sighting.probableNumbers, space)
  const seen = await byLooks(index, match, time)
  const numbered = choose('number', read.open) ?? choose('probable-number', guessed.open)
  const outcome: PhotoOutcome = numbered ?? seen.outcome
  const soldOut = numbered === null ? (read.closed ?? guessed.closed ?? seen.closed) : null
  const category = categoryOf(outcome, soldOut) ?? match?.category ?? null
  return {
    foreign: codes,
    unsold: read.unsold,
    soldOut,
    outcome: outcome.type === 'unknown' && category !== null ? { type: 'category' } : outcome,
    category: category === null ? null : await kindOnSale(index, taxonomy, category),
    isRough: match?.isRough === true && numbered === null && outcome.type !== 'unknown',
  }
}

type Numbered = { open: Series[]; closed: Series | null; unsold: string[] }

/**
 * For each product with one of these numbers the series that would be bought; the rest of what is said of them. A number is
 * anybody's to publish under: in the chat of a space that has it nobody else is named, and otherwise it is not the cheapest
 * who comes first, which costs nothing, but who was there first.
 */
async function byNumber(
  index: Index,
  numbers: readonly string[],
  space: Account | null,
): Promise<Numbered> {
  const { time } = await index.head()
  const found: Numbered = { open: [], closed: null, unsold: [] }
  for (const number of new Set(numbers)) {
    const forms = productNumberForms(number)
    const own = space === null ? [] : await newestNumbered(index, forms, space)
    const isOurs = own.some((each) => isOnSale(each, time))
    const all = isOurs ? own : [...own, ...(await newestNumbered(index, forms, null))]
    found.open.push(...all.filter((each) => isOnSale(each, time)))
    found.closed ??= all.find((each) => !isOnSale(each, time)) ?? null
    if (all.length === 0) found.unsold.push(number)
  }
  return found
}

async function newestNumbered(
  index: Index,
  forms: readonly string[],
  issuer: Account | null,
): Promise<Series[]> {
  const products = await index.productsNumbered(forms, issuer)
  return products.flatMap(({ series }) => series.slice(0, 1))
}

async function byLooks(
  index: Index,
  match: Match | null,
  time: number,
): Promise<{ outcome: PhotoOutcome; closed: Series | null }> {
  const unknown = { type: 'unknown' } as const
  if (match === null) return { outcome: unknown, closed: null }
  const newest: Series[] = []
  for (const product of match.products) newest.push(...(await newestOf(index, product)))
  const open = newest.filter((each) => isOnSale(each, time))
  const gone = match.soldOut === null ? [] : await newestOf(index, match.soldOut)
  // What was for sure and went meanwhile is as sold out as what was before.
  const sold = match.verdict === 'sure' ? newest.find((each) => !isOnSale(each, time)) : undefined
  const closed = gone.find((each) => !isOnSale(each, time)) ?? sold ?? null
  if (match.verdict === 'sure') return { outcome: choose('looks', open) ?? unknown, closed }
  const [first] = open
  if (first === undefined) return { outcome: unknown, closed }
  // One of several that is left is still not surely the one.
  const by = match.verdict === 'twins' ? 'twins' : 'looks'
  return { outcome: { type: 'choice', series: open.slice(0, MOST_CHOICES), by }, closed }
}

async function newestOf(index: Index, product: ProductRef): Promise<Series[]> {
  return (await index.seriesOfProduct(product)).slice(0, 1)
}

function choose(by: ToldBy, series: readonly Series[]): PhotoOutcome | null {
  const [first, ...others] = series
  if (first === undefined) return null
  if (others.length === 0) return { type: 'found', series: first, by }
  return { type: 'choice', series: series.slice(0, MOST_CHOICES), by }
}

function categoryOf(outcome: PhotoOutcome, soldOut: Series | null): number | null {
  if (outcome.type === 'found') return outcome.series.goods.category
  const told = outcome.type === 'choice' && outcome.by !== 'looks' ? outcome.series[0] : soldOut
  return told?.goods.category ?? null
}
