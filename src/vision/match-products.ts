import type { Account } from '../domain/ids.ts'
import { productKey } from '../domain/product-of.ts'
import type { Match, ProductRef } from '../domain/sighting.ts'
import { type Decision, type DecisionRule, decide } from './decide.ts'
import type { Ranked } from './gallery.ts'
import type { SightProcess } from './sight-process.ts'
import type { Described } from './sight-questions.ts'

/** Far more than are ever named: what is sold out falls away. */
const MOST_RANKED = 60
const MOST_COMPARED = 3

/**
 * Matches a picture with all products that can be bought, and with those of one space first: what may be of it comes
 * before everything but what is surely of another.
 */
export function createMatchProducts(deps: {
  ask: SightProcess['ask']
  rule: DecisionRule
  isRough: boolean
  /** Which of these have something for sale. */
  sellable: (products: readonly ProductRef[]) => Promise<ProductRef[]>
  /** What kind of thing the classes name; null when they name none for sure. */
  categoryOf: (classes: Float32Array) => number | null
}): (described: Described, space: Account | null) => Promise<Match> {
  const { ask, rule } = deps
  return async function matchProducts(described, space) {
    if (space === null) return matchAmong(described, null)
    const own = await matchAmong(described, space)
    if (own.verdict === 'sure') return own
    const all = await matchAmong(described, null)
    const isOwn = own.products.length > 0 || own.soldOut !== null
    return isOwn && all.verdict !== 'sure' ? own : all
  }

  async function matchAmong(
    { vector, classes }: Described,
    issuer: Account | null,
  ): Promise<Match> {
    const ranked = await ask('rank', { vector, limit: MOST_RANKED, issuer, without: [] })
    const left = new Set(
      (await deps.sellable(ranked.map(({ product }) => product))).map(productKey),
    )
    const onSale = ranked.filter(({ product }) => left.has(productKey(product)))
    const { verdict, candidates, category } = await decideAmong(onSale)
    const byClasses = category === null && classes !== null ? deps.categoryOf(classes) : null
    const known = category ?? byClasses
    return {
      verdict: verdict === 'none' && known !== null ? 'category' : verdict,
      products: candidates.map(({ product }) => product),
      soldOut: verdict === 'sure' ? null : await soldOutOf(ranked, left),
      category: known,
      isRough: deps.isRough,
    }
  }

  async function decideAmong(ranked: readonly Ranked[]): Promise<Decision> {
    const [first, ...others] = ranked.slice(0, MOST_COMPARED)
    const alike = new Map<Ranked, number>()
    if (first !== undefined)
      for (const each of others)
        alike.set(each, await ask('likeness', [first.product, each.product]))
    return decide(ranked, rule, (_, other) => alike.get(other) ?? -1)
  }

  /** What the picture would surely have been, if anything of it were left. */
  async function soldOutOf(
    ranked: readonly Ranked[],
    left: ReadonlySet<string>,
  ): Promise<ProductRef | null> {
    const [first] = ranked
    if (first === undefined || left.has(productKey(first.product))) return null
    return (await decideAmong(ranked)).verdict === 'sure' ? first.product : null
  }
}
