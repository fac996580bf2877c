import type { Draft, DraftField } from './draft.ts'
import { checkGoods, type Goods, type GoodsProblem } from './goods.ts'
import { presetTerms } from './preset-terms.ts'
import { packPrice } from './price.ts'
import { DAY_SECONDS, MAX_SUPPLY, type Terms } from './terms.ts'

/** The goods data that a draft stands for; what is still missing is empty, and `checkGoods` tells. */
export function draftGoods(draft: Draft, pictureUrl: (hash: string) => string | null): Goods {
  const { pictureHash } = draft
  return {
    category: draft.category ?? 0,
    productNumber: draft.productNumber ?? '',
    specification: draft.specification ?? '',
    production: draft.production ?? '',
    name: draft.name ?? '',
    description: '',
    pictureUrl: pictureHash === null ? null : pictureUrl(pictureHash),
    pictureHash,
    unitsRoot: null,
  }
}

/**
 * The terms of a complete draft, counted from the newest block's time (Unix seconds), and how many may be sold for now.
 * Later more may be offered, but for a single piece: that is one of its kind.
 */
export function draftTerms(
  draft: Draft & { price: bigint; supply: number },
  nowSeconds: number,
): { terms: Terms; limit: number } {
  const { price, supply, currency, preset } = draft
  const today = Math.floor(nowSeconds / DAY_SECONDS)
  const most = supply === 1 ? 1 : MAX_SUPPLY
  return { terms: presetTerms(preset, { price, supply: most, currency, today }), limit: supply }
}

/** Does a draft have what its terms are made of? */
export function isPriced(draft: Draft): draft is Draft & { price: bigint; supply: number } {
  return draft.price !== null && draft.supply !== null
}

const fieldOf: Partial<Readonly<Record<GoodsProblem, DraftField>>> = {
  name: 'name',
  category: 'category',
  productNumber: 'product-number',
  specification: 'specification',
  production: 'production',
}

/** The fields of a draft that are missing or cannot be published as they are, in the order in which they are asked for. */
export function draftProblems(draft: Draft): DraftField[] {
  const { price, supply } = draft
  const wrong = checkGoods(draftGoods(draft, () => null)).flatMap((each) => fieldOf[each] ?? [])
  const isPrice = price !== null && price > 0n && packPrice(price) !== null
  const isSupply = supply !== null && supply >= 1 && supply <= MAX_SUPPLY
  const order: DraftField[] = ['name', 'category', 'product-number', 'specification', 'production']
  return [
    ...order.filter((field) => wrong.includes(field)),
    ...(isPrice ? [] : (['price'] as const)),
    ...(isSupply ? [] : (['supply'] as const)),
  ]
}
