import type { Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import { fromJson } from '../../domain/json.ts'
import { productKey, productOf } from '../../domain/product-of.ts'
import { isOnSale } from '../../domain/sale-state.ts'
import type { ProductRef } from '../../domain/sighting.ts'
import type { Index, ProductSeries } from '../../ports/chain-index.ts'
import type { Database } from '../database.ts'

/** Of one product this many newest series are looked at: its seller may publish any number of them. */
const MOST_SERIES = 500
/** With one number this many products are looked at, and of each this many newest series: strangers may publish any number of any. */
const MOST_PRODUCTS = 20
const MOST_SERIES_NUMBERED = 50
/** Numbers in one question to the database. */
const AT_ONCE = 200

/** Products, to read: what an issuer published under one product number. */
export function createProductReader(
  db: Database,
): Pick<Index, 'seriesOfProduct' | 'productsNumbered' | 'sellable'> {
  const now = async () => {
    const { time } = await db
      .selectFrom('chain_block')
      .select(({ fn }) => fn.max('block_time').as('time'))
      .executeTakeFirstOrThrow()
    return Number(time ?? 0)
  }
  const published = (numbers: readonly string[]) =>
    db
      .selectFrom('series')
      .select('body')
      .where('product_number', 'in', [...numbers])
      .orderBy('block_number', 'desc')
      .orderBy('id')
  const of = ({ issuer, number }: ProductRef) => published([number]).where('issuer', '=', issuer)
  const read = (rows: readonly { body: string }[]) => rows.map(({ body }) => fromJson<Series>(body))
  const choose = (all: readonly Series[], time: number) => {
    const open = all.filter((each) => isOnSale(each, time))
    return open.length > 0 ? open : all.slice(0, 1)
  }

  return {
    async seriesOfProduct(product) {
      const rows = await of(product).limit(MOST_SERIES).execute()
      return choose(read(rows), await now())
    },
    async productsNumbered(numbers, issuer = null) {
      if (numbers.length === 0) return []
      const time = await now()
      // One row a product, so that nobody who publishes much of it crowds another out.
      const asked = db
        .selectFrom('series')
        .select(['issuer', 'product_number'])
        .where('product_number', 'in', [...numbers])
        .groupBy(['issuer', 'product_number'])
        .orderBy(({ fn }) => fn.min('block_number'))
        .orderBy('issuer')
        .limit(MOST_PRODUCTS)
      const rows = await (issuer === null ? asked : asked.where('issuer', '=', issuer)).execute()
      const found: ProductSeries[] = []
      for (const row of rows) {
        const product = { issuer: row.issuer as Account, number: row.product_number ?? '' }
        const all = await of(product).limit(MOST_SERIES_NUMBERED).execute()
        found.push({ product, series: choose(read(all), time) })
      }
      return found
    },
    async sellable(products) {
      const time = await now()
      const open = new Set<string>()
      for (let from = 0; from < products.length; from += AT_ONCE) {
        const some = products.slice(from, from + AT_ONCE)
        const issuers = [...new Set(some.map(({ issuer }) => issuer))]
        const rows = await published(some.map(({ number }) => number))
          .where('issuer', 'in', issuers)
          .whereRef('sold', '<', 'sale_limit')
          .execute()
        for (const each of read(rows))
          if (isOnSale(each, time)) open.add(productKey(productOf(each)))
      }
      return products.filter((each) => open.has(productKey(each)))
    },
  }
}
