import type { HeldRight, Series } from '../domain/facts.ts'
import type { Account, DealId, RightId, SeriesId } from '../domain/ids.ts'
import type { WordState } from '../domain/right-word.ts'
import type { ProductRef } from '../domain/sighting.ts'

/** A part of a longer list, and how long the whole is. */
export type Page<T> = { found: T[]; total: number }

/** A product and what was published of it. */
export type ProductSeries = { product: ProductRef; series: Series[] }

/**
 * What a contributor's link sold once: how many rights of a series, and the share of it (smallest unit). `at` in Unix
 * seconds.
 */
export type Contribution = {
  series: SeriesId
  contributor: Account
  quantity: number
  amount: bigint
  at: number
}

/** The projections, to read. Lists hold at most 100 unless a limit says otherwise. */
export type Index = {
  series(id: SeriesId): Promise<Series | null>
  /** The earliest published series whose id starts with these 8 bytes. */
  seriesByPrefix(prefix: string): Promise<Series | null>
  /** Series of a product that can be bought, the newest first; the newest one alone when none can, nothing when there is none. */
  seriesOfProduct(product: ProductRef): Promise<Series[]>
  /**
   * Products whose number is spelt in one of these ways, each with its {@link Index.seriesOfProduct}; of one issuer where one is
   * named. Those published first come first, twenty at most: whoever takes a number over later stands behind.
   */
  productsNumbered(numbers: readonly string[], issuer?: Account | null): Promise<ProductSeries[]>
  /** Which of these products have something that can be bought. */
  sellable(products: readonly ProductRef[]): Promise<ProductRef[]>
  /** What an issuer published, the newest first; `limit` for who needs no more. */
  seriesOf(issuer: Account, limit?: number): Promise<Series[]>
  /** What can be bought, of an issuer and in a category, or under it, where they are named; the newest first. */
  onSale(query: {
    issuer?: Account
    category?: number
    offset: number
    limit: number
  }): Promise<Page<Series>>
  /**
   * Categories that an issuer chose for what it sells, or that all chose, each with how many series are in it or under it;
   * those with most first.
   */
  categories(issuer?: Account): Promise<{ category: number; count: number }[]>

  right(id: RightId): Promise<HeldRight | null>
  /** Every right these accounts hold or held last, the living first, then the last changed; 100 from `offset` on, or `limit`. */
  rightsOf(holders: readonly Account[], offset?: number, limit?: number): Promise<Page<HeldRight>>
  /** Rights of an issuer's series that are in one of these states on chain; the longest waiting first, 100 from `offset` on. */
  rightsIssuedBy(
    issuer: Account,
    states: readonly WordState[],
    offset?: number,
  ): Promise<HeldRight[]>
  /** Rights that have not burned, in the order of their ids, after one of them: to go through all, a few at a time. */
  liveRights(after: RightId | null, limit: number): Promise<HeldRight[]>
  /** Rights that went from one of these accounts to whoever had them next, the latest first; 100 from `offset` on. */
  passedOn(accounts: readonly Account[], offset?: number): Promise<HeldRight[]>
  /** Who published goods with the same picture, or a name that reads alike, before this series' issuer did; null: nobody else. */
  copiedFrom(series: Series): Promise<Account | null>
  /** Rights that an account offers for resale, as written on chain; in a category, or under it, where one is named. */
  listedBy(holder: Account, category?: number): Promise<HeldRight[]>
  /** The sent right whose claim key starts with these 8 bytes (hex without 0x). */
  sentTo(reference: string): Promise<HeldRight | null>
  /** Rights of a series minted under a purchase's reference to this account, in the order of their serials. */
  mintedUnder(reference: DealId, series: SeriesId, account: Account): Promise<HeldRight[]>
  /** Rights of a series minted to an account without any reference, oldest first. */
  mintedWithout(series: SeriesId, account: Account): Promise<HeldRight[]>

  /** Accounts that serve an issuer's desk on chain. */
  staffOf(issuer: Account): Promise<Account[]>
  /** Issuers whose desk one of these accounts serves on chain. */
  servedBy(accounts: readonly Account[]): Promise<Account[]>
  contributionsOf(contributors: readonly Account[]): Promise<Contribution[]>
  /** Money that waits in the contract for an account, by currency (null: the chain's own coin). */
  creditsOf(owner: Account): Promise<{ currency: Account | null; amount: bigint }[]>

  /** The newest block followed, and the newest final one. Times in Unix seconds. */
  head(): Promise<{ number: number; time: number; finalNumber: number }>
}
