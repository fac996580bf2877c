import type { SpaceKey } from '../domain/button-key.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import type { Account } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import type { Texts } from '../ports/texts.ts'

/** A series on a page of a space. */
export type SpaceProduct = {
  series: Series
  coin: Coin
  /** No more are sold since a day that has passed. */
  isOver: boolean
  /** Who published goods like these before, when this issuer is a stranger to the reader. */
  copyOf: Account | null
}

/** A held right on a page of a space, for sale by its holder. Price in the smallest unit of the series' currency. */
export type SpaceResale = { right: HeldRight; series: Series; coin: Coin; price: bigint }

/** One page of a space, of a category of it, or of a category across spaces. */
export type SpaceView = {
  key: SpaceKey
  products: SpaceProduct[]
  resales: SpaceResale[]
  /** Everything on all pages. */
  total: number
  /** From 0. */
  page: number
  pages: number
  /** Named categories of this space; empty where one was chosen, or where there is only one. */
  categories: { category: number; name: string; count: number }[]
  /** Of the category that was chosen. */
  categoryName: string | null
  contributor: { account: Account; number: number } | null
  /** Does the space belong to the reader? */
  isOwn: boolean
  texts: Texts
}
