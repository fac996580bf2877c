import type { Account } from '../domain/ids.ts'
import { productKey } from '../domain/product-of.ts'
import type { Match, ProductRef } from '../domain/sighting.ts'
import { type Decision, type DecisionRule, decide } from './decide.ts'
import type { Ranked } from './gallery.ts'
import type { SightProcess } from './sight-process.ts'
import type { Described } from './sight-questions.ts'

/** What is ranked at first, and how many of them must be for sale; if they are not, more are ranked. */
const RANKED = 60
const ON_SALE = 10
/** With how many the likest is compared, to find others that are the same. */
const COMPARED = 10

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
    const { ranked, onSale } = await rankOnSale(vector, issuer)
    const { verdict, candidates, category } = await decideAmong(onSale)
    const byClasses = category === null && classes !== null ? deps.categoryOf(classes) : null
    const known = category ?? byClasses
    return {
      verdict: verdict === 'none' && known !== null ? 'category' : verdict,
      products: candidates.map(({ product }) => product),
      soldOut: verdict === 'sure' ? null : await soldOutOf(ranked, onSale),
      category: known,
      isRough: deps.isRough,
    }
  }

  /** The likest products, and those of them that can be bought. What is sold out must not crowd out what is not. */
  async function rankOnSale(
    vector: Float32Array,
    issuer: Account | null,
    limit = RANKED,
  ): Promise<{ ranked: Ranked[]; onSale: Ranked[] }> {
    const ranked = await ask('rank', { vector, limit, issuer, without: [] })
    const left = new Set(
      (await deps.sellable(ranked.map(({ product }) => product))).map(productKey),
    )
    const onSale = ranked.filter(({ product }) => left.has(productKey(product)))
    const isEnough = onSale.length >= ON_SALE || ranked.length < limit
    return isEnough ? { ranked, onSale } : rankOnSale(vector, issuer, 4 * limit)
  }

  async function decideAmong(ranked: readonly Ranked[]): Promise<Decision> {
    const [first, ...others] = ranked.slice(0, 1 + COMPARED)
    if (first === undefined) return decide(ranked, rule, new Map())
    const products = others.map(({ product }) => product)
    const likenesses = await ask('likeness', { one: first.product, others: products })
    return decide(ranked, rule, new Map(others.map((each, at) => [each, likenesses[at] ?? -1])))
  }

  /** What the picture would surely have been, if anything of it were left. */
  async function soldOutOf(
    ranked: readonly Ranked[],
    onSale: readonly Ranked[],
  ): Promise<ProductRef | null> {
    const [first] = ranked
    if (first === undefined || first === onSale[0]) return null
    return (await decideAmong(ranked)).verdict === 'sure' ? first.product : null
  }
}
